import { lockTimeout } from '../../analysis/settings';
import type { LockFact, Step } from '../../analysis/step';
import type { Repair } from '../../findings/finding';
import { withLockTimeout } from '../repairs/lock-timeout';
import type { MatchBase, RuleRun } from '../rule';
import { runRule } from '../rule';
import { isConcurrent, strongLocks, worstLock } from '../strong-locks';
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
    const lock = first === undefined ? undefined : worstLock(strongLocks(first));
    if (first === undefined || lock === undefined) return [];
    return [
      {
        migration: first.migration,
        step: first.index,
        first,
        lock,
        more: waiting.length - 1,
        cites: [lock.relation],
      },
    ];
  },

  message({ lock, more }) {
    const others =
      more === 0 ? '' : `; so ${more === 1 ? 'does 1 later statement' : `do ${more} later statements`}`;
    return `This waits for the ${lock.mode} lock on ${named(lock.relation)} behind the longest query, with everybody else behind it, because no lock_timeout is in force${others}`;
  },

  help() {
    return 'Set a short lock_timeout before the first strong lock, and try again when it strikes.';
  },

  repair({ first }): Repair {
    return withLockTimeout(first);
  },
});

/** The first strong lock of each transaction without a lock_timeout. CONCURRENTLY must not have one. */
function unboundedWaits(run: RuleRun): readonly Step[] {
  if (run.options.lockTimeout.setBy === 'elsewhere') return [];
  const seen = new Set<number>();
  return run.steps.filter((step) => {
    if (seen.has(step.transaction) || step.rolledBack || isConcurrent(step) || strongLocks(step).length === 0)
      return false;
    const timeout = lockTimeout(step.before);
    if (timeout === 'unknown' || (timeout !== null && timeout > 0)) return false;
    // lock_timeout 0 written out is the row "too long".
    if (timeout === 0) return false;
    seen.add(step.transaction);
    return true;
  });
}
