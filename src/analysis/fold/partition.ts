import type { OperationOf } from '../../postgres/operation';
import {
  childrenOf,
  columnOf,
  constraintNamed,
  heirs,
  indexById,
  indexesOf,
  tableById,
} from '../catalog/find';
import type { Constraint, RelationId, Table } from '../catalog/relation';
import { relationOf, tableOf } from '../catalog/resolve';
import { referencingTables } from '../catalog/uses';
import { chooseConstraintName } from '../catalog/generated-name';
import { originOf } from '../origin';
import type { Session } from '../session';
import { adopt, adoptable, buildIndex, planOf, revalidate } from './build-index';
import type { Folded } from './change';
import { changeTable, each, put } from './change';
import { inheritForeignKey } from './foreign-key';

/** What a partition takes over from its parent as it joins: indexes, row triggers, foreign keys; equal ones are adopted. */
export function joinPartition(session: Session, parentId: RelationId, id: RelationId): Folded {
  const parent = tableById(session.catalog, parentId);
  if (parent === undefined) return session;
  const indexed = each(session, indexesOf(session.catalog, parentId), (next, index) => {
    const partition = tableById(next.catalog, id);
    if (partition === undefined || partition.kind === 'foreign table') return next;
    const plan = planOf(next, index);
    // A key takes no unique constraint from 17 on, nor the other way round (AttachPartitionEnsureIndexes).
    const known = adoptable(next, partition, plan, session.major >= 17);
    if (known !== undefined) return adopt(next, known, index.id);
    return buildIndex(next, partition, plan, { only: false, parent: index.id })?.[0] ?? null;
  });
  if (indexed === null) return null;
  const triggered = withTriggersOf(indexed, parent, id);
  const keyed = each(
    triggered,
    parent.constraints.flatMap((constraint) => (constraint.kind === 'foreign-key' ? [constraint] : [])),
    (next, key) => {
      const partition = tableById(next.catalog, id);
      return partition === undefined ? next : inheritForeignKey(next, partition, key);
    },
  );
  return keyed === null ? null : revalidateParents(keyed, parentId);
}

/** ATTACH PARTITION. Refused where a column is missing, and of a partition, an heir, the parent itself and what is above it. */
export function attachPartition(
  session: Session,
  id: RelationId,
  operation: OperationOf<'attach-partition'>,
): Folded {
  const parent = tableById(session.catalog, id);
  const partition = tableOf(session, operation.partition);
  if (parent === undefined || partition === undefined) return session;
  if (parent.kind !== 'partitioned table' && parent.complete) return null;
  if (partition.partition !== null || partition.parents.length > 0) return null;
  if ([partition, ...heirs(session.catalog, partition.id)].some((below) => below.id === id)) return null;
  const missing = parent.columns.some((column) => columnOf(partition, column.name) === undefined);
  if (missing && partition.complete) return null;
  const attached = changeTable(session, partition.id, (before) => ({
    ...before,
    partition: { parent: id, bound: operation.bound, detachPending: false },
    columns: before.columns.map((column) => {
      const above = columnOf(parent, column.name);
      if (above === undefined) return column;
      return { ...column, inherited: true, identity: session.major >= 17 ? above.identity : column.identity };
    }),
    constraints: before.constraints.map((constraint) =>
      isAbove(parent, constraint) ? { ...constraint, inherited: true } : constraint,
    ),
  }));
  return joinPartition(attached, id, partition.id);
}

/** DETACH PARTITION: what it took over stays, as its own; row triggers that came from the parent go. */
export function detachPartition(
  session: Session,
  id: RelationId,
  operation: OperationOf<'detach-partition'>,
): Folded {
  const parent = tableById(session.catalog, id);
  const partition = tableOf(session, operation.partition);
  if (parent === undefined || partition === undefined) return session;
  if (partition.partition?.parent !== id) return partition.complete ? null : session;
  const left = changeTable(session, id, (before) => ({ ...before, hadPartitions: true }));
  const alone = changeTable(left, partition.id, (before) => ({
    ...before,
    partition: null,
    parents: [],
    columns: before.columns.map((column) => ({
      ...column,
      inherited: false,
      identity: session.major >= 17 ? null : column.identity,
    })),
    constraints: before.constraints
      .filter((constraint) => !losesKey(session, constraint))
      .map((constraint) =>
        constraint.inherited && !isMistaken(session, before, constraint)
          ? { ...constraint, inherited: false }
          : constraint,
      ),
  }));
  const untriggered = withoutMistakenKeys(withoutTriggersOf(alone, partition), partition.id);
  const released = indexesOf(untriggered.catalog, partition.id).reduce(
    (next, index) => (index.parent === null ? next : put(next, { ...index, parent: null })),
    untriggered,
  );
  // A hash bound speaks of the parent, so nothing of it is kept.
  return (operation.concurrently || operation.finalize) && parent.partitioning?.strategy !== 'hash'
    ? withBoundCheck(released, parent, partition.id)
    : released;
}

