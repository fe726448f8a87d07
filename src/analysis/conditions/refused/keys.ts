import { castBetween } from '../../../postgres/coercion';
import type { TypeName } from '../../../postgres/type-name';
import { columnOf, indexesOf, primaryKeyOf, tableById } from '../../catalog/find';
import type { Index, Table } from '../../catalog/relation';
import { resolveType, tableOf } from '../../catalog/resolve';
import { keysOfColumn } from '../../roles/keys';
import { constraintAddedBy } from '../../roles/named-constraint';
import type { Situation } from '../../roles/situation';
import { targetTable } from '../../roles/target';
import { columnsMade, droppedColumns, droppedConstraints } from './statement';
import { baseOf } from '../type-change';

/** A foreign key that a statement adds. */
export interface AddedKey {
  readonly referenced: Table;
  readonly referencing: Table | null;
  /** The types that the same statement gives to columns. */
  readonly made: readonly { readonly name: string; readonly type: TypeName | null }[];
  readonly columns: readonly string[];
  readonly referencedColumns: readonly string[];
}

/** The foreign keys that a statement adds to tables that are known. */
export function keysAdded(situation: Situation): readonly AddedKey[] {
  const { operation, session, statement } = situation;
  const added = operation.kind === 'create-table' ? operation.constraints : [constraintAddedBy(situation)];
  const made =
    operation.kind === 'create-table'
      ? operation.columns
      : [
          ...columnsMade(situation),
          ...statement.flatMap((other) =>
            other.kind === 'alter-column-type' ? [{ name: other.column, type: other.type }] : [],
          ),
        ];
  return added.flatMap((constraint): readonly AddedKey[] => {
    const referenced =
      constraint?.kind === 'foreign-key' ? tableOf(session, constraint.referenced) : undefined;
    if (
      constraint?.kind !== 'foreign-key' ||
      referenced === undefined ||
      referenced.origin.source === 'assumed'
    )
      return [];
    const { columns, referencedColumns } = constraint;
    const target =
      referencedColumns.length > 0
        ? referencedColumns
        : (primaryKeyLeft(situation, referenced)?.columns ?? []);
    return [
      {
        referenced,
        referencing: operation.kind === 'create-table' ? null : (targetTable(situation) ?? null),
        made,
        columns,
        referencedColumns: target,
      },
    ];
  });
}

/** The primary key of a table, unless the same statement drops it. */
function primaryKeyLeft(situation: Situation, table: Table): ReturnType<typeof primaryKeyOf> {
  const key = primaryKeyOf(table);
  return key === undefined || isDropped(situation, table, key) ? undefined : key;
}

function isDropped(
  situation: Situation,
  table: Table,
  { name, columns }: { readonly name: string; readonly columns: readonly string[] },
): boolean {
  if (targetTable(situation)?.id !== table.id || situation.operation.kind === 'create-table') return false;
  const gone = droppedColumns(situation);
  return droppedConstraints(situation).includes(name) || columns.some((column) => gone.includes(column));
}

/** A key that names no columns means the primary key, of which there is none. */
export function lacksPrimaryKey(
  { statement }: Situation,
  { referenced, referencedColumns }: AddedKey,
): boolean {
  return (
    referencedColumns.length === 0 &&
    referenced.complete &&
    !statement.some((other) => other.kind === 'add-primary-key')
  );
}

/** Every unique index on these columns is that of a DEFERRABLE constraint. Source: tablecmds.c, transformFkeyCheckAttrs. */
export function refersToDeferrable({ session, statement }: Situation, key: AddedKey): boolean {
  const { referenced, referencedColumns } = key;
  if (
    !referenced.complete ||
    statement.some(({ kind }) => kind === 'add-unique' || kind === 'add-primary-key')
  )
    return false;
  const fitting = indexesOf(session.catalog, referenced.id).filter((index) => isOn(index, referencedColumns));
  return (
    fitting.length > 0 &&
    fitting.every(({ id }) =>
      referenced.constraints.some((each) => 'index' in each && each.index === id && each.deferrable),
    )
  );
}

/** No unique key of the other table has these columns. */
export function notReferenceable(situation: Situation, key: AddedKey): boolean {
  const { session, statement } = situation;
  const { referenced, columns, referencedColumns } = key;
  if (
    !referenced.complete ||
    statement.some((other) => other.kind === 'add-unique' || other.kind === 'add-primary-key')
  )
    return false;
  if (referencedColumns.length !== columns.length) return true;
  return indexesOf(session.catalog, referenced.id).every(
    (index) =>
      index.complete &&
      (!isOn(index, referencedColumns) ||
        (index.constraint !== null &&
          isDropped(situation, referenced, { name: index.constraint, columns: [] }))),
  );
}

