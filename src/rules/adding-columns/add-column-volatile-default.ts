import { computedColumn, FILL_IN_BATCHES } from '../repairs/computed-column';
import type { RewritingColumn } from '../rewriting-columns';
import { rewriteMessage, rewritingColumns } from '../rewriting-columns';
import { stepRule } from '../rule';

/** ADD COLUMN with a VOLATILE default: the table and its indexes are written anew. */
export const addColumnVolatileDefault = stepRule<RewritingColumn>({
  id: 'add-column-volatile-default',
  title: 'A new column whose default differs from row to row rewrites the table',
  group: 'adding-columns',
  severity: 'error',
  judges: 'lock',
  kinds: ['add-column'],
  ofWork: true,
  check: (step) => rewritingColumns(step, 'volatile'),
  message: (match) => rewriteMessage(match, 'its default is computed for each of them'),
  help: () => 'Add the column without a value, set the default, and fill the old rows in batches.',
  repair: (match, run) => computedColumn(match, FILL_IN_BATCHES, run),
});
