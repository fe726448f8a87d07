import type { UserType } from '../../analysis/catalog/catalog';
import { nameKey } from '../../analysis/catalog/catalog';
import { tableById } from '../../analysis/catalog/find';
import { findType } from '../../analysis/catalog/resolve';
import { usersOfType } from '../../analysis/catalog/uses';
import type { Session } from '../../analysis/session';
import type { Repair } from '../../findings/finding';
import type { OperationOf } from '../../postgres/operation';
import { actsOf } from '../acts';
import { fullName, written } from '../object-names';
import { IN_BATCHES } from '../repairs/backfill';
import { alone, batches, deploy, migration } from '../repairs/steps';
import type { MatchBase } from '../rule';
import { stepRule } from '../rule';
import { quoteName } from '../../sql/quote-name';
import { quoteRelation, quoteText } from '../sql-text';
import { isMadeHere } from '../together';

interface Match extends MatchBase {
  readonly operation: OperationOf<'rename-enum-value'>;
  /** Columns of the type. */
  readonly columns: readonly { readonly table: string; readonly column: string }[];
}

/** ALTER TYPE … RENAME VALUE. */
export const enumRenameValue = stepRule<Match>({
  id: 'enum-rename-value',
  title: 'Renaming a value of an enum breaks the clients that write the old one',
  group: 'views-and-types',
  severity: 'error',
  judges: 'effect',
  kinds: ['rename-enum-value'],

  check(step, run) {
    return actsOf(step, 'rename-enum-value').flatMap(({ operation, before }): readonly Match[] => {
      const type = findType(before, operation.type);
      if (type !== undefined && isMadeHere(type.origin, step, run)) return [];
      return [{ operation, columns: type === undefined ? [] : columnsOf(before, type) }];
    });
  },

  message({ operation: { type, value, to } }) {
    return `From the commit on, clients that name value "${value}" of ${written(type)} fail (22P02) until they know it as "${to}", and reads give them a value they do not know`;
  },

  help() {
    return 'Add the new value, let the application move to it, and change the rows in batches.';
  },

  repair({ operation: { type, value, to }, columns }, run): Repair {
    const add = `ALTER TYPE ${quoteRelation(type)} ADD VALUE ${quoteText(to)} AFTER ${quoteText(value)}`;
    return {
      summary: 'two values for one release',
      steps: [
        // Up to 11 the server refuses it in a transaction.
        run.major < 12 ? alone(add, 'locks no table.') : migration(add, 'locks no table.'),
        deploy(`the code understands both, and writes "${to}".`),
        ...columns.map(({ table, column }) =>
          batches(
            `UPDATE ${table} SET ${column} = ${quoteText(to)} WHERE id > $lo AND id <= $hi AND ${column} = ${quoteText(value)}`,
            IN_BATCHES,
          ),
        ),
      ],
    };
  },
});

function columnsOf({ catalog }: Session, { schema, name }: UserType): Match['columns'] {
  const users = usersOfType(catalog, nameKey(schema, name));
  return users.flatMap((id) => {
    const table = tableById(catalog, id);
    return (table?.columns ?? []).flatMap((column) =>
      table !== undefined && column.type?.name === name && column.type.schema === schema
        ? [{ table: quoteRelation(fullName(table)), column: quoteName(column.name) }]
        : [],
    );
  });
}
