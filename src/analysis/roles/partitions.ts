import type { RoleName } from '../../postgres/effects/role';
import { ancestors, defaultPartitionOf, heirs, indexesOf, isTable } from '../catalog/find';
import type { Relation, Table } from '../catalog/relation';
import { relationOf, tableOf } from '../catalog/resolve';
import { leavesOf, partitionsOf } from './family';
import { indexesOfAnswer } from './indexes';
import { keysOf, keysTo } from './keys';
import type { ForeignKey } from './named-constraint';
import type { Resolver, RoleAnswer, Situation } from './situation';
import { all, NOBODY } from './situation';
import { targetTable, targetsOf } from './target';

/** Around partitioned tables. */
export const PARTITION_ROLES = {
  'partitioned-parent': (situation) => all(parentOf(situation)),
  'partitioned-parents': partitionedParents,
  'default-partition': (situation) => all(defaultOf(situation)),
  'default-partition-rows': (situation) =>
    all(defaultOf(situation).flatMap((table) => leavesOf(situation.session.catalog, table))),
  'partitioned-indexes': (situation) => indexesOfAnswer(situation, all(parentOf(situation)), false),
  'referenced-by-parent': (situation) =>
    all(keysOfParent(situation).flatMap((key) => referencedBy(situation, key))),
  'referenced-by-same-key': (situation) =>
    all(adoptedKeys(situation).flatMap((key) => referencedBy(situation, key))),
  'referencing-parent': (situation) => all(referencingParent(situation)),
  'indexes-of-referencing-parent': (situation) =>
    indexesOfAnswer(situation, all(referencingParent(situation)), true),
  'ends-of-new-keys': endsOfNewKeys,
  'indexes-of-ends-of-new-keys': (situation) => {
    const ends = endsOfNewKeys(situation);
    const { relations } = ends;
    return indexesOfAnswer(
      situation,
      { ...ends, relations: relations.filter(({ id }) => !isPart(situation, id)) },
      true,
    );
  },
  attached: (situation) =>
    all(
      partOf(situation, 'attach-partition').flatMap((table) => [
        table,
        ...heirs(situation.session.catalog, table.id),
      ]),
    ),
  detached: (situation) => all(partOf(situation, 'detach-partition')),
  'detached-if-referenced': (situation) =>
    referencingParent(situation).length === 0
      ? NOBODY
      : all(
          partOf(situation, 'detach-partition').flatMap((table) => [
            table,
            ...partitionsOf(situation.session.catalog, table),
          ]),
        ),
  'below-detached': (situation) =>
    all(
      partOf(situation, 'detach-partition').flatMap((table) =>
        partitionsOf(situation.session.catalog, table),
      ),
    ),
  'attached-indexes': attachedIndexes,
  'attached-index': attachedIndex,
  'tables-of-attached-index': (situation) => all(tablesOfAttachedIndex(situation)),
} satisfies Partial<Record<RoleName, Resolver>>;

/** The partitioned table that gets or loses a partition. */
export function parentOf(situation: Situation): readonly Table[] {
  const { operation, session } = situation;
  if (operation.kind === 'create-table') {
    const parent =
      operation.partitionOf === null ? undefined : tableOf(session, operation.partitionOf.parent);
    return parent === undefined ? [] : [parent];
  }
  if (operation.kind !== 'attach-partition' && operation.kind !== 'detach-partition') return [];
  const table = targetTable(situation);
  return table === undefined ? [] : [table];
}

/** The partition that ATTACH or DETACH names. */
export function partOf(
  { operation, session }: Situation,
  kind: 'attach-partition' | 'detach-partition',
): readonly Table[] {
  if (operation.kind !== kind || !('partition' in operation)) return [];
  const table = tableOf(session, operation.partition);
  return table === undefined ? [] : [table];
}

function isPart(situation: Situation, id: Relation['id']): boolean {
  return partOf(situation, 'attach-partition').some((part) => part.id === id);
}

function defaultOf(situation: Situation): readonly Table[] {
  const { operation, session } = situation;
  const makesDefault =
    (operation.kind === 'create-table' && operation.partitionOf?.bound.kind === 'default') ||
    (operation.kind === 'attach-partition' && operation.bound.kind === 'default');
  if (makesDefault) return [];
  return parentOf(situation).flatMap((parent) => defaultPartitionOf(session.catalog, parent.id) ?? []);
}

