import type { Repair } from '../../findings/finding';
import { baseOf } from '../../analysis/conditions/type-change';
import { findType } from '../../analysis/catalog/resolve';
import { writtenColumn } from '../../sql/column-clauses';
import { domainAsCheck } from '../repairs/domain-as-check';
import { briefly } from '../repairs/steps';
import { writtenAs } from '../repairs/written';
import type { RewritingColumn } from '../rewriting-columns';
import { rewriteMessage, rewritingColumns } from '../rewriting-columns';
import { stepRule } from '../rule';
import { printType, quoteName, quoteRelation } from '../sql-text';

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

  repair({ step, added }, run): Repair | null {
    const { operation, session } = added;
    if (operation.column.type === null) return null;
    const domain = findType(session, operation.column.type);
    if (domain?.kind !== 'domain') return null;
    const clause = writtenAs(step, operation);
    const clauses = clause === null ? [] : (writtenColumn(clause.text)?.clauses ?? []);
    const value = clauses.find(({ kind }) => kind === 'default')?.text;
    const column = `${quoteName(operation.column.name)} ${printType(baseOf(session, domain.type))}`;
    return {
      summary: 'add the column with the type behind the domain, and check it later',
      steps: [
        briefly(
          `ALTER TABLE ${quoteRelation(operation.table)} ADD COLUMN ${column}${value === undefined ? '' : ` ${value}`}`,
          'ACCESS EXCLUSIVE for a moment: no row is read or written.',
          run.options,
        ),
        ...domainAsCheck(operation.table, operation.column.name, operation.column.type, run.options),
      ],
    };
  },
});
