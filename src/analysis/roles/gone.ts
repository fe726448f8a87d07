import type { RoleName } from '../../postgres/effects/role';
import type { ForeignKey } from '../catalog/adopted-key';
import { defaultPartitionOf, isIndex, isTable, tableById } from '../catalog/find';
import type { Relation, RelationId, Table } from '../catalog/relation';
import type { CatalogObject } from '../fold/catalog-object';
import type { Session } from '../session';
import { doomedBy } from './doomed';
import { dropOf } from './drop-roots';
import { partitionsOf } from './family';
import type { Resolver, RoleAnswer, Situation } from './situation';
import { known, NOBODY } from './situation';

/** What a DROP takes along. */
export const GONE_ROLES = {
  gone: (situation) => answer(situation, ({ relations }) => relations),
  'losing-a-part': losingAPart,
  'parents-of-gone': parentsOfGone,
  'tables-of-gone-indexes': (situation) =>
    answer(situation, ({ relations }) => tablesOfIndexes(situation.session, relations)),
} satisfies Partial<Record<RoleName, Resolver>>;

interface Gone {
  readonly relations: readonly Relation[];
  readonly objects: readonly CatalogObject[];
}

function goneOf(situation: Situation): Gone | null {
  const drop = dropOf(situation);
  if (drop === null) return null;
  const { objects } = doomedBy(situation.session, drop.roots, drop.cascade);
  const relations = objects.flatMap((object) =>
    object.kind === 'relation' ? (situation.session.catalog.relations.get(object.id) ?? []) : [],
  );
  return { relations, objects };
}

function answer(situation: Situation, pick: (gone: Gone) => readonly Relation[]): RoleAnswer {
  const gone = goneOf(situation);
  return gone === null ? NOBODY : known(pick(gone), isComplete(situation, gone));
}

function isComplete({ session }: Situation, { relations }: Gone): boolean {
  return session.catalog.complete || relations.every((relation) => isTable(relation) && relation.complete);
}

/** Tables that lose a part but stay, with the other ends of the keys that go and the tables of the indexes. */
function losingAPart(situation: Situation): RoleAnswer {
  const { session } = situation;
  return answer(situation, (gone) => [
    ...gone.objects.flatMap((object) => ('table' in object ? losersOf(session, object) : [])),
    ...gone.relations.flatMap((relation) => (isTable(relation) ? keysWith(session, relation) : [])),
    ...tablesOfIndexes(session, gone.relations),
    ...(situation.operation.kind === 'drop-index' ? partitionsOfIndexes(session, gone.relations) : []),
  ]);
}

function losersOf(
  session: Session,
  object: Extract<CatalogObject, { table: RelationId }>,
): readonly Relation[] {
  const relation = session.catalog.relations.get(object.table);
  if (relation === undefined) return [];
  if (!isTable(relation)) return [relation];
  const partitions = partitionsOf(session.catalog, relation);
  if (object.kind === 'trigger') {
    const has = partitions.filter(({ triggers }) =>
      triggers.some(({ name, inherited }) => name === object.name && inherited),
    );
    return [relation, ...has];
  }
  if (object.kind !== 'constraint') return [relation];
  const constraint = relation.constraints.find(({ name }) => name === object.name);
  return constraint?.kind === 'foreign-key'
    ? [relation, ...partitions, ...otherEnd(session, constraint)]
    : [relation];
}

/** The keys of a table that goes: their triggers on the referenced table go too, but for keys that a partition has from its parent. */
function keysWith(session: Session, table: Table): readonly Relation[] {
  return table.constraints.flatMap((constraint) =>
    constraint.kind === 'foreign-key' && !constraint.inherited ? otherEnd(session, constraint) : [],
  );
}

/**
 * Up to 14 the triggers of a key to a partitioned table stand on its partitions with rows alone; on 12 those of a key that DETACH left
 * behind on the table and on what became its partition later.
 */
function otherEnd(session: Session, key: ForeignKey): readonly Relation[] {
  const table = tableById(session.catalog, key.referenced);
  if (table === undefined || !key.enforced) return [];
  const all = [table, ...partitionsOf(session.catalog, table)];
  if (session.major >= 15) return all;
  return key.left
    ? [table, ...all.filter(({ id, kind }) => kind !== 'partitioned table' && hasOwnPart(key, id))]
    : all.filter(({ kind }) => kind !== 'partitioned table');
}

function hasOwnPart({ parts }: ForeignKey, id: RelationId): boolean {
  return parts.some(({ partition }) => partition === id);
}

function tablesOfIndexes(session: Session, relations: readonly Relation[]): readonly Relation[] {
  return relations.flatMap((relation) =>
    isIndex(relation) ? (session.catalog.relations.get(relation.table) ?? []) : [],
  );
}

/** DROP INDEX locks the table of a partitioned index with all its partitions, with or without a part of the index (tablecmds.c, RemoveRelations). */
function partitionsOfIndexes(session: Session, relations: readonly Relation[]): readonly Relation[] {
  return tablesOfIndexes(
    session,
    relations.filter(({ kind }) => kind === 'partitioned index'),
  ).flatMap((table) => (isTable(table) ? partitionsOf(session.catalog, table) : []));
}

/** Dropping a partition changes what its parent is made of, and what the DEFAULT partition may hold. */
function parentsOfGone(situation: Situation): RoleAnswer {
  const { catalog } = situation.session;
  return answer(situation, ({ relations }) =>
    relations.flatMap((relation) => {
      if (!isTable(relation) || relation.partition === null) return [];
      const parent = tableById(catalog, relation.partition.parent);
      return parent === undefined
        ? []
        : [parent, ...[defaultPartitionOf(catalog, parent.id)].flatMap((table) => table ?? [])];
    }),
  );
}
