import type { LockFact } from '../../analysis/step';
import { locksBy, performed, usedTable, worksBy } from '../performed';
import type { MatchBase } from '../rule';
import { stepRule } from '../rule';
import { named, unless, whatIsStopped } from '../words';

interface Match extends MatchBase {
  readonly constraint: string;
  readonly locks: readonly LockFact[];
}

/** (18) ALTER CONSTRAINT … ENFORCED: every row is checked while both tables are closed. */
export const enforceForeignKey = stepRule<Match>({
  id: 'enforce-foreign-key',
  title: 'Enforcing a foreign key checks every row while both tables are closed',
  group: 'constraints',
  severity: 'error',
  judges: 'lock',
  kinds: ['alter-constraint'],

  check(step) {
    if (worksBy(step, 'alter-key/scan').length === 0) return [];
    const locks = locksBy(step, 'alter-constraint/table', 'alter-key/enforce');
    return performed(step, 'alter-constraint')
      .filter((altered) => altered.operation.enforced === true && usedTable(altered) !== undefined)
      .map(({ operation }) => ({
        constraint: operation.constraint,
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
});
