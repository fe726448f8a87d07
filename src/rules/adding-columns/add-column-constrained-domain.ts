import type { Repair } from '../../findings/finding';
import { baseOf } from '../../analysis/conditions/type-change';
import { findType } from '../../analysis/catalog/resolve';
import { briefly, migration } from '../repairs/steps';
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
  check: (step) => rewritingColumns(step, 'domain'),
  message: (match) =>
    rewriteMessage(match, `its domain "${match.added.operation.column.type?.name ?? ''}" has constraints`),
  help: () => 'Use the type that the domain stands on, with a CHECK of the column that is validated later.',

  repair({ added }, run): Repair | null {
    const { operation, session } = added;
    const domain = operation.column.type === null ? undefined : findType(session, operation.column.type);
    if (domain?.kind !== 'domain') return null;
    const alter = `ALTER TABLE ${quoteRelation(operation.table)}`;
    const name = quoteName(`${operation.table.name}_${operation.column.name}_check`);
    return {
      summary: 'add the column with the type behind the domain, and check it later',
      steps: [
        briefly(
          `${alter} ADD COLUMN ${quoteName(operation.column.name)} ${printType(baseOf(session, domain.type))}`,
          'ACCESS EXCLUSIVE for a moment: no row is read or written.',
          run.options,
        ),
        briefly(
          `${alter} ADD CONSTRAINT ${name} CHECK (…) NOT VALID`,
          'with the conditions of the domain in terms of the column: new rows are checked, old ones not yet.',
          run.options,
        ),
        migration(
          `${alter} VALIDATE CONSTRAINT ${name}`,
          'SHARE UPDATE EXCLUSIVE: reads and writes go on while the rows are read.',
        ),
      ],
    };
  },
});
