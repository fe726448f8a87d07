import type { LockFact, Step } from '../../analysis/step';
import type { Repair } from '../../findings/finding';
import { actsOf } from '../acts';
import { withLockTimeout } from '../repairs/lock-timeout';
import type { MatchBase } from '../rule';
import { stepRule } from '../rule';
import { harmful, namedAll } from '../words';

interface Match extends MatchBase {
  readonly step: Step;
  readonly partitions: readonly LockFact[];
  readonly referencing: readonly LockFact[];
}

/** (12+) DETACH of a partition that foreign keys may refer to. */
export const detachReferencedPartition = stepRule<Match>({
  id: 'detach-referenced-partition',
  title: 'Detaching a partition that is referred to checks every row of both tables under a lock',
  group: 'partitions',
  severity: 'error',
  judges: 'lock',
  kinds: ['detach-partition'],
  ofWork: true,

  check(step) {
    if (actsOf(step, 'detach-partition').length === 0) return [];
    const facts = harmful(step);
    const referencing = facts.filter(({ effects }) => effects.includes('detach-partition/check-keys'));
    const partitions = facts.filter(({ effects }) =>
      effects.includes('detach-partition/check-keys-partition'),
    );
    if (referencing.length === 0) return [];
    return [
      {
        step,
        partitions,
        referencing,
        cites: [...referencing, ...partitions].map(({ relation }) => relation),
      },
    ];
  },

  message({ partitions, referencing }) {
    const names = namedAll(referencing.map(({ relation }) => relation));
    const parts =
      partitions.length === 0 ? '' : ` and ${namedAll(partitions.map(({ relation }) => relation))}`;
    return `To see that no row of ${names} refers to the partition, every row of both is read while writes to ${names} wait (SHARE lock); at the end reads and writes of ${names}${parts} wait for ACCESS EXCLUSIVE until the transaction commits`;
  },

  help() {
    return 'Do it in a quiet hour, in a transaction of its own with a lock_timeout: there is no form that goes on meanwhile.';
  },

  repair({ step }): Repair | null {
    return withLockTimeout(step);
  },
});
