import type { OperationOf } from '../../postgres/operation';
import { childrenOf, columnOf, ownedSequences, parentsOf, tableById } from '../catalog/find';
import type { Column, RelationId, Table } from '../catalog/relation';
import { resolveType } from '../catalog/resolve';
import type { Session } from '../session';
import type { Folded } from './change';
import { changeColumn, changeTable, each, put } from './change';
import { addSequence, buildColumn, isSerial, ownSequence, resolveDefault, sequenceType } from './column';
import { startOf } from './sequence';
import type { CatalogObject } from './catalog-object';
import { dropObjects } from './drop';
import { setNotNull } from './not-null';
import { putOnAgain } from './put-on-again';

/** ADD COLUMN, on all heirs too; an heir that has the column takes part in the parent's. */
export function addColumn(session: Session, id: RelationId, operation: OperationOf<'add-column'>): Folded {
  const table = tableById(session.catalog, id);
  if (table === undefined) return session;
  const { column: definition } = operation;
  const exists = columnOf(table, definition.name) !== undefined;
  if (exists && !operation.ifNotExists) return null;
  if (exists && session.major >= 13) return session;
  const [built, column, sequence] = buildColumn(session, table, definition);
  // Up to 12 the sequence is made before the column is looked for.
  if (exists) return sequence === null ? session : ownSequence(built, sequence, id, column.name);
  const certain = !operation.ifNotExists;
  const added = withColumn(built, id, { ...column, addedBy: { ...column.addedBy, certain } });
  const owned = sequence === null ? added : ownSequence(added, sequence, id, column.name);
  const inherited = operation.only
    ? owned
    : each(owned, childrenOf(owned.catalog, id), (next, child) => inheritColumn(next, child.id, column));
  const notNull = definition.notNull || isSerial(definition) || definition.identity !== null;
  if (inherited === null || !notNull) return inherited;
  const fact = { ...plainNotNull(column.name), ...definition.notNullConstraint };
  return setNotNull(inherited, id, fact, !operation.only);
}

/** DROP COLUMN with all that stands on it, on heirs too that have it from here alone. */
export function dropColumn(session: Session, id: RelationId, operation: OperationOf<'drop-column'>): Folded {
  const table = tableById(session.catalog, id);
  if (table === undefined) return session;
  const { column } = operation;
  const known = columnOf(table, column);
  if (known === undefined) return operation.missingOk || !table.complete ? session : null;
  if (known.inherited || isPartitionKey(table, column)) return null;
  const { gone, kept } = operation.only
    ? { gone: [], kept: childrenOf(session.catalog, id) }
    : heirsOfColumn(session, table, column);
  const released = kept.reduce(
    (next, child) => changeColumn(next, child.id, column, (before) => ({ ...before, inherited: false })),
    session,
  );
  const objects = [table, ...gone].map((each): CatalogObject => ({
    kind: 'column',
    table: each.id,
    name: column,
  }));
  return dropObjects(released, objects, operation.cascade);
}

/** ALTER COLUMN … TYPE. Indexes and constraints stay, built anew; the sequence of an identity column follows. */
export function changeType(
  session: Session,
  id: RelationId,
  operation: OperationOf<'alter-column-type'>,
): Folded {
  const type = resolveType(session, operation.type);
  const { column, only, collation } = operation;
  const changed = onColumn(session, id, column, only, (before) => ({
    ...before,
    type,
    collation,
    default: withOwnType(before),
  }));
  return changed === null ? null : putOnAgain(withSequenceType(changed, id, column), id, column);
}

/** A text stays a constant of the type that the column had when it was written. */
function withOwnType({ default: value, type }: Column): Column['default'] {
  return value?.kind === 'constant' && typeof value.value === 'string' && type !== null
    ? { kind: 'cast', arg: value, type }
    : value;
}

function withSequenceType(session: Session, id: RelationId, name: string): Session {
  const table = tableById(session.catalog, id);
  const column = table === undefined ? undefined : columnOf(table, name);
  if (column === undefined || column.identity === null) return session;
  return ownedSequences(session.catalog, id, name)
    .filter(({ identity }) => identity)
    .reduce((next, sequence) => put(next, { ...sequence, type: sequenceType(column) }), session);
}

/** ADD GENERATED … AS IDENTITY: a sequence is made for it. */
export function addIdentity(
  session: Session,
  id: RelationId,
  operation: OperationOf<'add-identity'>,
  start: Session,
): Folded {
  const table = tableById(session.catalog, id);
  const column = table === undefined ? undefined : columnOf(table, operation.column);
  if (table === undefined || column === undefined) return table?.complete === true ? null : session;
  if (column.identity !== null || column.default !== null || column.notNull === false) return null;
  // Up to 12 the sequence is made before anything else: with a name that was new then, for the type that the column had.
  const first = session.major < 13;
  const type = sequenceType((first ? columnBefore(start, id, column.name) : undefined) ?? column);
  const names = first ? start : session;
  const [made, sequence] = addSequence(session, table, column.name, type, true, names);
  const owned = ownSequence(made, { ...sequence, ...startOf(operation.options) }, id, column.name);
  return identityOf(owned, id, column.name, operation.always ? 'always' : 'by default');
}

