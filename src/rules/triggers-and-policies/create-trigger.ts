import type { LockFact, Step } from '../../analysis/step';
import type { Repair } from '../../findings/finding';
import { actsOf } from '../acts';
import { withLockTimeout } from '../repairs/lock-timeout';
import type { MatchBase, RuleRun } from '../rule';
import { stepRule } from '../rule';
import { strongLocks } from '../strong-locks';
import { hasLockTimeout, isAlone } from '../together';
import { namedAll } from '../words';

interface Match extends MatchBase {
  readonly step: Step;
  readonly locks: readonly LockFact[];
  readonly row: boolean;
}

/** CREATE TRIGGER on a table that others write. */
export const createTrigger = stepRule<Match>({
  id: 'create-trigger',
  title: 'Creating a trigger stops writes for a moment, and each later write runs it',
  group: 'triggers-and-policies',
  severity: 'notice',
  judges: 'lock',
  kinds: ['create-trigger'],

  check(step, run) {
    const [act] = actsOf(step, 'create-trigger');
    const locks = strongLocks(step).filter(({ relation }) => !relation.kind.endsWith('index'));
    if (act === undefined || locks.length === 0) return [];
    if (isAlone(step, run) && hasLockTimeout(step, run)) return [];
    if (isSaid(act.operation.table.name, step, run)) return [];
    return [{ step, locks, row: act.operation.row, cites: locks.map(({ relation }) => relation) }];
  },

  message({ locks, row }) {
    const names = namedAll(locks.map(({ relation }) => relation));
    return `Writes to ${names} wait for this ${locks[0]?.mode ?? ''} lock until the transaction commits; from then on the trigger runs for each ${row ? 'row' : 'statement'}`;
  },

  help() {
    return 'Create it in a short transaction of its own with a lock_timeout.';
  },

  repair({ step }): Repair | null {
    return withLockTimeout(step);
  },
});

/** Said once a table and transaction: the lock is taken once. */
function isSaid(table: string, step: Step, run: RuleRun): boolean {
  return run
    .earlierInTransaction(step)
    .some((earlier) =>
      actsOf(earlier, 'create-trigger').some(({ operation }) => operation.table.name === table),
    );
}
