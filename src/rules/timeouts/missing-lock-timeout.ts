import { lockTimeout } from '../../analysis/settings';
import type { LockFact, Step } from '../../analysis/step';
import type { Repair } from '../../findings/finding';
import { withLockTimeout } from '../repairs/lock-timeout';
import type { MatchBase, RuleRun } from '../rule';
import { runRule } from '../rule';
import type { StrongStep } from '../strong-steps';
import { moreInWords, oncePerTransaction, strongSteps } from '../strong-steps';
import { named } from '../words';

interface Match extends MatchBase {
  readonly migration: number;
  readonly step: number;
  readonly first: Step;
  readonly lock: LockFact;
  /** How many later statements wait in the same way. */
  readonly more: number;
}

/** The first strong lock of a change set that waits without a bound. */
export const missingLockTimeout = runRule<Match>({
  id: 'missing-lock-timeout',
  title: 'Waiting for a strong lock without a lock_timeout queues everybody behind it',
  group: 'timeouts',
  severity: 'notice',
  judges: 'lock',
  on: 'change-set',

  check(_, run) {
    const waiting = unboundedWaits(run);
    const [first] = waiting;
    if (first === undefined) return [];
    const { step, lock } = first;
    return [
      {
        migration: step.migration,
        step: step.index,
        first: step,
        lock,
        more: waiting.length - 1,
        cites: [lock.relation],
      },
    ];
  },

  message({ lock, more }) {
    return `This waits for the ${lock.mode} lock on ${named(lock.relation)} behind the longest query, with everybody else behind it, because no lock_timeout is in force${moreInWords(more)}`;
  },

  help() {
    return 'Set a short lock_timeout before the first strong lock, and try again when it strikes.';
  },

  repair({ first }): Repair | null {
    return withLockTimeout(first);
  },
});

/** The first strong lock of each transaction without a lock_timeout. */
function unboundedWaits(run: RuleRun): readonly StrongStep[] {
  if (run.options.lockTimeout.setBy === 'elsewhere') return [];
  // lock_timeout 0 written out is the row "too long"; one that cannot be told is taken to be one.
  return oncePerTransaction(strongSteps(run).filter(({ step }) => lockTimeout(step.before) === null));
}
