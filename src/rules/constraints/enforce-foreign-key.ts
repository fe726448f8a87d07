import { constraintNamed } from '../../analysis/catalog/find';
import type { LockFact } from '../../analysis/step';
import type { Repair } from '../../findings/finding';
import type { Performed } from '../performed';
import { locksBy, performed, usedTable, worksBy } from '../performed';
import { replaceKey } from '../repairs/foreign-key';
import { writtenKey } from '../repairs/written-key';
import type { MatchBase } from '../rule';
import { stepRule } from '../rule';
import { named, unless, whatIsStopped } from '../words';

interface Match extends MatchBase {
  readonly constraint: string;
  readonly locks: readonly LockFact[];
  readonly altered: Performed<'alter-constraint'>;
}

/** (18) ALTER CONSTRAINT … ENFORCED: every row is checked while both tables are closed. */
export const enforceForeignKey = stepRule<Match>({
  id: 'enforce-foreign-key',
  title: 'Enforcing a foreign key checks every row while both tables are closed',
  group: 'constraints',
  severity: 'error',
  judges: 'lock',
  kinds: ['alter-constraint'],
  ofWork: true,

  check(step) {
    if (worksBy(step, 'alter-key/scan').length === 0) return [];
    const locks = locksBy(step, 'alter-constraint/table', 'alter-key/enforce');
    return performed(step, 'alter-constraint')
      .filter((altered) => altered.operation.enforced === true && usedTable(altered) !== undefined)
      .map((altered) => ({
        altered,
        constraint: altered.operation.constraint,
        locks,
        cites: locks.map(({ relation }) => relation),
      }));
  },

  message({ constraint, locks }) {
    return `Enforcing ${named({ name: constraint })} stops ${whatIsStopped(locks)} until every row has been checked${unless(locks)}`;
  },

  help() {
    return 'Add a second, equal key as NOT VALID, VALIDATE it in the next migration, and drop this one.';
  },

  repair({ altered, constraint }, run): Repair | null {
    const table = usedTable(altered);
    const key = table === undefined ? undefined : constraintNamed(table, constraint);
    const definition =
      key?.kind === 'foreign-key' ? writtenKey(altered.session.catalog, { ...key, enforced: true }) : null;
    if (definition === null || table?.kind === 'partitioned table') return null;
    const wanted = { table: altered.operation.table, name: constraint, definition, replaced: constraint };
    return {
      summary: 'a second key, checked before the first one goes',
      steps: replaceKey(wanted, run.options),
    };
  },
});
