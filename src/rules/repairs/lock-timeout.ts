import { lockTimeout } from '../../analysis/settings';
import type { Step } from '../../analysis/step';
import type { Repair } from '../../findings/finding';
import { editsOf, withEdits } from './edits';
import { inPlace, LOCK_TIMEOUT } from './steps';

/** A short strong lock: a lock_timeout before the statement, and another try when it strikes. Null where one is in force. */
export function withLockTimeout(step: Step): Repair | null {
  const timeout = lockTimeout(step.before);
  if (timeout === 'unknown' || (timeout !== null && timeout > 0)) return null;
  const setting = `${settingFor(step)} lock_timeout = '${LOCK_TIMEOUT}';`;
  return {
    summary: 'give up quickly and try again',
    steps: [
      inPlace(
        setting,
        'before the statement. When it strikes (55P03), nothing has changed: wait longer than the stall and run the migration again.',
      ),
    ],
    ...withEdits(editsOf(step.statement, [{ start: 0, end: 0, text: `${setting}\n` }])),
  };
}

/** In a call of its own the statement becomes one of two, which makes a transaction of them. */
function settingFor({ inTransaction, statement }: Step): string {
  return inTransaction || statement.fragment.transaction === 'call' ? 'SET LOCAL' : 'SET';
}
