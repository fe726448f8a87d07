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
import type { Session } from '../session';
import { adopt, adoptable, buildIndex, planOf, revalidate } from './build-index';
import type { Folded } from './change';
import { changeTable, each } from './change';
import { inheritForeignKey } from './foreign-key';
import { withPartsFor } from './key-parts';

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
    if (known !== undefined) return revalidate(adopt(next, known, index.id), index.id);
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
  if (keyed === null) return null;
  const partition = tableById(keyed.catalog, id);
  return partition === undefined ? keyed : withPartsFor(keyed, parent, partition);
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
