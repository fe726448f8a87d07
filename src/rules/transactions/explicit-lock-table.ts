import { lockTimeout } from '../../analysis/settings';
import type { LockFact, Step } from '../../analysis/step';
import type { MatchBase, RuleRun } from '../rule';
import { stepRule } from '../rule';
import { strongLocks } from '../strong-locks';
import { namedAll, stopped } from '../words';

interface Match extends MatchBase {
  readonly step: Step;
  readonly locks: readonly LockFact[];
}

/** LOCK TABLE in SHARE or stronger. */
export const explicitLockTable = stepRule<Match>({
  id: 'explicit-lock-table',
  title: 'LOCK TABLE closes the table until the transaction commits',
  group: 'transactions',
  severity: 'warning',
  judges: 'lock',
  kinds: ['lock-table'],

  check(step, run) {
    const locks = strongLocks(step).filter((lock) => !lock.relation.kind.endsWith('index'));
    if (locks.length === 0 || isTakenAnyway(step, locks, run)) return [];
    return [{ step, locks, cites: locks.map((lock) => lock.relation) }];
  },

  message({ step, locks }) {
    return `From here until the transaction commits, ${stopped(step.stops)} of ${namedAll(locks.map((lock) => lock.relation))} wait for this ${locks[0]?.mode ?? ''} lock`;
  },

  help() {
    return 'Leave the locking to the statement that needs it, or name a weaker mode.';
  },
});

/** NOWAIT or a lock_timeout, and the next statement takes such a lock anyway: a usual way not to queue. */
function isTakenAnyway(step: Step, locks: readonly LockFact[], run: RuleRun): boolean {
  const nowait = step.operations.some((operation) => operation.kind === 'lock-table' && operation.nowait);
  const timeout = lockTimeout(step.before);
  if (!nowait && !(typeof timeout === 'number' && timeout > 0)) return false;
  const next = run.laterInTransaction(step)[0];
  const taken = new Set((next === undefined ? [] : strongLocks(next)).map((lock) => lock.relation.id));
  return locks.every((lock) => taken.has(lock.relation.id));
}
