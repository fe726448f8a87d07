import type { Catalog } from '../../analysis/catalog/catalog';
import { columnOf, indexesOf, primaryKeyOf } from '../../analysis/catalog/find';
import { chooseRelationName, joinColumnNames } from '../../analysis/catalog/generated-name';
import type { Index, Table } from '../../analysis/catalog/relation';
import type { Session } from '../../analysis/session';
import type { RepairStep } from '../../findings/finding';
import type { RuleOptions } from '../rule';
import { quoteName } from '../../sql/quote-name';
import { buildNote } from './concurrently';
import { notNullSteps } from './not-null';
import { alone, briefly } from './steps';
import { relationText } from './written-key';

/** A table whose rows shall be told apart on subscribers. */
export interface WantedIdentity {
  readonly table: Table;
  /** Its columns, keys and indexes are those that remain. */
  readonly session: Session;
  /** The columns of the key that goes, where one goes. */
  readonly columns: readonly string[];
  /** What the note of the last step begins with: when it has to be there. */
  readonly when: string;
}

/** Another identity: a key that is there, an index on columns that tell rows apart, or the whole row where there are none. */
export function identitySteps(
  { table, session, columns, when }: WantedIdentity,
  options: Pick<RuleOptions, 'lockTimeout'>,
): readonly RepairStep[] {
  const alter = `ALTER TABLE ${relationText(table)} REPLICA IDENTITY`;
  const identity = (to: string, remark: string): RepairStep =>
    briefly(`${alter} ${to}`, `${when}, under ACCESS EXCLUSIVE for a moment: ${remark}`, options);
  const using = (index: string): RepairStep =>
    identity(`USING INDEX ${quoteName(index)}`, 'changes are sent with the columns of the index.');
  if (primaryKeyOf(table) !== undefined)
    return [identity('DEFAULT', 'changes are sent with the primary key.')];
  const index = indexesOf(session.catalog, table.id).find((each) => tellsRowsApart(each, table));
  if (index !== undefined) return [using(index.name)];
  const key = identifying(table, columns, session.major);
  if (key.length === 0)
    return [
      identity(
        'FULL',
        'changes are sent with the whole row, which subscribers look for. Better give the table a key.',
      ),
    ];
  const name = chooseRelationName(session, table.schema, table.name, joinColumnNames(key), 'idx', false);
  return [
    ...key.flatMap((column) =>
      columnOf(table, column)?.notNull === true
        ? []
        : notNullSteps(
            { table: { schema: namedSchema(table), name: table.name }, column },
            session.major,
            options,
          ),
    ),
    alone(
      `CREATE UNIQUE INDEX CONCURRENTLY ${quoteName(name)} ON ${relationText(table)} (${key.map(quoteName).join(', ')})`,
      buildNote(name),
    ),
    using(name),
  ];
}

/** What identifies the rows of a new table: its key, or the whole row. */
export function identityOfNew(table: Table, catalog: Catalog): string {
  const index = indexesOf(catalog, table.id).find((each) => tellsRowsApart(each, table));
  const alter = `ALTER TABLE ${relationText(table)}`;
  if (index !== undefined) return `${alter} REPLICA IDENTITY USING INDEX ${quoteName(index.name)}`;
  const key = identifying(table, [], null);
  return key.length === 0
    ? `${alter} REPLICA IDENTITY FULL`
    : `${alter} ADD PRIMARY KEY (${key.map(quoteName).join(', ')})`;
}

/** The server takes an index for the identity that is unique, valid, whole, of plain columns that are NOT NULL, and checked at once. */
function tellsRowsApart(index: Index, table: Table): boolean {
  const isDeferred = table.constraints.some(
    (constraint) => 'index' in constraint && constraint.index === index.id && constraint.deferrable,
  );
  return (
    index.unique &&
    index.valid &&
    index.complete &&
    index.predicate === null &&
    index.keys.length > 0 &&
    index.keys.every(({ column }) => column !== null && columnOf(table, column)?.notNull === true) &&
    !isDeferred
  );
}

/** The columns of the old key; else what is counted up, or called `id`. Below 12 there is no way to NOT NULL but a scan. */
function identifying(table: Table, columns: readonly string[], major: number | null): readonly string[] {
  const remains = columns.length > 0 && columns.every((column) => columnOf(table, column) !== undefined);
  const counted = table.columns.find(({ name, identity }) => identity !== null || name === 'id');
  const found = remains ? columns : counted === undefined ? [] : [counted.name];
  const isNotNull = found.every((column) => columnOf(table, column)?.notNull === true);
  return isNotNull || major === null || major >= 12 ? found : [];
}

function namedSchema({ schema }: Table): string | null {
  return schema === 'public' ? null : schema;
}
