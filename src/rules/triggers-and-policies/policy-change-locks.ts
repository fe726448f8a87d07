import type { LockFact, Step } from '../../analysis/step';
import type { Repair } from '../../findings/finding';
import { actsOf } from '../acts';
import { withLockTimeout } from '../repairs/lock-timeout';
import type { MatchBase, RuleRun } from '../rule';
import { stepRule } from '../rule';
import { strongLocks, worstLock } from '../strong-locks';
import { hasLockTimeout, usesTables } from '../together';
import { named } from '../words';

interface Match extends MatchBase {
  readonly step: Step;
  readonly lock: LockFact;
}

const KINDS = ['create-policy', 'alter-policy', 'drop-policy', 'row-security'] as const;

/** Changing policies or row security: said once a table and transaction. */
export const policyChangeLocks = stepRule<Match>({
  id: 'policy-change-locks',
  title: 'Changing a policy closes the table until the transaction commits',
  group: 'triggers-and-policies',
  severity: 'notice',
  judges: 'lock',
  kinds: KINDS,

  check(step, run) {
    const lock = worstLock(strongLocks(step));
    if (lock === undefined || actsOf(step, ...KINDS).length === 0) return [];
    if (isHeld(lock, step, run)) return [];
    if (hasLockTimeout(step, run) && onlyPolicies(step, run)) return [];
    return [{ step, lock, cites: [lock.relation] }];
  },

  message({ lock }) {
    return `Reads and writes of ${named(lock.relation)} wait for this ${lock.mode} lock until the transaction commits`;
  },

  help() {
    return 'Change the policies of one table in a short transaction of their own with a lock_timeout.';
  },

  repair({ step }): Repair | null {
    return withLockTimeout(step);
  },
});

/** An earlier statement of the transaction closed the table already, and was told so. */
function isHeld(lock: LockFact, step: Step, run: RuleRun): boolean {
  return run
    .earlierInTransaction(step)
    .some((earlier) =>
      earlier.locks.some(({ relation, mode }) => relation.id === lock.relation.id && mode === lock.mode),
    );
}

/** Nothing in the transaction but changes of policies of that table: all of them are quick. */
function onlyPolicies(step: Step, run: RuleRun): boolean {
  return [...run.earlierInTransaction(step), ...run.laterInTransaction(step)]
    .filter(usesTables)
    .every((other) => other.operations.every(({ kind }) => KINDS.some((each) => each === kind)));
}
