import type { RoleName } from '../../postgres/effects/role';
import type { Catalog } from '../catalog/catalog';
import type { ForeignKey } from '../catalog/adopted-key';
import { heirs, isTable } from '../catalog/find';
import type { Constraint, Relation, Table } from '../catalog/relation';
import { tableOf } from '../catalog/resolve';
import { referencingTables } from '../catalog/uses';
import { FAMILY_ROLES, leavesOf, partitionsOf } from './family';
import { indexesOfAnswer, plannedIndexes } from './indexes';
import { constraintNamedBy } from './named-constraint';
import { plannedBounds } from './planned-bounds';
import { checkedBefore } from './same-key';
import type { Resolver, RoleAnswer, Situation } from './situation';
import { all, known, NOBODY } from './situation';
import { targetTable, targetsOf } from './target';

/** The ends of foreign keys. */
export const KEY_ROLES = {
  referenced: (situation) => all(referenced(situation)),
  'referenced-partitions': (situation) =>
    all(referenced(situation).flatMap((table) => partitionsOf(situation.session.catalog, table))),
  'referenced-by-check': (situation) =>
    bothEnds(situation).relations.length === 0 ? NOBODY : all(referenced(situation)),
  'partitions-to-check': (situation) => {
    const done = checkedBefore(situation);
    const found = FAMILY_ROLES.partitions(situation);
    return known(
      found.relations.filter(({ id }) => !done.has(id)),
      found.complete,
    );
  },
  'both-ends': bothEnds,
  'indexes-of-both-ends': (situation) => indexesOfEnds(situation, referenced(situation), bothEnds(situation)),
  'other-ends-of-column': otherEndsOfColumn,
  'referenced-by-column': (situation) =>
    all(
      withPartitions(situation, referencedByColumn(situation)).filter(
        ({ kind }) => kind === 'partitioned table',
      ),
    ),
  'unenforced-ends-of-column': (situation) => all(unenforcedEndsOfColumn(situation)),
  'ends-of-column': endsOfColumn,
  'indexes-of-ends-of-column': (situation) =>
    indexesOfEnds(
      situation,
      checkedKeysOfColumn(situation).flatMap(({ key }) => tableOfId(situation, key)),
      endsOfColumn(situation),
    ),
  'truncated-along': truncatedAlong,
  'indexes-truncated-along': (situation) => indexesOfAnswer(situation, truncatedAlong(situation), true),
} satisfies Partial<Record<RoleName, Resolver>>;

/** The tables that a new key, or the one that is named, refers to. */
function referenced(situation: Situation): readonly Table[] {
  const { operation, session } = situation;
  if (operation.kind === 'add-foreign-key')
    return [tableOf(session, operation.constraint.referenced)].flatMap((table) => table ?? []);
  if (operation.kind === 'create-table') {
    return operation.constraints.flatMap((constraint) =>
      constraint.kind === 'foreign-key' ? (tableOf(session, constraint.referenced) ?? []) : [],
    );
  }
  const constraint = constraintNamedBy(situation);
  if (constraint?.kind !== 'foreign-key') return [];
  const table = session.catalog.relations.get(constraint.referenced);
  return table !== undefined && isTable(table) ? [table] : [];
}

/** Without a table with rows at the referencing end (a partitioned table without partitions) nothing is checked. */
function bothEnds(situation: Situation): RoleAnswer {
  const { catalog } = situation.session;
  const table = targetTable(situation);
  const other = referenced(situation);
  if (table === undefined || other.length === 0) return NOBODY;
  const done = checkedBefore(situation);
  const own = leavesOf(catalog, table).filter(({ id }) => !done.has(id));
  if (own.length === 0) return NOBODY;
  return all([...own, ...other.flatMap((end) => leavesOf(catalog, end)), ...plannedBounds(situation, other)]);
}

/**
 * The check is one query for each table with rows at the referencing end, joined to the whole referenced table (ri_triggers.c,
 * RI_Initial_Check), so that the partitioned indexes of the referenced one are opened where planning opens such.
 */
export function indexesOfEnds(
  situation: Situation,
  referencedEnds: readonly Relation[],
  leaves: RoleAnswer,
): RoleAnswer {
  const filled = leaves.relations.filter(({ kind }) => kind !== 'partitioned table');
  const own = indexesOfAnswer(situation, known(filled, leaves.complete), true);
  const parents = referencedEnds.flatMap((end) => [end, ...partitionsOf(situation.session.catalog, end)]);
  const partitioned = leaves.relations.length === 0 ? NOBODY : plannedIndexes(situation, all(parents));
  return known([...own.relations, ...partitioned.relations], own.complete && partitioned.complete);
}

/** A key with the table that has it. */
export interface HeldKey {
  readonly table: Table;
  readonly key: ForeignKey;
}

