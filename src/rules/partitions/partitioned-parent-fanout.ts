import { heirs, tableById } from '../../analysis/catalog/find';
import type { LockFact } from '../../analysis/step';
import { atLeast } from '../../postgres/lock-mode';
import type { MatchBase } from '../rule';
import { stepRule } from '../rule';
import { strongLocks } from '../strong-locks';
import { named } from '../words';

interface Match extends MatchBase {
  readonly parent: LockFact;
  readonly parts: readonly LockFact[];
}

/** One statement that locks a parent and all its partitions, or heirs, as strongly. */
export const partitionedParentFanout = stepRule<Match>({
  id: 'partitioned-parent-fanout',
  title: 'One statement closes the parent and all its partitions at once',
  group: 'partitions',
  severity: 'opt-in',
  judges: 'lock',
  kinds: 'any',

  check(step) {
    const locks = strongLocks(step);
    // A row about that work speaks.
    if (locks.some(({ work }) => work !== 'none')) return [];
    // What is attached or detached is a matter of one partition.
    if (step.operations.some(({ kind }) => OF_ONE.has(kind))) return [];
    return locks.flatMap((parent): readonly Match[] => {
      const table = tableById(step.before.catalog, parent.relation.id);
      if (table === undefined || table.partition !== null) return [];
      const ids = new Set(heirs(step.before.catalog, table.id).map(({ id }) => id));
      const parts = locks.filter(({ relation, mode }) => ids.has(relation.id) && atLeast(mode, 'SHARE'));
      return parts.length === 0 || parts.length < ids.size
        ? []
        : [{ parent, parts, cites: [parent, ...parts].map(({ relation }) => relation) }];
    });
  },

  message({ parent, parts }) {
    const what = parent.mode === 'ACCESS EXCLUSIVE' ? 'reads and writes' : 'writes';
    return `This takes ${parent.mode} on ${named(parent.relation)} and on ${parts.length === 1 ? 'its partition' : `all its ${parts.length} partitions`} at once: ${what} of all of them wait until the transaction commits`;
  },

  help() {
    return 'Change partition by partition first, then the parent.';
  },
});

const OF_ONE: ReadonlySet<string> = new Set([
  'attach-partition',
  'detach-partition',
  'create-table',
  'drop-table',
]);
