import { lockTimeout } from '../../analysis/settings';
import type { LockFact } from '../../analysis/step';
import type { MatchBase } from '../rule';
import { runRule } from '../rule';
import { isConcurrent, strongLocks, worstLock } from '../strong-locks';
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
    const seen = new Set<number>();
    const { limit } = run.options.lockTimeout;
    return run.steps.flatMap((step): readonly Match[] => {
      if (seen.has(step.transaction) || step.rolledBack || isConcurrent(step)) return [];
      const lock = worstLock(strongLocks(step));
      const timeout = lockTimeout(step.before);
      if (lock === undefined || typeof timeout !== 'number' || (timeout > 0 && timeout <= limit)) return [];
      seen.add(step.transaction);
      return [{ migration: step.migration, step: step.index, lock, timeout, limit, cites: [lock.relation] }];
    });
  },

  message({ lock, timeout, limit }) {
    const wait =
      timeout === 0
        ? 'lock_timeout is 0, so this waits for ever'
        : `lock_timeout is ${inWords(timeout)}, so this waits up to that long`;
    return `${wait} for the ${lock.mode} lock on ${named(lock.relation)}, with everybody else behind it; the limit is ${inWords(limit)}`;
  },

  help() {
    return 'Set it between 100 ms and 2 s, and try again when it strikes.';
  },
});

function inWords(milliseconds: number): string {
  if (milliseconds % 60_000 === 0) return `${milliseconds / 60_000} min`;
  return milliseconds % 1000 === 0 ? `${milliseconds / 1000} s` : `${milliseconds} ms`;
}
