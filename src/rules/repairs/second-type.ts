import { nameKey } from '../../analysis/catalog/catalog';
import { isTable, primaryKeyOf } from '../../analysis/catalog/find';
import type { Column, Table } from '../../analysis/catalog/relation';
import { relationOf } from '../../analysis/catalog/resolve';
import { usersOfType } from '../../analysis/catalog/uses';
import type { Session } from '../../analysis/session';
import type { Repair, RepairStep } from '../../findings/finding';
import type { OperationOf } from '../../postgres/operation';
import type { RuleRun } from '../rule';
import { quoteName } from '../../sql/quote-name';
import { printType, quoteRelation } from '../sql-text';
import { dependentsOf, expandContract } from './expand-contract';
import { migration } from './steps';
import { plainName } from '../object-names';

/** An attribute of the second type, with its value in terms of the first. SQL. */
interface Attribute {
  readonly name: string;
  readonly type: string;
  value(of: string): string;
}

/** A second composite type beside the first, to which columns and clients move one after the other; null where the first is not known. */
export function secondType(
  operation: OperationOf<'alter-composite-type'>,
  before: Session,
  run: RuleRun,
): Repair | null {
  const known = relationOf(before, operation.type);
  if (known?.kind !== 'composite type') return null;
  const attributes = changed(known.columns, operation.change);
  const users = usersOfType(before.catalog, nameKey(known.schema, known.name)).map((id) =>
    before.catalog.relations.get(id),
  );
  if (attributes === null || users.some((user) => user === undefined || !isTable(user))) return null;
  const type = { schema: operation.type.schema, name: `${known.name}_new` };
  const moved = users.flatMap((user): readonly RepairStep[] =>
    user === undefined || !isTable(user)
      ? []
      : columnsOfType(user, known).flatMap((column) => move(user, column)),
  );
  function move(table: Table, column: Column): readonly RepairStep[] {
    const old = quoteName(column.name);
    const row = attributes?.map(({ value }) => value(`(${old})`)).join(', ') ?? '';
    return expandContract(
      {
        table: plainName(table),
        column: column.name,
        type: quoteRelation(type),
        value: `CASE WHEN ${old} IS NOT DISTINCT FROM NULL THEN NULL ELSE ROW(${row})::${quoteRelation(type)} END`,
        notNull: column.notNull === true,
        key: primaryKeyOf(table)?.columns.length === 1 ? (primaryKeyOf(table)?.columns[0] ?? null) : null,
        primaryKey: null,
        major: before.major,
        dependents: dependentsOf(before.catalog, table, column.name),
      },
      run,
    ).steps;
  }
  const definition = attributes.map(({ name, type: of }) => `${name} ${of}`).join(', ');
  return {
    summary: 'let a second type take over',
    steps: [
      migration(`CREATE TYPE ${quoteRelation(type)} AS (${definition})`, 'locks no table.'),
      ...moved,
      migration(
        `DROP TYPE ${quoteRelation(operation.type)}`,
        'one release later, once neither column nor client uses it.',
      ),
    ],
  };
}

function columnsOfType(
  table: Table,
  type: { readonly schema: string; readonly name: string },
): readonly Column[] {
  return table.columns.filter(
    ({ type: of }) =>
      of !== null &&
      of.arrayDimensions === 0 &&
      of.name === type.name &&
      (of.schema ?? type.schema) === type.schema,
  );
}

/** The attributes after the change; null where a type is not known. */
function changed(
  columns: readonly Column[],
  change: OperationOf<'alter-composite-type'>['change'],
): readonly Attribute[] | null {
  const kept = columns.flatMap(({ name, type }): readonly Attribute[] => {
    if (type === null || (change.kind === 'drop' && change.attribute === name)) return [];
    const isMeant = change.kind !== 'add' && change.attribute === name;
    const next = isMeant && change.kind === 'rename' ? change.to : name;
    const as = printType(isMeant && change.kind === 'alter' ? change.type : type);
    const cast = isMeant && change.kind === 'alter' ? `::${as}` : '';
    return [{ name: quoteName(next), type: as, value: (of) => `${of}.${quoteName(name)}${cast}` }];
  });
  if (columns.some(({ type }) => type === null)) return null;
  if (change.kind !== 'add') return kept;
  return [...kept, { name: quoteName(change.attribute), type: printType(change.type), value: () => 'NULL' }];
}