function columnBefore({ catalog }: Session, id: RelationId, name: string): Column | undefined {
  const table = tableById(catalog, id);
  return table === undefined ? undefined : columnOf(table, name);
}

/** SET GENERATED. */
export function setIdentity(
  session: Session,
  id: RelationId,
  operation: OperationOf<'set-identity'>,
): Folded {
  const table = tableById(session.catalog, id);
  const column = table === undefined ? undefined : columnOf(table, operation.column);
  if (column === undefined || column.identity === null) return table?.complete === true ? null : session;
  if (operation.always === null) return session;
  return identityOf(session, id, operation.column, operation.always ? 'always' : 'by default');
}

/** DROP IDENTITY: its sequence goes. */
export function dropIdentity(
  session: Session,
  id: RelationId,
  operation: OperationOf<'drop-identity'>,
): Folded {
  const table = tableById(session.catalog, id);
  const column = table === undefined ? undefined : columnOf(table, operation.column);
  if (column === undefined || column.identity === null)
    return operation.missingOk || table?.complete !== true ? session : null;
  const plain = identityOf(session, id, operation.column, null);
  const sequences = ownedSequences(plain.catalog, id, operation.column).filter(
    (sequence) => sequence.identity,
  );
  return dropObjects(
    plain,
    sequences.map((sequence) => ({ kind: 'relation', id: sequence.id })),
    true,
  );
}

/** SET DEFAULT and DROP DEFAULT (`default` null). */
export function setDefault(
  session: Session,
  id: RelationId,
  operation: OperationOf<'set-default'> | OperationOf<'drop-default'>,
): Folded {
  return onColumn(session, id, operation.column, operation.only, (column) => ({
    ...column,
    default:
      operation.kind === 'set-default' ? resolveDefault(session, operation.default, column.type) : null,
  }));
}

/** SET EXPRESSION and DROP EXPRESSION of a generated column. */
export function setExpression(
  session: Session,
  id: RelationId,
  operation: OperationOf<'set-expression'> | OperationOf<'drop-expression'>,
): Folded {
  const changed = onColumn(session, id, operation.column, operation.only, (column) => ({
    ...column,
    generated:
      operation.kind === 'drop-expression' || column.generated === null
        ? null
        : { ...column.generated, expression: operation.expression },
  }));
  return changed === null || operation.kind === 'drop-expression'
    ? changed
    : putOnAgain(changed, id, operation.column);
}

/** Changes a column of a table and its heirs (without ONLY). Refused where a table that is known in full has no such column. */
export function onColumn(
  session: Session,
  id: RelationId,
  column: string,
  only: boolean,
  change: (column: Column) => Column,
): Folded {
  const table = tableById(session.catalog, id);
  if (table === undefined) return session;
  if (columnOf(table, column) === undefined) return table.complete ? null : session;
  const changed = changeColumn(session, id, column, change);
  if (only) return changed;
  return each(changed, childrenOf(changed.catalog, id), (next, child) =>
    onColumn(next, child.id, column, false, change),
  );
}

function inheritColumn(session: Session, id: RelationId, column: Column): Folded {
  const table = tableById(session.catalog, id);
  if (table === undefined || columnOf(table, column.name) !== undefined) return session;
  const identity = table.partition !== null && session.major >= 17 ? column.identity : null;
  const added = withColumn(session, id, { ...column, identity, inherited: true });
  return each(added, childrenOf(added.catalog, id), (next, child) => inheritColumn(next, child.id, column));
}

function withColumn(session: Session, id: RelationId, column: Column): Session {
  return changeTable(session, id, (table) => ({ ...table, columns: [...table.columns, column] }));
}

function identityOf(session: Session, id: RelationId, column: string, identity: Column['identity']): Session {
  const changed = changeColumn(session, id, column, (before) => ({ ...before, identity }));
  if (session.major < 17) return changed;
  return childrenOf(changed.catalog, id)
    .filter((child) => child.partition !== null)
    .reduce((next, child) => identityOf(next, child.id, column, identity), changed);
}

/** Which heirs lose the column with the table, and which keep it because it is theirs too. */
function heirsOfColumn(
  session: Session,
  table: Table,
  column: string,
): { readonly gone: readonly Table[]; readonly kept: readonly Table[] } {
  const gone: Table[] = [];
  const kept: Table[] = [];
  const lost = new Set([table.id]);
  const open = [...childrenOf(session.catalog, table.id)];
  for (let next = open.shift(); next !== undefined; next = open.shift()) {
    const known = columnOf(next, column);
    if (known === undefined || lost.has(next.id)) continue;
    const otherParent = parentsOf(session.catalog, next).some(
      (each) => !lost.has(each.id) && columnOf(each, column) !== undefined,
    );
    if (!known.inherited || otherParent) {
      if (!otherParent) kept.push(next);
      continue;
    }
    lost.add(next.id);
    gone.push(next);
    open.push(...childrenOf(session.catalog, next.id));
  }
  return { gone, kept };
}

function isPartitionKey(table: Table, column: string): boolean {
  return table.partitioning?.keys.some((key) => key.column === column) === true;
}

function plainNotNull(column: string): Parameters<typeof setNotNull>[2] {
  return { column, name: null, valid: true, noInherit: false, inherited: false };
}
