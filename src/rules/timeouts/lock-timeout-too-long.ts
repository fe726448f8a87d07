import { lockTimeout } from '../../analysis/settings';
import type { LockFact } from '../../analysis/step';
import type { MatchBase } from '../rule';
import { runRule } from '../rule';
import type { StrongStep } from '../strong-steps';
import { oncePerTransaction, strongSteps } from '../strong-steps';
import { timeInWords } from '../time-in-words';
import { named } from '../words';

interface Match extends MatchBase {
  readonly migration: number;
  readonly step: number;
  readonly lock: LockFact;
  /** Milliseconds; 0 waits for ever. */
  readonly timeout: number;
  readonly limit: number;
}

/** A lock_timeout that is 0 or above the limit where a strong lock is taken: once a transaction. */
export const lockTimeoutTooLong = runRule<Match>({
  id: 'lock-timeout-too-long',
  title: 'A long lock_timeout stalls traffic for as long',
  group: 'timeouts',
  severity: 'warning',
  judges: 'lock',
  on: 'change-set',

  check(_, run) {
    const { limit } = run.options.lockTimeout;
    const tooLong = strongSteps(run).flatMap(({ step, lock }): readonly StrongStep[] => {
      const timeout = lockTimeout(step.before);
      const isLong = typeof timeout === 'number' && (timeout === 0 || timeout > limit);
      return isLong ? [{ step, lock }] : [];
    });
    return oncePerTransaction(tooLong).map(({ step, lock }) => ({
      migration: step.migration,
      step: step.index,
      lock,
      timeout: Number(lockTimeout(step.before)),
      limit,
      cites: [lock.relation],
    }));
  },

  message({ lock, timeout, limit }) {
    const wait =
      timeout === 0
        ? 'lock_timeout is 0, so this waits for ever'
        : `lock_timeout is ${timeInWords(timeout)}, so this waits up to that long`;
    return `${wait} for the ${lock.mode} lock on ${named(lock.relation)}, with everybody else behind it; the limit is ${timeInWords(limit)}`;
  },

  help() {
    return 'Set it between 100 ms and 2 s, and try again when it strikes.';
  },
});
