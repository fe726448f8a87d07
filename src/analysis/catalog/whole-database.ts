import type { OperationOf } from '../../postgres/operation';
import type { Catalog } from './catalog';
import { isIndex } from './find';
import type { Relation } from './relation';

/** The relations that one of the roles owns, as far as statements say so. What stands on a table is its owner's. */
export function relationsOwnedBy(catalog: Catalog, roles: readonly string[]): readonly Relation[] {
  return [...catalog.relations.values()].filter((relation) => {
    const owner = ownerOf(catalog, relation);
    return owner !== undefined && roles.includes(owner);
  });
}

/** What ALTER … ALL IN TABLESPACE moves. Source: tablecmds.c, AlterTableMoveAll. */
export function relationsMoved(
  catalog: Catalog,
  { what, from, to, owners }: OperationOf<'move-all'>,
): readonly Relation[] {
  if (from === to) return [];
  const kinds = KINDS[what];
  const owned = owners.length === 0 ? [...catalog.relations.values()] : relationsOwnedBy(catalog, owners);
  return owned.filter(
    (relation) =>
      kinds.includes(relation.kind) &&
      relation.persistence !== 'temporary' &&
      (('tablespace' in relation ? relation.tablespace : null) ?? 'pg_default') === from,
  );
}

const KINDS: Readonly<Record<OperationOf<'move-all'>['what'], readonly Relation['kind'][]>> = {
  table: ['table', 'partitioned table'],
  index: ['index', 'partitioned index'],
  'materialized view': ['materialized view'],
};

/** Who owns a relation, as far as a statement said so: indexes, and sequences of a column, are their table's. */
export function ownerOf(catalog: Catalog, relation: Relation): string | undefined {
  const id = isIndex(relation)
    ? relation.table
    : relation.kind === 'sequence'
      ? relation.ownedBy?.table
      : undefined;
  const table = id === undefined ? undefined : catalog.relations.get(id);
  return (table ?? relation).owner;
}
