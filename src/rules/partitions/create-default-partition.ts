import { childrenOf } from '../../analysis/catalog/find';
import { tableOf } from '../../analysis/catalog/resolve';
import { actsOf } from '../acts';
import { written } from '../object-names';
import type { ObjectName } from '../../postgres/name';
import type { MatchBase } from '../rule';
import { stepRule } from '../rule';
import { isOurs } from '../together';

interface Match extends MatchBase {
  readonly parent: ObjectName;
}

/** A DEFAULT partition for a parent that has partitions. */
export const createDefaultPartition = stepRule<Match>({
  id: 'create-default-partition',
  title: 'With a DEFAULT partition each new partition has to look through it',
  group: 'partitions',
  severity: 'notice',
  judges: 'effect',
  kinds: ['create-table', 'attach-partition'],

  check(step, run) {
    return actsOf(step, 'create-table', 'attach-partition').flatMap(
      ({ operation, before }): readonly Match[] => {
        const placed =
          operation.kind === 'attach-partition'
            ? { parent: operation.table, bound: operation.bound }
            : operation.partitionOf;
        if (placed?.bound.kind !== 'default') return [];
        const parent = tableOf(before, placed.parent);
        if (parent !== undefined) {
          if (isOurs(parent, step, run)) return [];
          if (parent.complete && childrenOf(before.catalog, parent.id).length === 0) return [];
        }
        return [{ parent: placed.parent }];
      },
    );
  },

  message({ parent }) {
    return `From here on each new partition of ${written(parent)} closes this one (ACCESS EXCLUSIVE lock) and reads all its rows, and DETACH PARTITION … CONCURRENTLY is refused (55000)`;
  },

  help() {
    return 'Make partitions ahead of time instead.';
  },
});
