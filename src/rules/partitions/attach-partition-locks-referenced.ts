import type { LockFact, Step } from '../../analysis/step';
import type { Repair } from '../../findings/finding';
import { atLeast } from '../../postgres/lock-mode';
import { actsOf } from '../acts';
import { withLockTimeout } from '../repairs/lock-timeout';
import type { MatchBase } from '../rule';
import { stepRule } from '../rule';
import { harmful, namedAll, stopped, stopsBy } from '../words';

interface Match extends MatchBase {
  readonly step: Step;
  readonly locks: readonly LockFact[];
}

const EFFECTS = [
  'attach-partition/keys-of-parent',
  'attach-partition/same-keys',
  'attach-partition/keys-to-parent',
];

/** ATTACH PARTITION where foreign keys lead to or from the parent. */
export const attachPartitionLocksReferenced = stepRule<Match>({
  id: 'attach-partition-locks-referenced',
  title: 'ATTACH PARTITION also locks the tables at the other end of foreign keys',
  group: 'partitions',
  severity: 'warning',
  judges: 'lock',
  kinds: ['attach-partition'],

  check(step) {
    if (actsOf(step, 'attach-partition').length === 0) return [];
    const locks = harmful(step).filter(
      ({ effects, mode }) =>
        effects.some((effect) => EFFECTS.includes(effect)) && atLeast(mode, 'SHARE ROW EXCLUSIVE'),
    );
    return locks.length === 0 ? [] : [{ step, locks, cites: locks.map(({ relation }) => relation) }];
  },

  message({ step, locks }) {
    const names = namedAll(locks.map(({ relation }) => relation));
    const what = stopped(locks.flatMap(({ relation }) => stopsBy(step, relation)));
    const modes = [...new Set(locks.map(({ mode }) => mode))].join(' and ');
    const until = locks.some(({ work }) => work === 'scan')
      ? 'while the foreign key is checked for every row, and until the transaction commits'
      : 'until the transaction commits';
    return `A foreign key leads from the parent or to it: ${what} of ${names} wait for the ${modes} lock ${until}`;
  },

  help() {
    return 'Attach in a short transaction of its own with a lock_timeout.';
  },

  repair({ step }): Repair | null {
    return withLockTimeout(step);
  },
});