/** Partitions that have a key to the detached one from their own parent lose it, as if it came from above (GetParentedForeignKeyRefs). */
function withoutMistakenKeys(session: Session, id: RelationId): Session {
  if (session.major < 12) return session;
  return referencingTables(session.catalog, id).reduce(
    (next, { id: referring }) =>
      changeTable(next, referring, (table) => ({
        ...table,
        constraints: table.constraints.filter(
          (each) => each.kind !== 'foreign-key' || each.referenced !== id || !each.inherited,
        ),
      })),
    session,
  );
}

/** The partition, with all below it, loses the row triggers that it has from above. */
function withoutTriggersOf(session: Session, partition: Table): Session {
  const gone = new Set(partition.triggers.flatMap(({ name, inherited }) => (inherited ? [name] : [])));
  if (gone.size === 0) return session;
  return [partition, ...heirs(session.catalog, partition.id)].reduce(
    (next, { id }) =>
      changeTable(next, id, (table) => ({
        ...table,
        triggers: table.triggers.filter(({ name, inherited }) => !inherited || !gone.has(name)),
      })),
    session,
  );
}

/**
 * On 11 the constraint of an index is looked for among all that stand on it, by name: a key of the table to itself may come first,
 * and the right one stays as it was. Source: pg_constraint.c, get_relation_idx_constraint_oid.
 */
function isMistaken({ major }: Session, table: Table, constraint: Constraint): boolean {
  if (major > 11 || (constraint.kind !== 'primary-key' && constraint.kind !== 'unique')) return false;
  return table.constraints.some(
    (each) =>
      each.kind === 'foreign-key' &&
      each.referenced === table.id &&
      each.name < constraint.name &&
      each.referencedColumns.join('\u0000') === constraint.columns.join('\u0000'),
  );
}

/** 13 and 14 drop a key to a partitioned table that the partition had from its parent. */
function losesKey({ catalog, major }: Session, constraint: Constraint): boolean {
  return (
    (major === 13 || major === 14) &&
    constraint.kind === 'foreign-key' &&
    constraint.inherited &&
    catalog.relations.get(constraint.referenced)?.kind === 'partitioned table'
  );
}

/** ALTER INDEX … ATTACH PARTITION. */
export function attachIndex(
  session: Session,
  id: RelationId,
  operation: OperationOf<'attach-index'>,
): Folded {
  const parent = indexById(session.catalog, id);
  const part = relationOf(session, operation.index);
  if (parent === undefined || part === undefined) return session;
  if (part.kind !== 'index' && part.kind !== 'partitioned index') return null;
  if (part.parent === id) return session;
  if (part.parent !== null) return null;
  const owner = tableById(session.catalog, part.table);
  if (owner !== undefined && owner.partition?.parent !== parent.table) return null;
  return revalidate(adopt(session, part, id), id);
}

function revalidateParents(session: Session, parentId: RelationId): Session {
  return indexesOf(session.catalog, parentId).reduce((next, index) => revalidate(next, index.id), session);
}

/** The row triggers of the parent, which the partitions of a partition get along with it. */
function withTriggersOf(session: Session, parent: Table, id: RelationId): Session {
  const result = changeTable(session, id, (partition) => {
    const cloned = parent.triggers
      .filter((trigger) => trigger.row)
      .filter((trigger) => !partition.triggers.some((known) => known.name === trigger.name))
      .map((trigger) => ({ ...trigger, inherited: true }));
    return cloned.length === 0 ? partition : { ...partition, triggers: [...partition.triggers, ...cloned] };
  });
  const partition = tableById(result.catalog, id);
  if (partition?.kind !== 'partitioned table') return result;
  return childrenOf(result.catalog, id).reduce(
    (next, child) => withTriggersOf(next, partition, child.id),
    result,
  );
}

function isAbove(parent: Table, constraint: Constraint): boolean {
  if (constraint.kind === 'check') return constraintNamed(parent, constraint.name)?.kind === 'check';
  if (constraint.kind !== 'not-null') return false;
  return parent.constraints.some((each) => each.kind === 'not-null' && each.column === constraint.column);
}

/** DETACH CONCURRENTLY leaves the bound behind as a CHECK. Source: tablecmds.c, DetachAddConstraintIfNeeded. */
function withBoundCheck(session: Session, parent: Table, id: RelationId): Session {
  const keys = parent.partitioning?.keys ?? [];
  const columns = keys.flatMap((key) => (key.column === null ? [] : [key.column]));
  return changeTable(session, id, (table) => ({
    ...table,
    constraints: [
      ...table.constraints,
      {
        kind: 'check',
        name: chooseConstraintName(
          session,
          table.schema,
          table.name,
          columns.length === 1 ? (columns[0] ?? null) : null,
          'check',
        ),
        expression: {
          kind: 'opaque',
          text: 'partition bound',
          args: columns.map((name) => ({ kind: 'column', relation: null, name })),
        },
        valid: true,
        enforced: true,
        noInherit: false,
        inherited: false,
        origin: originOf(session),
      },
    ],
  }));
}
