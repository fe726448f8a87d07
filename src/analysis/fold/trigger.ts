import type { OperationOf } from '../../postgres/operation';
import type { ObjectName } from '../../postgres/name';
import { childrenOf, isTable } from '../catalog/find';
import type { Relation, RelationId, Table, Trigger, View } from '../catalog/relation';
import { findFunctions, functionMeant, relationOf } from '../catalog/resolve';
import type { Session } from '../session';
import type { Folded } from './change';
import { put } from './change';

/** CREATE TRIGGER; a row trigger of a partitioned table on all partitions too. */
export function createTrigger(session: Session, operation: OperationOf<'create-trigger'>): Folded {
  const relation = relationOf(session, operation.table);
  if (relation === undefined || !('triggers' in relation)) return session;
  const known = relation.triggers.find((each) => each.name === operation.trigger);
  if (known !== undefined && !operation.replace) return null;
  const trigger: Trigger = {
    name: operation.trigger,
    function: qualified(session, operation.function),
    row: operation.row,
    events: operation.events,
    columns: operation.columns,
    when: operation.when,
    enabled: true,
    constraint: operation.constraint,
    inherited: false,
  };
  return withTrigger(session, relation, trigger);
}

/** DROP TRIGGER, on partitions too. Refused for one that a partition has from its parent. */
export function dropTrigger(session: Session, operation: OperationOf<'drop-trigger'>): Folded {
  const relation = relationOf(session, operation.table);
  if (relation === undefined || !('triggers' in relation)) return session;
  const known = relation.triggers.find((each) => each.name === operation.trigger);
  if (known === undefined) return operation.ifExists || !isComplete(relation) ? session : null;
  if (known.inherited) return null;
  return onPartitions(session, relation.id, (triggers) =>
    triggers.filter((each) => each.name !== operation.trigger),
  );
}

/** ALTER TRIGGER … RENAME, from 15 on on partitions too. */
export function renameTrigger(session: Session, operation: OperationOf<'rename-trigger'>): Folded {
  const relation = relationOf(session, operation.table);
  if (relation === undefined || !('triggers' in relation)) return session;
  if (relation.triggers.some((each) => each.name === operation.to)) return null;
  const rename = (triggers: readonly Trigger[]): readonly Trigger[] =>
    triggers.map((each) => (each.name === operation.trigger ? { ...each, name: operation.to } : each));
  return session.major >= 15
    ? onPartitions(session, relation.id, rename)
    : put(session, { ...relation, triggers: rename(relation.triggers) });
}

function withTrigger(session: Session, relation: Table | View, trigger: Trigger): Session {
  const others = relation.triggers.filter((each) => each.name !== trigger.name);
  const result = put(session, { ...relation, triggers: [...others, trigger] });
  if (relation.kind !== 'partitioned table' || !trigger.row) return result;
  return childrenOf(result.catalog, relation.id).reduce(
    (next, child) => withTrigger(next, child, { ...trigger, inherited: true }),
    result,
  );
}

function onPartitions(
  session: Session,
  id: RelationId,
  change: (triggers: readonly Trigger[]) => readonly Trigger[],
): Session {
  const relation = session.catalog.relations.get(id);
  if (relation === undefined || !('triggers' in relation)) return session;
  const changed = put(session, { ...relation, triggers: change(relation.triggers) });
  if (relation.kind !== 'partitioned table') return changed;
  return childrenOf(changed.catalog, id).reduce(
    (next, child) => onPartitions(next, child.id, change),
    changed,
  );
}

/** The name with the schema in which the function is found, so that a later search_path does not change its meaning. */
function qualified(session: Session, name: ObjectName): ObjectName {
  const known = functionMeant(session, name, []) ?? findFunctions(session, name)[0];
  return known === undefined ? name : { schema: known.schema, name: known.name };
}

function isComplete(relation: Relation): boolean {
  return !isTable(relation) || relation.complete;
}
