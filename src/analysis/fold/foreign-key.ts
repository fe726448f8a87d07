import type { ConstraintDefinition } from '../../postgres/definition';
import { adoptedKey } from '../catalog/adopted-key';
import type { ForeignKey } from '../catalog/adopted-key';
import { chooseForeignKeyName } from '../catalog/generated-name';
import { childrenOf, columnOf, constraintNamed, indexesOf, primaryKeyOf, tableById } from '../catalog/find';
import type { RelationId, Table } from '../catalog/relation';
import { tableOf } from '../catalog/resolve';
import { originOf } from '../origin';
import type { Session } from '../session';
import type { Folded } from './change';
import { changeTable, each } from './change';
import { withAllParts } from './key-parts';

type ForeignKeyDefinition = Extract<ConstraintDefinition, { readonly kind: 'foreign-key' }>;

/** FOREIGN KEY, on all partitions too. The referenced table is assumed before, where nobody knows it. */
export function addForeignKey(session: Session, id: RelationId, definition: ForeignKeyDefinition): Folded {
  const table = tableById(session.catalog, id);
  const referenced = tableOf(session, definition.referenced);
  if (table === undefined) return session;
  if (referenced === undefined) return null;
  if (table.complete && definition.columns.some((column) => columnOf(table, column) === undefined))
    return null;
  const referencedColumns = referencedColumnsOf(referenced, definition);
  if (referenced.complete && !hasUnique(session, referenced, referencedColumns, definition)) return null;
  const name = definition.name ?? chooseForeignKeyName(session, table, definition.columns);
  if (constraintNamed(table, name) !== undefined) return null;
  const constraint: ForeignKey = {
    kind: 'foreign-key',
    name,
    columns: definition.columns,
    referenced: referenced.id,
    referencedColumns,
    onDelete: definition.onDelete,
    onUpdate: definition.onUpdate,
    deferrable: definition.deferrable,
    initiallyDeferred: definition.initiallyDeferred,
    valid: definition.valid && definition.enforced,
    enforced: definition.enforced,
    parts: [],
    left: false,
    inherited: false,
    origin: originOf(session),
  };
  return withForeignKey(session, table, constraint);
}

/**
 * The foreign key on a partition, where the parent has it: an equal one takes part in the parent's and needs no parts of its own, which
 * 12 leaves it with; else one is made.
 */
export function inheritForeignKey(session: Session, partition: Table, key: ForeignKey): Folded {
  const same = adoptedKey(partition, key, session.major);
  if (same !== undefined) {
    return changeTable(session, partition.id, (before) => ({
      ...before,
      constraints: before.constraints.map((known) =>
        known === same
          ? {
              ...same,
              inherited: true,
              left: false,
              valid: same.valid || key.valid,
              parts: session.major >= 13 ? [] : same.parts,
            }
          : known,
      ),
    }));
  }
  const name =
    constraintNamed(partition, key.name) === undefined
      ? key.name
      : chooseForeignKeyName(session, partition, key.columns);
  const copy = { ...key, name, inherited: true, origin: originOf(session) };
  return withForeignKey(session, partition, copy);
}

/** The key on the table, on its partitions too. */
export function withForeignKey(session: Session, table: Table, key: ForeignKey): Folded {
  const added = changeTable(session, table.id, (before) => ({
    ...before,
    constraints: [...before.constraints, { ...key, parts: [], left: false }],
  }));
  const result = key.inherited ? added : withAllParts(added, table.id, key.name);
  if (table.kind !== 'partitioned table') return result;
  return each(result, childrenOf(result.catalog, table.id), (next, partition) =>
    inheritForeignKey(next, partition, key),
  );
}

function referencedColumnsOf(referenced: Table, definition: ForeignKeyDefinition): readonly string[] {
  return definition.referencedColumns.length > 0
    ? definition.referencedColumns
    : (primaryKeyOf(referenced)?.columns ?? []);
}

function hasUnique(
  session: Session,
  referenced: Table,
  columns: readonly string[],
  definition: ForeignKeyDefinition,
): boolean {
  if (columns.length === 0 || columns.length !== definition.columns.length) return false;
  const wanted = [...columns].sort().join('\u0000');
  return indexesOf(session.catalog, referenced.id).some(
    (index) =>
      !index.complete ||
      (index.unique &&
        index.predicate === null &&
        index.keys.every((key) => key.column !== null) &&
        index.keys
          .map((key) => key.column)
          .sort()
          .join('\u0000') === wanted),
  );
}