function keysOfParent(situation: Situation): readonly ForeignKey[] {
  return parentOf(situation).flatMap((parent) => keysOf(parent).map(({ key }) => key));
}

function referencedBy({ session }: Situation, key: ForeignKey): readonly Relation[] {
  const table = session.catalog.relations.get(key.referenced);
  return table === undefined ? [] : [table, ...partitionsOf(session.catalog, table)];
}

/** The keys of the parent that the new partition has already, so that they are taken and not checked. */
function adoptedKeys(situation: Situation): readonly ForeignKey[] {
  return partOf(situation, 'attach-partition').flatMap((part) =>
    keysOfParent(situation).filter((key) =>
      keysOf(part).some(({ key: own }) => adopts(key, own, situation.session.major)),
    ),
  );
}

/** Source: tablecmds.c, tryAttachPartitionForeignKey. */
function adopts(key: ForeignKey, own: ForeignKey, major: number): boolean {
  return (
    (own.valid || major >= 18) &&
    own.referenced === key.referenced &&
    own.columns.join('\u0000') === key.columns.join('\u0000') &&
    own.referencedColumns.join('\u0000') === key.referencedColumns.join('\u0000') &&
    own.onDelete === key.onDelete &&
    own.onUpdate === key.onUpdate &&
    own.deferrable === key.deferrable &&
    own.initiallyDeferred === key.initiallyDeferred &&
    own.enforced === key.enforced
  );
}

function endsOfNewKeys(situation: Situation): RoleAnswer {
  const { catalog } = situation.session;
  // From 18 on a key that is not valid is taken and checked.
  const adopted = adoptedKeys(situation).filter((key) => hasValid(situation, key));
  const made = keysOfParent(situation).filter((key) => !adopted.includes(key));
  if (made.length === 0) return NOBODY;
  const ends = partOf(situation, 'attach-partition').flatMap((part) => [
    part,
    ...made.flatMap((key) => referencedBy(situation, key)),
  ]);
  return all(ends.flatMap((end) => leavesOf(catalog, end)));
}

function hasValid(situation: Situation, key: ForeignKey): boolean {
  return partOf(situation, 'attach-partition').some((part) =>
    keysOf(part).some(({ key: own }) => own.valid && adopts(key, own, situation.session.major)),
  );
}

function referencingParent(situation: Situation): readonly Table[] {
  const { catalog } = situation.session;
  return parentOf(situation).flatMap((parent) =>
    [parent, ...ancestors(catalog, parent)].flatMap((each) =>
      keysTo(catalog, each).map(({ table }) => table),
    ),
  );
}

function attachedIndexes(situation: Situation): RoleAnswer {
  const { catalog } = situation.session;
  const indexes = partOf(situation, 'detach-partition').flatMap((part) => indexesOf(catalog, part.id));
  return all(indexes.filter(({ parent }) => parent !== null));
}

function attachedIndex({ operation, session }: Situation): RoleAnswer {
  const index = operation.kind === 'attach-index' ? relationOf(session, operation.index) : undefined;
  return index === undefined ? NOBODY : all([index]);
}

function tablesOfAttachedIndex(situation: Situation): readonly Relation[] {
  const { operation, session } = situation;
  if (operation.kind !== 'attach-index') return [];
  return [operation.index, operation.table].flatMap((name) => {
    const index = relationOf(session, name);
    return index !== undefined && 'table' in index ? (session.catalog.relations.get(index.table) ?? []) : [];
  });
}

/**
 * Ancestors of the partitions that are emptied: up to 13 their bounds are looked up (execMain.c, InitResultRelInfo).
 */
function partitionedParents(situation: Situation): RoleAnswer {
  const { catalog } = situation.session;
  const tables = targetsOf(situation).flatMap(({ relation, only }) =>
    only ? [relation] : [relation, ...heirs(catalog, relation.id)],
  );
  return all(
    tables.flatMap((table) => (isTable(table) && table.partition !== null ? ancestors(catalog, table) : [])),
  );
}
