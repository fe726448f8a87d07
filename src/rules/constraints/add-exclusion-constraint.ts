import type { LockFact } from '../../analysis/step';
import type { Performed } from '../performed';
import { performed, worksBy } from '../performed';
import type { MatchBase } from '../rule';
import { stepRule } from '../rule';
import { whichConstraint } from '../which-constraint';
import { unless, whatIsStopped } from '../words';

interface Match extends MatchBase {
  readonly added: Performed<'add-exclusion'>;
  readonly locks: readonly LockFact[];
}

/** ADD EXCLUDE: the index is built under ACCESS EXCLUSIVE, and there is no other way. */
export const addExclusionConstraint = stepRule<Match>({
  id: 'add-exclusion-constraint',
  title: 'An exclusion constraint builds its index while the table is closed',
  group: 'constraints',
  severity: 'error',
  judges: 'lock',
  kinds: ['add-exclusion'],
  ofWork: true,

  check(step) {
    const locks = worksBy(step, 'add-index-constraint/build', 'add-index-constraint/partitions').filter(
      ({ relation }) => !relation.kind.endsWith('index'),
    );
    return locks.length === 0
      ? []
      : performed(step, 'add-exclusion').map((added) => ({
          added,
          locks,
          cites: locks.map(({ relation }) => relation),
        }));
  },

  message({ added, locks }) {
    return `${whichConstraint('exclusion constraint', added)} stops ${whatIsStopped(locks)} until its index is built; it has no form that lets clients go on${unless(locks)}`;
  },

  help() {
    return 'Put it on a new table, or keep overlaps out with a trigger until there is a quiet hour.';
  },
});