/** The keys from or to a column of the family that is changed, but for those that the statement drops. */
export function keysOfColumn(situation: Situation): readonly HeldKey[] {
  const { operation, session, statement } = situation;
  if (!('column' in operation) || typeof operation.column !== 'string') return [];
  const { column } = operation;
  const target = targetTable(situation);
  const dropped = statement.flatMap((other) => (other.kind === 'drop-constraint' ? [other] : []));
  const along = dropped.flatMap(({ cascade, constraint }) =>
    cascade ? (target?.constraints.find(({ name }) => name === constraint) ?? []) : [],
  );
  const stays = ({ table, key }: HeldKey): boolean =>
    !(table === target && dropped.some(({ constraint }) => constraint === key.name)) &&
    !(key.referenced === target?.id && along.some((gone) => standsOn(key, gone)));
  const { catalog } = session;
  return FAMILY_ROLES.family(situation).relations.flatMap((relation) =>
    isTable(relation)
      ? [
          ...keysOf(relation).filter(({ key }) => key.columns.includes(column)),
          ...keysTo(catalog, relation).filter(({ key }) => key.referencedColumns.includes(column)),
        ].filter(stays)
      : [],
  );
}

/** Whether a key refers to the columns of a constraint, which it then depends on. */
function standsOn({ referencedColumns }: ForeignKey, constraint: Constraint): boolean {
  return (
    (constraint.kind === 'unique' || constraint.kind === 'primary-key') &&
    [...constraint.columns].sort().join('\u0000') === [...referencedColumns].sort().join('\u0000')
  );
}

/** The foreign keys of a table. */
export function keysOf(table: Table): readonly HeldKey[] {
  return table.constraints.flatMap((key) => (key.kind === 'foreign-key' ? [{ table, key }] : []));
}

/** The foreign keys that refer to a table. */
export function keysTo(catalog: Catalog, table: Table): readonly HeldKey[] {
  return referencingTables(catalog, table.id).flatMap((other) =>
    keysOf(other).filter(({ key }) => key.referenced === table.id),
  );
}

function referencedByColumn(situation: Situation): readonly Table[] {
  const keys = keysOfColumn(situation).filter(({ key }) => key.enforced);
  return keys.flatMap(({ key }) => tableOfId(situation, key));
}

function otherEndsOfColumn(situation: Situation): RoleAnswer {
  const { catalog, major } = situation.session;
  const ends = keysOfColumn(situation).flatMap(({ table, key }) => {
    const other = key.enforced ? withPartitions(situation, tableOfId(situation, key)) : [];
    const whole = other.filter(({ kind }) => kind !== 'partitioned table' || major >= 15);
    return [table, ...partitionsOf(catalog, table), ...whole];
  });
  return all(ends);
}

/** A key that is not enforced has no triggers that would have to go. */
function unenforcedEndsOfColumn(situation: Situation): readonly Table[] {
  const keys = keysOfColumn(situation).filter(({ key }) => !key.enforced);
  return withPartitions(
    situation,
    keys.flatMap(({ key }) => tableOfId(situation, key)),
  );
}

function withPartitions({ session }: Situation, tables: readonly Table[]): readonly Table[] {
  return tables.flatMap((table) => [table, ...partitionsOf(session.catalog, table)]);
}

function endsOfColumn(situation: Situation): RoleAnswer {
  const { catalog } = situation.session;
  const ends = checkedKeysOfColumn(situation).flatMap(({ table, key }) =>
    leavesOf(catalog, table).length === 0 ? [] : [table, ...tableOfId(situation, key)],
  );
  return all([...ends.flatMap((end) => leavesOf(catalog, end)), ...plannedBounds(situation, ends)]);
}

/** A key that is not valid stays so and is not checked. */
function checkedKeysOfColumn(situation: Situation): readonly HeldKey[] {
  return keysOfColumn(situation).filter(({ key }) => key.valid && key.enforced);
}

function tableOfId({ session }: Situation, key: ForeignKey): readonly Table[] {
  const table = session.catalog.relations.get(key.referenced);
  return table !== undefined && isTable(table) ? [table] : [];
}

/**
 * TRUNCATE … CASCADE goes on to the tables that refer to those it empties, and not to their heirs (heap.c,
 * heap_truncate_find_FKs): partitions refer themselves.
 */
export function truncatedAlong(situation: Situation): RoleAnswer {
  const { operation, session } = situation;
  if (operation.kind !== 'truncate' || !operation.cascade) return NOBODY;
  const { catalog } = session;
  const found = new Set<Table>();
  const open = targetsOf(situation).flatMap(({ relation, only }) =>
    only || !isTable(relation) ? [relation] : [relation, ...heirs(catalog, relation.id)],
  );
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    if (!isTable(next)) continue;
    // Enforced or not: CASCADE goes by the constraints themselves (heap.c, heap_truncate_find_FKs).
    const keys = [...keysTo(catalog, next), ...inheritedKeysTo(catalog, next)];
    for (const table of keys.flatMap(({ table: other }) => [other, ...partitionsOf(catalog, other)])) {
      if (found.has(table)) continue;
      found.add(table);
      open.push(table);
    }
  }
  return known([...found], catalog.complete);
}

/** A key to a partitioned table is one to each of its partitions. */
export function inheritedKeysTo(catalog: Catalog, table: Table): readonly HeldKey[] {
  const parent = table.partition === null ? undefined : catalog.relations.get(table.partition.parent);
  if (parent === undefined || !isTable(parent)) return [];
  return [...keysTo(catalog, parent), ...inheritedKeysTo(catalog, parent)];
}
