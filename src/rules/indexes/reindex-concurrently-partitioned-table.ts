import type { LockFact } from '../../analysis/step';
import type { Repair } from '../../findings/finding';
import { locksBy, performed } from '../performed';
import { alone } from '../repairs/steps';
import type { MatchBase } from '../rule';
import { stepRule } from '../rule';
import { quoteRelation } from '../sql-text';
import { namedAll } from '../words';

interface Match extends MatchBase {
  readonly locks: readonly LockFact[];
}

/**
 * (14+) REINDEX TABLE CONCURRENTLY of a partitioned table: SHARE on every partition before it is concurrent. The forms for an index,
 * a schema and a database go from partition to partition under SHARE UPDATE EXCLUSIVE, as measured.
 */
export const reindexConcurrentlyPartitionedTable = stepRule<Match>({
  id: 'reindex-concurrently-partitioned-table',
  title: 'REINDEX CONCURRENTLY of a partitioned table first locks every partition',
  group: 'indexes',
  severity: 'notice',
  judges: 'lock',
  kinds: ['reindex'],

  check(step) {
    return performed(step, 'reindex').flatMap(({ operation }): readonly Match[] => {
      if (!operation.concurrently || operation.what !== 'table') return [];
      const locks = locksBy(step, 'reindex/concurrently-partitions');
      return locks.length < 2 ? [] : [{ locks, cites: locks.map(({ relation }) => relation) }];
    });
  },

  message({ locks }) {
    return `Before it is concurrent, this asks for a SHARE lock on every partition (${namedAll(locks.map(({ relation }) => relation))}): it waits for each writer, and writes that come later wait behind it`;
  },

  help() {
    return 'Rebuild one partition after the other.';
  },

  repair({ locks }): Repair {
    return {
      summary: 'rebuild partition by partition',
      steps: locks.map(({ relation }) =>
        alone(
          `REINDEX TABLE CONCURRENTLY ${quoteRelation(relation)}`,
          'SHARE UPDATE EXCLUSIVE: reads and writes go on.',
        ),
      ),
    };
  },
});
