import type { Step } from '../../analysis/step';
import { backedConstraints } from '../backed-constraints';
import { reasonIn } from '../in-the-way';
import type { MatchBase } from '../rule';
import { stepRule } from '../rule';

interface Match extends MatchBase {
  readonly step: Step;
  readonly refusal: Step['refusals'][number];
}

/** What the server is certain to refuse, by the catalog, where no narrower rule says so. */
export const refusedByServer = stepRule<Match>({
  id: 'refused-by-server',
  title: 'The server refuses the statement: the migration stops here',
  group: 'hygiene',
  severity: 'error',
  judges: 'effect',
  kinds: 'any',

  check(step, run) {
    const refusal = step.refusals.find(({ sqlState, reason }) => !hasOwnRule(step, sqlState, reason));
    if (refusal === undefined || step.conditional) return [];
    // What could not be read may have put right what is in the way.
    return [...run.earlierInMigration(step), step].some(({ gaps }) => gaps.length > 0)
      ? []
      : [{ step, refusal }];
  },

  message({ step, refusal }) {
    return `The migration fails here: ${reasonIn(step, refusal)} (${refusal.sqlState})`;
  },

  help() {
    return 'Correct the statement, or what comes before it.';
  },
});

/** Rules that say more: autocommit, the end of a transaction in a procedure, rows without a value, objects that depend on a column or index. */
function hasOwnRule(step: Step, sqlState: string, reason: string): boolean {
  if (sqlState === '25001' || sqlState === '2D000' || sqlState === '23502' || sqlState === '55P04')
    return true;
  const kinds = new Set(step.operations.map(({ kind }) => kind));
  if (sqlState === '2BP01') return kinds.has('drop-column') || backedConstraints(step).length > 0;
  return kinds.has('alter-column-type') && /\buses? (it|the column)$/.test(reason);
}
