import { statementTimeout } from '../../analysis/settings';
import type { LockFact, Step } from '../../analysis/step';
import type { MatchBase } from '../rule';
import { runRule } from '../rule';
import { moreInWords, oncePerTransaction, strongSteps } from '../strong-steps';
import { unboundedWrites } from '../../analysis/unbounded-writes';
import { named } from '../words';

interface Match extends MatchBase {
  readonly migration: number;
  readonly step: number;
  readonly lock: LockFact;
  readonly more: number;
}

/** The first strong lock of a change set that is held without a statement_timeout. */
export const missingStatementTimeout = runRule<Match>({
  id: 'missing-statement-timeout',
  title: 'No statement_timeout bounds how long a strong lock is held',
  group: 'timeouts',
  severity: 'opt-in',
  judges: 'lock',
  on: 'change-set',

  check(_, run) {
    const without = oncePerTransaction(
      strongSteps(run).filter(({ step }) => statementTimeout(step.before) === null && !isMeantToBeLong(step)),
    );
    const [first] = without;
    if (first === undefined) return [];
    const { step, lock } = first;
    return [
      { migration: step.migration, step: step.index, lock, more: without.length - 1, cites: [lock.relation] },
    ];
  },

  message({ lock, more }) {
    return `If this statement runs longer than expected, nothing ends it, and the ${lock.mode} lock on ${named(lock.relation)} is held as long: no statement_timeout is in force${moreInWords(more)}`;
  },

  help() {
    return 'Set statement_timeout in the transaction: SET LOCAL statement_timeout.';
  },
});

/** VALIDATE and the change of many rows take their time, and stop nobody by a strong lock of their own. */
function isMeantToBeLong(step: Step): boolean {
  return (
    unboundedWrites(step).length > 0 ||
    step.operations.some((operation) => operation.kind === 'validate-constraint')
  );
}
