import type { LockFact, Step } from '../../analysis/step';
import type { Continuation } from '../../analysis/longest';
import { longer } from '../../analysis/longest';
import { laterWork } from '../../findings/risk';
import { parametersOf } from '../parameters';
import type { MatchBase, RuleRun } from '../rule';
import { stepRule } from '../rule';
import { statisticsOf } from '../../analysis/statistics';
import { strongLocks } from '../strong-locks';
import { millisecondsOf, timeInWords } from '../time-in-words';
import { named } from '../words';

interface Match extends MatchBase {
  readonly lock: LockFact;
  readonly rows: number;
  readonly milliseconds: number;
  readonly limit: number;
}

const ID = 'predicted-long-lock';
const PARAMETERS = {
  limit: { kind: 'text', default: '1s', says: 'A strong lock that is held longer is reported.' },
} as const;

/** Milliseconds for ten million rows on an idle server, measured: an index between that of an integer and that of a text. */
const PER_TEN_MILLION: Readonly<Record<Continuation, number>> = {
  none: 0,
  scan: 500,
  'build-index': 5000,
  'copy-file': 5000,
  'unbounded write': 10_000,
  rewrite: 10_000,
};
const FOREIGN_KEY = 1300;

/** A strong lock that sizes say will be held long. */
export const predictedLongLock = stepRule<Match>({
  id: ID,
  title: 'By the size of the table a strong lock is held long',
  group: 'policy',
  severity: 'opt-in',
  judges: 'lock',
  kinds: 'any',
  parameters: PARAMETERS,

  check(step, run) {
    if (run.options.statistics === undefined) return [];
    const limit = millisecondsOf(parametersOf(run, ID, PARAMETERS).limit);
    const found = strongLocks(step).flatMap((lock): readonly Match[] => {
      const rows = statisticsOf(run.options.statistics, lock.relation)?.rows;
      const milliseconds = rows === undefined ? 0 : (rows / 10_000_000) * costOf(step, lock, run);
      return rows === undefined || milliseconds <= limit
        ? []
        : [{ lock, rows, milliseconds, limit, cites: [lock.relation] }];
    });
    return found.slice(0, 1);
  },

  message({ lock, rows, milliseconds }) {
    return `${named(lock.relation)} has about ${rows.toLocaleString('en')} rows: the ${lock.mode} lock is held for some ${timeInWords(roughly(milliseconds))} even on an idle server`;
  },

  help() {
    return 'Take the safe way of the statement, or a quiet hour.';
  },
});

function costOf(step: Step, lock: LockFact, run: RuleRun): number {
  const checksKey = step.operations.some(({ kind }) => kind === 'add-foreign-key') && lock.work === 'scan';
  const cost = PER_TEN_MILLION[longer<Continuation>(lock.work, laterWork(step, run, run.options.statistics))];
  return checksKey ? Math.max(FOREIGN_KEY, cost) : cost;
}

/** To one figure of a second: nobody knows more. */
function roughly(milliseconds: number): number {
  const unit = 10 ** Math.max(3, Math.floor(Math.log10(milliseconds)));
  return Math.max(1, Math.round(milliseconds / unit)) * unit;
}
