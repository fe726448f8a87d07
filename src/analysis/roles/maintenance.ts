import type { RoleName } from '../../postgres/effects/role';
import { isExclusionIndex } from '../catalog/exclusion-index';
import { heirs, isIndex, indexesOf, isTable, tableById } from '../catalog/find';
import type { Index, Relation } from '../catalog/relation';
import { relationOf } from '../catalog/resolve';
import { relationsMoved, relationsOwnedBy } from '../catalog/whole-database';
import { partitionsOf } from './family';
import { hasVacuumOption } from './vacuum-option';
import { indexesOfAnswer } from './indexes';
import type { Resolver, RoleAnswer, Situation } from './situation';
import { all, known, NOBODY } from './situation';
import { targetsOf } from './target';

/** What VACUUM, ANALYZE, CLUSTER and REINDEX work on. */
export const MAINTENANCE_ROLES = {
  vacuumed: (situation) => ifFree(situation, all(vacuumed(situation))),
  'indexes-vacuumed': (situation) =>
    hasVacuumOption(situation.operation, 'process_main', false)
      ? NOBODY
      : indexesOfAnswer(situation, ifFree(situation, all(vacuumed(situation))), true),
  analyzed: (situation) => ifFree(situation, all(analyzed(situation))),
  'sampled-heirs': (situation) => {
    const parents = namedOrAll(situation).filter(({ relation, only }) => only || relation.kind === 'table');
    const found = parents
      .flatMap(({ relation }) => heirs(situation.session.catalog, relation.id))
      .filter(({ kind }) => kind !== 'partitioned table');
    return ifFree(situation, all(found));
  },
  'indexes-analyzed': (situation) =>
    indexesOfAnswer(situation, ifFree(situation, all(analyzed(situation))), true),
  moved: (situation) => moved(situation),
  'moved-with-rows': (situation) => {
    const found = moved(situation);
    const relations = found.relations.filter(
      ({ kind }) => kind !== 'partitioned table' && kind !== 'partitioned index',
    );
    return { ...found, relations };
  },
  'owned-by-role': ({ operation, session }) =>
    operation.kind === 'reassign-owned'
      ? known(relationsOwnedBy(session.catalog, operation.roles), false)
      : NOBODY,
  clustered,
  'indexes-clustered': (situation) => indexesOfAnswer(situation, clustered(situation), true),
  'reindexed-tables': (situation) =>
    all(reindexed(situation).tables.filter(({ kind }) => kind !== 'partitioned table')),
  'reindexed-parents': (situation) =>
    all(reindexed(situation).tables.filter(({ kind }) => kind === 'partitioned table')),
  'reindexed-partitions': ({ operation, session }) => {
    const table =
      operation.kind === 'reindex' && operation.what === 'table' && operation.name !== null
        ? relationOf(session, operation.name)
        : undefined;
    return table === undefined || session.major < 14 ? NOBODY : all(partitionsOf(session.catalog, table));
  },
  'reindexed-indexes': (situation) => all(reindexed(situation).indexes),
  'reindexed-index-parent': (situation) => {
    const index = partitionedIndex(situation);
    return all(index === undefined ? [] : [index]);
  },
  'reindexed-index-branches': (situation) => {
    const index = partitionedIndex(situation);
    if (index === undefined) return NOBODY;
    return all(partsOf(situation.session.catalog, index).filter(({ kind }) => kind === 'partitioned index'));
  },
  'reindex-skips': (situation) => {
    const { operation, session } = situation;
    const { catalog } = session;
    if (operation.kind === 'reindex' && operation.what === 'index') return NOBODY;
    const { tables } = reindexed(situation);
    const indexes = tables.flatMap(({ id }) => indexesOf(catalog, id));
    return all(indexes.filter((index) => isExclusionIndex(catalog, index)));
  },
} satisfies Partial<Record<RoleName, Resolver>>;

/** SKIP_LOCKED passes over what it would have to wait for. */
function ifFree({ operation }: Situation, answer: RoleAnswer): RoleAnswer {
  return hasVacuumOption(operation, 'skip_locked', true)
    ? { ...answer, unless: 'another session has it locked' }
    : answer;
}

const WITH_ROWS: readonly Relation['kind'][] = ['table', 'materialized view'];

function vacuumed(situation: Situation): readonly Relation[] {
  return hasVacuumOption(situation.operation, 'only_database_stats', true)
    ? []
    : maintained(situation, [...WITH_ROWS, 'partitioned table']);
}

function analyzed(situation: Situation): readonly Relation[] {
  return maintained(situation, [...WITH_ROWS, 'partitioned table', 'foreign table']);
}

