import type { LockFact } from '../../analysis/step';
import { performed, worksBy } from '../performed';
import type { MatchBase } from '../rule';
import { stepRule } from '../rule';
import { named, unless, whatIsStopped } from '../words';

interface Match extends MatchBase {
  readonly column: string;
  readonly locks: readonly LockFact[];
}

/** (17+) SET EXPRESSION of a stored generated column: every value is computed and written. */
export const setGeneratedExpression = stepRule<Match>({
  id: 'set-generated-expression',
  title: 'Another expression for a stored generated column rewrites the table',
  group: 'changing-columns',
  severity: 'error',
  judges: 'lock',
  kinds: ['set-expression'],

  check(step) {
    const locks = worksBy(step, 'set-expression/rewrite', 'set-expression/checks').filter(
      ({ relation }) => !relation.kind.endsWith('index'),
    );
    return locks.length === 0
      ? []
      : performed(step, 'set-expression').map(({ operation }) => ({
          column: operation.column,
          locks,
          cites: locks.map(({ relation }) => relation),
        }));
  },

  message({ column, locks }) {
    return `Another expression for ${named({ name: column })} stops ${whatIsStopped(locks)} until every row has been written anew${unless(locks)}`;
  },

  help() {
    return 'Add a second column that a trigger and a backfill fill, and let the clients move over.';
  },
});
