import { computedColumn, FILL_IN_BATCHES } from '../repairs/computed-column';
import type { RewritingColumn } from '../rewriting-columns';
import { rewriteMessage, rewritingColumns } from '../rewriting-columns';
import { stepRule } from '../rule';

/** ADD COLUMN GENERATED ALWAYS AS … STORED: every value is computed and written. */
export const addColumnStoredGenerated = stepRule<RewritingColumn>({
  id: 'add-column-stored-generated',
  title: 'A new stored generated column rewrites the table',
  group: 'adding-columns',
  severity: 'error',
  judges: 'lock',
  kinds: ['add-column'],
  ofWork: true,
  check: (step) => rewritingColumns(step, 'stored'),
  message: (match) => rewriteMessage(match, 'its value is computed for each of them'),
  help: () => 'Use a VIRTUAL column (18), or a plain column that a trigger and a backfill fill.',
  repair: (match, run) => computedColumn(match, FILL_IN_BATCHES, run),
});
