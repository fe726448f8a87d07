import type { OperationOf } from '../../postgres/operation';
import { ancestors, constraintNamed, heirs, indexById, indexesOf, tableById } from '../catalog/find';
import { constraintFor } from '../catalog/constraint-for';
import { isCopyOf } from '../catalog/key-part';
import type { Constraint, Index, RelationId, Table } from '../catalog/relation';
import { tableOf } from '../catalog/resolve';
import { referencingTables } from '../catalog/uses';
import type { Session } from '../session';
import { addCheck } from './check';
import type { Folded } from './change';
import { changeTable, put } from './change';
import { withAllParts, withoutPartsFor } from './key-parts';

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
  if (partition.constraints.some((each) => hasLargePart(session, each))) return null;
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
      .flatMap((constraint) => keptKeys(session, constraint))
      .map((constraint) =>
        constraint.inherited && !isMistaken(session, before, constraint)
          ? { ...constraint, inherited: false }
          : constraint,
      ),
  }));
  const unreferred = withoutPartsFor(alone, parent, partition);
  const keyed = withOwnParts(withoutLostKeys(unreferred, partition), partition);
  const untriggered = withoutMistakenKeys(withoutTriggersOf(keyed, partition), partition.id);
  const released = indexesOf(untriggered.catalog, partition.id).reduce(
    (next, index) => releaseIndex(next, partition, index),
    untriggered,
  );
  // A hash bound speaks of the parent, so nothing of it is kept.
  return (operation.concurrently || operation.finalize) && parent.partitioning?.strategy !== 'hash'
    ? withBoundCheck(released, parent, partition.id)
    : released;
}

/** 11 takes another constraint for that of the index, and lets go of that one. */
function isMistaken(session: Session, table: Table, constraint: Constraint): boolean {
  return constraintFor(session, table, constraint) !== constraint;
}

/** An index of the partition becomes its own; but where its constraint is not let go of, it goes on to depend on that of the parent. */
function releaseIndex(session: Session, partition: Table, index: Index): Session {
  if (index.parent === null) return session;
  const parent = indexById(session.catalog, index.parent);
  const released = put(session, { ...index, parent: null });
  const own = index.constraint === null ? undefined : constraintNamed(partition, index.constraint);
  return parent !== undefined && own?.inherited === true && isMistaken(session, partition, own)
    ? put(released, { ...parent, tied: [...(parent.tied ?? []), index.id] })
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

function isPartitioned({ catalog }: Session, id: RelationId): boolean {
  return tableById(catalog, id)?.kind === 'partitioned table';
}

/** 13 and 14 fail to drop the part of a key that stands for a partition with partitions of its own. */
function hasLargePart(session: Session, constraint: Constraint): boolean {
  const { major } = session;
  if (constraint.kind !== 'foreign-key' || (major !== 13 && major !== 14)) return false;
  return constraint.parts.some(({ partition }) => isPartitioned(session, partition));
}

/** What is left of a key: up to 14 its parts become keys of their own. */
function keptKeys(session: Session, constraint: Constraint): readonly Constraint[] {
  if (constraint.kind !== 'foreign-key') return [constraint];
  if (losesKey(session, constraint)) return [];
  if (session.major >= 15) return [constraint];
  const parts = constraint.parts.flatMap(({ name, partition }): readonly Constraint[] =>
    name === null
      ? []
      : [
          {
            ...constraint,
            name,
            referenced: partition,
            inherited: false,
            parts: [],
            releasedFrom: constraint.name,
          },
        ],
  );
  const left = constraint.inherited && isPartitioned(session, constraint.referenced);
  return [{ ...constraint, parts: [], left }, ...parts];
}

/** What a partition loses, those below it that have it from there lose too. */
function withoutLostKeys(session: Session, partition: Table): Session {
  const lost = partition.constraints.flatMap((each) =>
    each.kind === 'foreign-key' && losesKey(session, each) ? [each] : [],
  );
  if (lost.length === 0) return session;
  return heirs(session.catalog, partition.id).reduce(
    (next, { id }) =>
      changeTable(next, id, (table) => ({
        ...table,
        constraints: table.constraints.filter(
          (each) => each.kind !== 'foreign-key' || !lost.some((key) => isCopyOf(each, key)),
        ),
      })),
    session,
  );
}

/** From 15 on a key to a partitioned table that the partition had from its parent gets parts of its own. */
function withOwnParts(session: Session, partition: Table): Session {
  if (session.major < 15) return session;
  return partition.constraints
    .flatMap((each) => (each.kind === 'foreign-key' && each.inherited ? [each.name] : []))
    .sort()
    .reduce((next, name) => withAllParts(next, partition.id, name), session);
}

/** 13 and 14 drop a key to a partitioned table that the partition had from its parent. */
function losesKey(session: Session, constraint: Constraint): boolean {
  const { major } = session;
  return (
    (major === 13 || major === 14) &&
    constraint.kind === 'foreign-key' &&
    constraint.inherited &&
    isPartitioned(session, constraint.referenced)
  );
}

/** DETACH CONCURRENTLY leaves the bounds of all levels behind as a CHECK. Source: tablecmds.c, DetachAddConstraintIfNeeded. */
function withBoundCheck(session: Session, parent: Table, id: RelationId): Folded {
  const columns = [parent, ...ancestors(session.catalog, parent)].flatMap((table) =>
    (table.partitioning?.keys ?? []).flatMap(({ column }) => column ?? []),
  );
  return addCheck(session, id, {
    kind: 'check',
    name: null,
    expression: {
      kind: 'opaque',
      text: 'partition bound',
      args: columns.map((name) => ({ kind: 'column', relation: null, name })),
    },
    valid: true,
    enforced: true,
    noInherit: false,
    inlineAt: null,
  });
}