/** A unique index of all rows on these columns, in any order. */
function isOn({ unique, predicate, keys }: Index, columns: readonly string[]): boolean {
  const own = keys.map(({ column }) => column ?? '').sort();
  return unique && predicate === null && own.join('\u0000') === [...columns].sort().join('\u0000');
}

const FAMILIES: readonly ReadonlySet<string>[] = [
  new Set([
    'int2',
    'int4',
    'int8',
    'numeric',
    'float4',
    'float8',
    'oid',
    'serial',
    'bigserial',
    'smallserial',
  ]),
  new Set(['text', 'varchar', 'bpchar', 'name', 'citext', 'char']),
  new Set(['date', 'timestamp', 'timestamptz']),
  new Set(['uuid']),
  new Set(['bool']),
  new Set(['inet', 'cidr']),
  new Set(['bytea']),
];

/** The types of the operators that compare two types of a row here. */
const COMPARED: readonly ReadonlySet<string>[] = [
  new Set(['int2', 'int4', 'int8']),
  new Set(['float4', 'float8']),
  new Set(['date', 'timestamp', 'timestamptz']),
];

/** What the operator class of a type takes where that is another one, and what a serial type is. */
const OPERAND: Readonly<Record<string, string>> = {
  varchar: 'text',
  cidr: 'inet',
  smallserial: 'int2',
  serial: 'int4',
  bigserial: 'int8',
};

/**
 * Columns that no operator of the referenced key compares: it needs one for both types, or turns the referencing value into the
 * other type unasked (tablecmds.c, ATAddForeignKeyConstraint).
 */
export function typesDiffer(
  { session }: Situation,
  { referencing, referenced, made, columns, referencedColumns }: AddedKey,
): boolean {
  const nameOf = (type: TypeName | null | undefined): string | null =>
    type === null || type === undefined || type.arrayDimensions > 0 ? null : baseOf(session, type).name;
  const typeIn = (table: Table | null, column: string): TypeName | null | undefined => {
    const own = table?.id === referencing?.id ? made.find(({ name }) => name === column)?.type : undefined;
    if (own !== undefined && own !== null) return resolveType(session, own);
    return table === null ? null : columnOf(table, column)?.type;
  };
  return columns.some((column, at) => {
    const target = referencedColumns[at];
    const left = nameOf(typeIn(referencing, column));
    const right = target === undefined ? null : nameOf(typeIn(referenced, target));
    return left !== null && right !== null && incomparable(left, right, session.major);
  });
}

/** A key of the column, which is put on again after the change, could not compare its columns any more. */
export function typeBreaksKey(situation: Situation): boolean {
  const { operation, session, statement } = situation;
  const target = targetTable(situation);
  if (operation.kind !== 'alter-column-type' || target === undefined) return false;
  const typeIn = (table: Table, column: string): string | null => {
    const change = statement.flatMap((other) =>
      table.id === target.id && other.kind === 'alter-column-type' && other.column === column ? [other] : [],
    )[0];
    const type = change === undefined ? columnOf(table, column)?.type : resolveType(session, change.type);
    if (type === null || type === undefined || type.arrayDimensions > 0) return null;
    return baseOf(session, type).name;
  };
  return keysOfColumn(situation).some(({ table, key }) => {
    const referenced = tableById(session.catalog, key.referenced);
    return (
      referenced !== undefined &&
      key.enforced &&
      key.columns.some((column, at) => {
        const other = key.referencedColumns[at];
        const [left, right] = [typeIn(table, column), other === undefined ? null : typeIn(referenced, other)];
        return left !== null && right !== null && incomparable(left, right, session.major);
      })
    );
  });
}

function incomparable(own: string, target: string, major: number): boolean {
  const families = [own, target].map((type) => FAMILIES.findIndex((names) => names.has(type)));
  if (families.includes(-1)) return false;
  if (families[0] !== families[1]) return true;
  const [left, right] = [OPERAND[own] ?? own, OPERAND[target] ?? target];
  if (COMPARED.some((types) => types.has(left) && types.has(right))) return false;
  const cast = castBetween(left, right, major);
  return cast === 'none' || (cast !== 'unknown' && cast.context !== 'implicit' && right !== 'citext');
}
