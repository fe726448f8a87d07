import { computedColumn, FILL_IN_BATCHES } from '../repairs/computed-column';
import type { RewritingColumn } from '../rewriting-columns';
import { rewriteMessage, rewritingColumns } from '../rewriting-columns';
import { stepRule } from '../rule';

/** ADD COLUMN GENERATED AS IDENTITY: no cheaper than serial. */
export const addColumnIdentity = stepRule<RewritingColumn>({
  id: 'add-column-identity',
  title: 'A new identity column rewrites the table',
  group: 'adding-columns',
  severity: 'error',
  judges: 'lock',
  kinds: ['add-column'],
  ofWork: true,
  check: (step) => rewritingColumns(step, 'identity'),
  message: (match) => rewriteMessage(match, 'each gets its own number'),
  help: () => 'Add a plain column, fill the old rows in batches, and make it an identity at the end.',
  repair: (match, run) => computedColumn(match, FILL_IN_BATCHES, run),
});