/** From 18 on heirs by INHERITS are vacuumed and analyzed too. */
function maintained(situation: Situation, kinds: readonly Relation['kind'][]): readonly Relation[] {
  const { catalog, major } = situation.session;
  const reach = (relation: Relation): readonly Relation[] =>
    major >= 18 && isTable(relation) ? heirs(catalog, relation.id) : partitionsOf(catalog, relation);
  return namedOrAll(situation)
    .flatMap(({ relation, only }) => [relation, ...(only ? [] : reach(relation))])
    .filter(({ kind }) => kinds.includes(kind));
}

function namedOrAll(situation: Situation): ReturnType<typeof targetsOf> {
  const { operation, session } = situation;
  const whole =
    (operation.kind === 'vacuum' || operation.kind === 'analyze') && operation.tables.length === 0;
  return whole
    ? [...session.catalog.relations.values()].map((relation) => ({ relation, only: false }))
    : targetsOf(situation);
}

/** Where not all is known, a bare CLUSTER may take any table that has an index. */
function clustered(situation: Situation): RoleAnswer {
  const { operation, session } = situation;
  if (operation.kind !== 'cluster') return NOBODY;
  const { catalog } = session;
  if (operation.table !== null)
    return all(
      targetsOf(situation).flatMap(({ relation }) => [
        relation,
        ...partitionsOf(catalog, relation).filter(({ kind }) => kind !== 'partitioned table'),
      ]),
    );
  const stored = [...catalog.relations.values()].filter(({ kind }) => WITH_ROWS.includes(kind));
  const clusteredBefore = stored.filter(({ clusteredOn }) => clusteredOn !== undefined);
  if (catalog.complete) return all(clusteredBefore);
  const indexed = stored.filter(({ id }) => indexesOf(catalog, id).length > 0);
  return { ...known(indexed, catalog.complete), unless: 'it was never clustered' };
}

/** Who made a relation nobody knows: those that a statement gave to the roles are found. */
function moved({ operation, session }: Situation): RoleAnswer {
  if (operation.kind !== 'move-all') return NOBODY;
  const { catalog } = session;
  return known(relationsMoved(catalog, operation), catalog.complete && operation.owners.length === 0);
}

interface Reindexed {
  readonly tables: readonly Relation[];
  readonly indexes: readonly Index[];
}

/** Up to 13 REINDEX TABLE passes over the partitions of a partitioned table; CONCURRENTLY over exclusion constraints. */
function reindexed({ operation, session }: Situation): Reindexed {
  if (operation.kind !== 'reindex') return { tables: [], indexes: [] };
  const { catalog, major } = session;
  const withIndexes = (tables: readonly Relation[]): Reindexed => ({
    tables,
    indexes: tables
      .flatMap(({ id }) => indexesOf(catalog, id))
      .filter(
        (index) => index.kind === 'index' && !(operation.concurrently && isExclusionIndex(catalog, index)),
      ),
  });
  if (operation.what === 'system') return { tables: [], indexes: [] };
  if (operation.what === 'schema' || operation.what === 'database') {
    const schema = operation.what === 'schema' ? operation.name?.name : undefined;
    return withIndexes(
      [...catalog.relations.values()].filter(
        (relation) =>
          WITH_ROWS.includes(relation.kind) && (schema === undefined || relation.schema === schema),
      ),
    );
  }
  const relation = operation.name === null ? undefined : relationOf(session, operation.name);
  if (relation === undefined) return { tables: [], indexes: [] };
  if (!isIndex(relation))
    return withIndexes([relation, ...(major >= 14 ? partitionsOf(catalog, relation) : [])]);
  const table = catalog.relations.get(relation.table);
  if (relation.kind === 'index') return { tables: table === undefined ? [] : [table], indexes: [relation] };
  const parts = partsOf(catalog, relation);
  const tables = parts.flatMap((part) => tableById(catalog, part.table) ?? []);
  return {
    tables: [...(table === undefined ? [] : [table]), ...tables.filter((part) => part.kind === 'table')],
    indexes: parts.filter(({ kind }) => kind === 'index'),
  };
}

function partitionedIndex({ operation, session }: Situation): Index | undefined {
  if (operation.kind !== 'reindex' || operation.name === null) return undefined;
  const relation = relationOf(session, operation.name);
  return relation !== undefined && isIndex(relation) && relation.kind === 'partitioned index'
    ? relation
    : undefined;
}

/** The indexes of partitions that belong to a partitioned index, of any depth. */
function partsOf(catalog: Situation['session']['catalog'], index: Index): readonly Index[] {
  return heirs(catalog, index.table)
    .flatMap(({ id }) => indexesOf(catalog, id))
    .filter((part) => part.parent === index.id || partsOfParent(catalog, part, index));
}

function partsOfParent(catalog: Situation['session']['catalog'], part: Index, index: Index): boolean {
  const parent = part.parent === null ? undefined : catalog.relations.get(part.parent);
  return (
    parent !== undefined &&
    isIndex(parent) &&
    (parent.parent === index.id || partsOfParent(catalog, parent, index))
  );
}
