import { computedColumn } from '../repairs/computed-column';
import type { RewritingColumn } from '../rewriting-columns';
import { rewriteMessage, rewritingColumns } from '../rewriting-columns';
import { stepRule } from '../rule';

/** ADD COLUMN of a domain with a CHECK or NOT NULL: every row is written, though there is no default. */
export const addColumnConstrainedDomain = stepRule<RewritingColumn>({
  id: 'add-column-constrained-domain',
  title: 'A new column of a domain with constraints rewrites the table',
  group: 'adding-columns',
  severity: 'error',
  judges: 'lock',
  kinds: ['add-column'],
  ofWork: true,
  check: (step) => rewritingColumns(step, 'domain'),
  message: (match) =>
    rewriteMessage(match, `its domain "${match.added.operation.column.type?.name ?? ''}" has constraints`),
  help: () => 'Use the type that the domain stands on, with a CHECK of the column that is validated later.',
  repair: (match, run) =>
    computedColumn(match, 'add the column with the type behind the domain, and check it later', run),
});
