import { statementTimeout } from '../../analysis/settings';
import type { LockFact } from '../../analysis/step';
import { parametersOf } from '../parameters';
import type { MatchBase } from '../rule';
import { runRule } from '../rule';
import { oncePerTransaction, strongSteps } from '../strong-steps';
import { millisecondsOf, timeInWords } from '../time-in-words';
import { named } from '../words';

interface Match extends MatchBase {
  readonly migration: number;
  readonly step: number;
  readonly lock: LockFact;
  readonly timeout: number;
  readonly limit: number;
}

const ID = 'statement-timeout-too-long';
const PARAMETERS = {
  limit: { kind: 'text', default: '1min', says: 'A statement_timeout above it is too long.' },
} as const;

/** A statement_timeout that is 0 or above the limit where a strong lock is taken: once a transaction. */
export const statementTimeoutTooLong = runRule<Match>({
  id: ID,
  title: 'A long statement_timeout lets a strong lock be held for as long',
  group: 'timeouts',
  severity: 'opt-in',
  judges: 'lock',
  on: 'change-set',
  parameters: PARAMETERS,

  check(_, run) {
    const limit = millisecondsOf(parametersOf(run, ID, PARAMETERS).limit);
    const tooLong = strongSteps(run).filter(({ step }) => {
      const timeout = statementTimeout(step.before);
      const validates = step.operations.some((operation) => operation.kind === 'validate-constraint');
      return typeof timeout === 'number' && (timeout === 0 || timeout > limit) && !validates;
    });
    return oncePerTransaction(tooLong).map(({ step, lock }) => ({
      migration: step.migration,
      step: step.index,
      lock,
      timeout: Number(statementTimeout(step.before)),
      limit,
      cites: [lock.relation],
    }));
  },

  message({ lock, timeout, limit }) {
    const until =
      timeout === 0
        ? 'statement_timeout is 0, so nothing ends this statement'
        : `statement_timeout is ${timeInWords(timeout)}, so this statement may run that long`;
    return `${until} while the ${lock.mode} lock on ${named(lock.relation)} is held; the limit is ${timeInWords(limit)}`;
  },

  help({ limit }) {
    return `Set it to ${timeInWords(limit)} or less.`;
  },
});
