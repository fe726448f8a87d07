import { tableOf } from '../../analysis/catalog/resolve';
import type { LockFact } from '../../analysis/step';
import type { Repair } from '../../findings/finding';
import { actsOf } from '../acts';
import { outsideCheck } from '../partition-bounds';
import { excludeFromDefault } from '../repairs/default-partition';
import { inPlace } from '../repairs/steps';
import type { MatchBase } from '../rule';
import { stepRule } from '../rule';
import { harmful, namedAll, unless } from '../words';

interface Match extends MatchBase {
  readonly locks: readonly LockFact[];
  readonly check: string | null;
  readonly text: string;
}

/** A new partition beside a DEFAULT one whose rows have to be looked through. */
export const defaultPartitionScan = stepRule<Match>({
  id: 'default-partition-scan',
  title: 'A new partition makes the server read the whole DEFAULT partition under a lock',
  group: 'partitions',
  severity: 'error',
  judges: 'lock',
  kinds: ['create-table', 'attach-partition'],
  ofWork: true,

  check(step) {
    return actsOf(step, 'create-table', 'attach-partition').flatMap(
      ({ operation, before, text }): readonly Match[] => {
        const placed =
          operation.kind === 'attach-partition'
            ? { parent: operation.table, bound: operation.bound }
            : operation.partitionOf;
        const locks = harmful(step).filter(
          ({ effects, work }) =>
            work !== 'none' &&
            (effects.includes('partition-of/default-scan') ||
              effects.includes('attach-partition/default-scan')),
        );
        if (placed === null || locks.length === 0) return [];
        const parent = tableOf(before, placed.parent);
        const check = parent === undefined ? null : outsideCheck(parent, placed.bound);
        return [{ locks, check, text, cites: locks.map(({ relation }) => relation) }];
      },
    );
  },

  message({ locks }) {
    const names = namedAll(locks.map(({ relation }) => relation));
    return `Looking through the DEFAULT partition ${names} for rows of the new bound stops reads and writes of it (ACCESS EXCLUSIVE lock) until it is done${unless(locks)}`;
  },

  help() {
    return 'Exclude the bound from the DEFAULT partition with a validated CHECK before, so that nothing has to be read.';
  },

  repair({ locks, check, text }, run): Repair | null {
    const table = locks[0]?.relation;
    if (check === null || table === undefined || locks.length > 1) return null;
    const { steps, drop } = excludeFromDefault(table, check, run.options);
    return {
      summary: 'prove that the DEFAULT partition holds no such rows',
      steps: [
        ...steps,
        inPlace(
          [text, drop],
          'nothing is read: the valid CHECK proves it. The lock on the DEFAULT partition stays, for a moment.',
        ),
      ],
    };
  },
});
