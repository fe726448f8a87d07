import { computedColumn, FILL_IN_BATCHES } from '../repairs/computed-column';
import type { RewritingColumn } from '../rewriting-columns';
import { rewriteMessage, rewritingColumns } from '../rewriting-columns';
import { stepRule } from '../rule';

/** ADD COLUMN of a serial type: its default is nextval(). */
export const addColumnSerial = stepRule<RewritingColumn>({
  id: 'add-column-serial',
  title: 'A new serial column rewrites the table',
  group: 'adding-columns',
  severity: 'error',
  judges: 'lock',
  kinds: ['add-column'],
  ofWork: true,
  check: (step) => rewritingColumns(step, 'serial'),
  message: (match) => rewriteMessage(match, 'each gets its own number'),
  help: () => 'Add a plain column, give it a sequence, and fill the old rows in batches.',
  repair: (match, run) => computedColumn(match, FILL_IN_BATCHES, run),
});
