import type { LockFact } from '../../analysis/step';
import type { Repair } from '../../findings/finding';
import { actsOf } from '../acts';
import { withLockTimeout } from '../repairs/lock-timeout';
import type { Step } from '../../analysis/step';
import type { MatchBase } from '../rule';
import { stepRule } from '../rule';
import { strongLocks, worstLock } from '../strong-locks';
import { named, namedAll } from '../words';

interface Match extends MatchBase {
  readonly step: Step;
  /** Null: every table of the roles. */
  readonly lock: LockFact | null;
  readonly roles: readonly string[];
}

/** OWNER TO and REASSIGN OWNED. */
export const ownerChange = stepRule<Match>({
  id: 'owner-change',
  title: 'Another owner closes the table for a moment; REASSIGN OWNED closes all at once',
  group: 'renaming',
  severity: 'notice',
  judges: 'lock',
  kinds: ['change-owner', 'reassign-owned'],

  check(step) {
    const reassigned = actsOf(step, 'reassign-owned').map(({ operation }): Match => ({
      step,
      lock: null,
      roles: operation.roles,
    }));
    if (actsOf(step, 'change-owner').length === 0) return reassigned;
    const lock = worstLock(strongLocks(step));
    return lock === undefined
      ? reassigned
      : [...reassigned, { step, lock, roles: [], cites: [lock.relation] }];
  },

  message({ lock, roles }) {
    return lock === null
      ? `Reads and writes of every table that ${namedAll(roles.map((name) => ({ name })))} owns wait for ACCESS EXCLUSIVE locks, all at once, until the transaction commits`
      : `Reads and writes of ${named(lock.relation)} wait for the ${lock.mode} lock on it${lock.relation.kind.endsWith('table') ? ' and all its indexes' : ''} until the transaction commits`;
  },

  help() {
    return 'Change the owner table by table, each in a short transaction with a lock_timeout.';
  },

  repair({ step, lock }): Repair | null {
    return lock === null ? null : withLockTimeout(step);
  },
});
