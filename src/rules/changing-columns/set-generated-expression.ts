import { isTable } from '../../analysis/catalog/find';
import type { LockFact, Step } from '../../analysis/step';
import type { Repair } from '../../findings/finding';
import type { Performed } from '../performed';
import { performed, subject, worksBy } from '../performed';
import { anotherExpression } from '../repairs/another-expression';
import type { MatchBase } from '../rule';
import { stepRule } from '../rule';
import { named, unless, whatIsStopped } from '../words';

interface Match extends MatchBase {
  readonly step: Step;
  readonly set: Performed<'set-expression'>;
  readonly locks: readonly LockFact[];
}

/**
 * (17+) SET EXPRESSION of a stored generated column: every value is computed and written. (18) Of a virtual one that is NOT NULL: every
 * value is computed and looked at.
 */
export const setGeneratedExpression = stepRule<Match>({
  id: 'set-generated-expression',
  title: 'Another expression for a generated column rewrites the table, or reads it',
  group: 'changing-columns',
  severity: 'error',
  judges: 'lock',
  kinds: ['set-expression'],
  ofWork: true,

  check(step) {
    const locks = worksBy(step, 'set-expression/rewrite', 'set-expression/verify').filter(
      ({ relation }) => !relation.kind.endsWith('index'),
    );
    return locks.length === 0
      ? []
      : performed(step, 'set-expression').map((set) => ({
          step,
          set,
          locks,
          cites: locks.map(({ relation }) => relation),
        }));
  },

  message({ set, locks }) {
    const done = locks.some(({ work }) => work === 'rewrite') ? 'written anew' : 'read';
    return `Another expression for ${named({ name: set.operation.column })} stops ${whatIsStopped(locks)} until every row has been ${done}${unless(locks)}`;
  },

  help() {
    return 'Add a second column that a trigger and a backfill fill, and let it take the place of the first one.';
  },

  repair({ step, set }, run): Repair | null {
    const table = subject(set);
    if (table === undefined || !isTable(table) || set.inner) return null;
    return anotherExpression(step, table, performed(step, 'set-expression'), run);
  },
});
