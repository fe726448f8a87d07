import type { RoleName } from '../../postgres/effects/role';
import { adoptedKey, adopts } from '../catalog/adopted-key';
import type { ForeignKey } from '../catalog/adopted-key';
import { ancestors, defaultPartitionOf, heirs, indexesOf, isTable } from '../catalog/find';
import type { Relation, Table } from '../catalog/relation';
import { relationOf } from '../catalog/resolve';
import { referencingParent, referencingPartitions, withKeyToParent } from './keys-to-parent';
import { FAMILY_ROLES, leavesOf, partitionsOf } from './family';
import { indexesOfAnswer, plannedIndexes } from './indexes';
import { indexesOfEnds, keysOf, truncatedAlong } from './keys';
import { parentOf, partOf } from './parent-and-part';
import { plannedBounds } from './planned-bounds';
import { adopting, losingTriggers, newKey, notReached } from './same-key';
import type { Resolver, RoleAnswer, Situation } from './situation';
import { all, NOBODY } from './situation';
import { targetTable, targetsOf } from './target';

/** Around partitioned tables. */
export const PARTITION_ROLES = {
  'partitioned-parent': (situation) => all(parentOf(situation)),
  'partitioned-parents': partitionedParents,
  'default-partition': (situation) => all(defaultOf(situation)),
  'default-partition-rows': (situation) =>
    all(defaultOf(situation).flatMap((table) => [table, ...partitionsOf(situation.session.catalog, table)])),
  'partitioned-indexes': (situation) => indexesOfAnswer(situation, all(parentOf(situation)), false),
  'referenced-by-parent': (situation) =>
    keysGoToPartition(situation)
      ? all([
          ...keysOfParent(situation).flatMap((key) => referencedBy(situation, key)),
          ...released(situation),
        ])
      : NOBODY,
  'referenced-by-same-key': referencedBySameKey,
  'partitions-of-new-key': (situation) => partitionsOfNewKey(situation),
  'lower-partitions-of-new-key': (situation) => {
    const table = targetTable(situation);
    const found = partitionsOfNewKey(situation);
    return {
      ...found,
      relations: found.relations.filter((each) => !isTable(each) || each.partition?.parent !== table?.id),
    };
  },
  'partitions-with-same-key': (situation) => {
    const key = newKey(situation);
    const referenced = key === null ? undefined : situation.session.catalog.relations.get(key.referenced);
    return referenced?.kind === 'partitioned table' ? all(adopting(situation)) : NOBODY;
  },
  'referencing-parent': (situation) => all(referencingParent(situation)),
  'partitions-of-referencing-parent': (situation) =>
    all([
      ...referencingPartitions(situation),
      ...(situation.operation.kind === 'detach-partition'
        ? plannedBounds(situation, referencingParent(situation))
        : []),
    ]),
  'indexes-of-key-check': (situation) =>
    plannedIndexes(
      situation,
      all([
        ...referencingParent(situation),
        ...referencingPartitions(situation),
        ...detachedWithKeys(situation),
      ]),
    ),
  'ends-of-new-keys': endsOfNewKeys,
  'indexes-of-ends-of-new-keys': (situation) =>
    indexesOfEnds(situation, referencedByNewKeys(situation), endsOfNewKeys(situation)),
  'ancestors-of-parent': (situation) =>
    all(parentOf(situation).flatMap((parent) => ancestors(situation.session.catalog, parent))),
  attached: (situation) =>
    all(
      partOf(situation, 'attach-partition').flatMap((table) => [
        table,
        ...heirs(situation.session.catalog, table.id),
      ]),
    ),
  detached: (situation) => all(partOf(situation, 'detach-partition')),
  'detached-if-referenced': (situation) => all(detachedIfReferenced(situation)),
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

/** DETACH makes triggers on the referenced side: on 12 on a partitioned table alone, on 13 and 14 on nothing of it. */
function referencedBy({ operation, session }: Situation, key: ForeignKey): readonly Relation[] {
  const table = session.catalog.relations.get(key.referenced);
  if (operation.kind === 'detach-partition' && table?.kind === 'partitioned table' && session.major < 15)
    return session.major === 12 ? [table] : [];
  return table === undefined ? [] : [table, ...partitionsOf(session.catalog, table)];
}

/** Up to 14 the parts of the partition's own keys become keys with triggers of their own. */
function released(situation: Situation): readonly Relation[] {
  const { catalog, major } = situation.session;
  if (major >= 15) return [];
  return partOf(situation, 'detach-partition').flatMap((table) =>
    keysOf(table).flatMap(({ key }) =>
      key.parts.flatMap(({ partition }) => catalog.relations.get(partition) ?? []),
    ),
  );
}

/** On 11 only partitions with rows get the keys of the parent: one that is partitioned itself leaves them to those below it. */
function keysGoToPartition(situation: Situation): boolean {
  const { operation, session } = situation;
  if (session.major >= 12) return true;
  if (operation.kind === 'create-table') return operation.partitioning === null;
  return partOf(situation, 'attach-partition').every((part) => leavesOf(session.catalog, part).length > 0);
}

/** The keys of the parent that the new partition has already, so that they are taken and not checked. */
function adoptedKeys(situation: Situation): readonly ForeignKey[] {
  return partOf(situation, 'attach-partition').flatMap((part) =>
    keysOfParent(situation).filter((key) => adoptedKey(part, key, situation.session.major) !== undefined),
  );
}

function partitionsOfNewKey(situation: Situation): RoleAnswer {
  const out = notReached(situation);
  const found = FAMILY_ROLES.partitions(situation);
  return { ...found, relations: found.relations.filter(({ id }) => !out.has(id)) };
}

function referencedBySameKey(situation: Situation): RoleAnswer {
  const added = adopting(situation).length > 0 ? newKey(situation) : null;
  const keys = added === null ? adoptedKeys(situation) : [added];
  return all([
    ...keys.flatMap(({ referenced, enforced }) => (enforced ? losingTriggers(situation, referenced) : [])),
    ...referencedByLeft(situation),
  ]);
}

/** A key that DETACH left to the table and that ATTACH takes up again loses its triggers, too. */
function referencedByLeft(situation: Situation): readonly Relation[] {
  const { catalog, major } = situation.session;
  return partOf(situation, 'attach-partition').flatMap((part) =>
    keysOf(part).flatMap(({ key: own }) =>
      own.left && keysOfParent(situation).some((key) => adopts(key, own, major))
        ? (catalog.relations.get(own.referenced) ?? [])
        : [],
    ),
  );
}

/** The keys that ATTACH makes; from 18 on one that is there and not valid is taken and checked. */
function newKeys(situation: Situation): readonly ForeignKey[] {
  const adopted = adoptedKeys(situation).filter((key) => hasValid(situation, key));
  return keysOfParent(situation).filter((key) => !adopted.includes(key));
}

function referencedByNewKeys(situation: Situation): readonly Relation[] {
  return newKeys(situation).flatMap((key) => situation.session.catalog.relations.get(key.referenced) ?? []);
}

function endsOfNewKeys(situation: Situation): RoleAnswer {
  const { catalog } = situation.session;
  const made = newKeys(situation);
  if (made.length === 0) return NOBODY;
  const filled = partOf(situation, 'attach-partition').filter((part) => leavesOf(catalog, part).length > 0);
  const ends = filled.flatMap((part) => [part, ...made.flatMap((key) => referencedBy(situation, key))]);
  return all([...ends.flatMap((end) => leavesOf(catalog, end)), ...plannedBounds(situation, ends)]);
}

function hasValid(situation: Situation, key: ForeignKey): boolean {
  return partOf(situation, 'attach-partition').some(
    (part) => adoptedKey(part, key, situation.session.major)?.valid === true,
  );
}

/** Up to 14 a partitioned table has no trigger of a key that refers to it. */
function detachedIfReferenced(situation: Situation): readonly Table[] {
  return detachedWithKeys(situation).filter(
    ({ kind }) => kind !== 'partitioned table' || situation.session.major >= 15,
  );
}

function detachedWithKeys(situation: Situation): readonly Table[] {
  if (withKeyToParent(situation).length === 0) return [];
  return partOf(situation, 'detach-partition').flatMap((table) => [
    table,
    ...partitionsOf(situation.session.catalog, table),
  ]);
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
 * Ancestors of the partitions that are emptied, CASCADE's too: up to 13 their bounds are looked up (execMain.c, InitResultRelInfo).
 */
function partitionedParents(situation: Situation): RoleAnswer {
  const { catalog } = situation.session;
  const tables = targetsOf(situation).flatMap(({ relation, only }) =>
    only ? [relation] : [relation, ...heirs(catalog, relation.id)],
  );
  return all(
    [...tables, ...truncatedAlong(situation).relations].flatMap((table) =>
      isTable(table) && table.partition !== null ? ancestors(catalog, table) : [],
    ),
  );
}
