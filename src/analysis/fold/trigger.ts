import type { OperationOf } from '../../postgres/operation';
import type { ObjectName } from '../../postgres/name';
import { childrenOf, isTable, tableById } from '../catalog/find';
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
    timing: operation.timing,
    events: operation.events,
    columns: operation.columns,
    row: operation.row,
    transitions: operation.transitions,
    when: operation.when,
    function: qualified(session, operation.function),
    args: operation.args,
    constraint: constraintOf(session, operation),
    fires: 'origin',
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

/** ENABLE or DISABLE TRIGGER: what partitions have of the triggers follows, unless it says ONLY. */
export function enableTrigger(
  session: Session,
  id: RelationId,
  operation: OperationOf<'enable-trigger'>,
): Session {
  const table = tableById(session.catalog, id);
  if (table === undefined) return session;
  const { which, trigger, only } = operation;
  const meant = table.triggers.filter(({ name }) => which !== 'named' || name === trigger);
  const fires = FIRES[operation.enable];
  const change = (names: ReadonlySet<string>): ((trigger: Trigger) => Trigger) => {
    return (each) => (names.has(each.name) ? { ...each, fires } : each);
  };
  const own = change(new Set(meant.map(({ name }) => name)));
  const changed = put(session, { ...table, triggers: table.triggers.map(own) });
  if (only || table.kind !== 'partitioned table') return changed;
  const below = change(new Set(meant.flatMap(({ name, row }) => (row ? [name] : []))));
  return childrenOf(changed.catalog, id).reduce(
    (next, child) =>
      onPartitions(next, child.id, (triggers) =>
        triggers.map((each) => (each.inherited ? below(each) : each)),
      ),
    changed,
  );
}

const FIRES: Readonly<Record<OperationOf<'enable-trigger'>['enable'], Trigger['fires']>> = {
  enable: 'origin',
  disable: 'never',
  replica: 'replica',
  always: 'always',
};

function constraintOf(
  session: Session,
  { constraint, deferrable, initiallyDeferred, referenced }: OperationOf<'create-trigger'>,
): Trigger['constraint'] {
  if (!constraint) return null;
  const other = referenced === null ? null : (relationOf(session, referenced)?.id ?? null);
  return { deferrable, initiallyDeferred, referenced: other };
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
