import { idleInTransactionTimeout } from '../../analysis/settings';
import type { LockFact } from '../../analysis/step';
import type { MatchBase } from '../rule';
import { runRule } from '../rule';
import { moreInWords, oncePerTransaction, strongSteps } from '../strong-steps';
import { named } from '../words';

interface Match extends MatchBase {
  readonly migration: number;
  readonly step: number;
  readonly lock: LockFact;
  readonly more: number;
}

/** The first strong lock of a change set that a runner which hangs would keep. */
export const missingIdleTimeout = runRule<Match>({
  id: 'missing-idle-timeout',
  title: 'A runner that hangs keeps its locks',
  group: 'timeouts',
  severity: 'opt-in',
  judges: 'lock',
  on: 'change-set',

  check(_, run) {
    const without = oncePerTransaction(
      strongSteps(run).filter(
        ({ step }) =>
          step.inTransaction && [null, 0].includes(timeoutOf(idleInTransactionTimeout(step.before))),
      ),
    );
    const [first] = without;
    if (first === undefined) return [];
    const { step, lock } = first;
    return [
      { migration: step.migration, step: step.index, lock, more: without.length - 1, cites: [lock.relation] },
    ];
  },

  message({ lock, more }) {
    return `If the runner hangs in this transaction, the ${lock.mode} lock on ${named(lock.relation)} stays until somebody ends its connection: no idle_in_transaction_session_timeout is in force${moreInWords(more)}`;
  },

  help() {
    return 'Set idle_in_transaction_session_timeout for the role that runs migrations.';
  },
});

/** What cannot be told is taken to be one. */
function timeoutOf(setting: ReturnType<typeof idleInTransactionTimeout>): number | null {
  return setting === 'unknown' ? 1 : setting;
}
