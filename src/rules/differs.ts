import { describeTypeName } from '../analysis/catalog/describe';
import { columnOf, isIndex, isTable } from '../analysis/catalog/find';
import type { Column, Index, Relation, Table } from '../analysis/catalog/relation';
import { relationOf, resolveType } from '../analysis/catalog/resolve';
import { exists } from '../analysis/origin';
import type { Session } from '../analysis/session';
import type { ColumnDefinition, IndexDefinition } from '../postgres/definition';
import type { OperationOf } from '../postgres/operation';

/** How what exists differs from what a statement with IF NOT EXISTS asks for, in words; null where it does not, or nobody knows. */
export function tableDiffers(session: Session, operation: OperationOf<'create-table'>): string | null {
  const existing = relationOf(session, operation.table);
  if (existing === undefined || !exists(existing.origin)) return null;
  if (!isTable(existing)) return `it is a ${existing.kind}`;
  if (!existing.complete) return null;
  for (const column of operation.columns) {
    const known = columnOf(existing, column.name);
    if (known === undefined) return `it has no column "${column.name}"`;
    const difference = columnDiffers(session, column, known);
    if (difference !== null) return `its column "${column.name}" ${difference}`;
  }
  return null;
}

/** The same for ADD COLUMN IF NOT EXISTS. */
export function columnDiffers(session: Session, wanted: ColumnDefinition, known: Column): string | null {
  if (wanted.type !== null && known.type !== null) {
    const [want, have] = [typeText(session, wanted), describeTypeName(resolveType(session, known.type))];
    if (want !== have) return `is ${have}, not ${want}`;
  }
  if (wanted.notNull && known.notNull === false) return 'allows NULL';
  if (wanted.default !== null && known.default === null && known.identity === null) return 'has no default';
  return null;
}

/** The same for CREATE INDEX IF NOT EXISTS. */
export function indexDiffers(session: Session, { index }: OperationOf<'create-index'>): string | null {
  const existing = existingIndex(session, index);
  if (existing === undefined) return null;
  if (!isIndex(existing)) return `it is a ${existing.kind}`;
  if (!existing.complete) return null;
  const table = relationOf(session, index.table);
  if (table === undefined || table.id !== existing.table) return 'it stands on another table';
  if (index.unique !== existing.unique) return existing.unique ? 'it is unique' : 'it is not unique';
  if (index.method !== existing.method) return `its method is ${existing.method}`;
  const [have, want] = [keysOf(existing), keysOf(index)];
  if (have !== want) return 'its columns are others';
  if ((index.predicate === null) !== (existing.predicate === null))
    return existing.predicate === null ? 'it has no WHERE' : 'it has a WHERE';
  return null;
}

/** What has the name that an index shall get; certainly there. */
export function existingIndex(session: Session, index: IndexDefinition): Relation | undefined {
  if (index.name === null) return undefined;
  const table = relationOf(session, index.table);
  const schema = index.table.schema ?? table?.schema ?? null;
  const existing = relationOf(session, { schema, name: index.name });
  return existing !== undefined && exists(existing.origin) ? existing : undefined;
}

/** A column of a table that certainly exists. */
export function existingColumn(table: Table, name: string): Column | undefined {
  const column = columnOf(table, name);
  return column !== undefined && exists(column.addedBy) ? column : undefined;
}

const SERIAL: Readonly<Record<string, string>> = { serial: 'int4', bigserial: 'int8', smallserial: 'int2' };

function typeText(session: Session, { type }: ColumnDefinition): string {
  if (type === null) return '';
  return SERIAL[type.name] ?? describeTypeName(resolveType(session, type));
}

function keysOf({ keys, include }: Pick<Index, 'keys' | 'include'>): string {
  return JSON.stringify([
    keys.map(({ column, expression, descending }) => [column, expression, descending]),
    include,
  ]);
}
