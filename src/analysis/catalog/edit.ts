import type { Catalog } from './catalog';
import type { Relation, RelationId } from './relation';
import { reindex } from './reverse-index';

/** A relation that has no id yet. */
export type Draft<R extends Relation = Relation> = R extends unknown ? Omit<R, 'id'> : never;

/** The catalog with one relation more, and that relation. Whatever had its name is left without a name. */
export function addRelation<R extends Relation>(catalog: Catalog, draft: Draft<R>): readonly [Catalog, R] {
  const id = catalog.nextId as RelationId;
  // The compiler cannot see that a draft and its id make the relation again.
  const relation = { id, ...draft } as unknown as R;
  const changed = { nextId: id + 1, relations: catalog.relations.set(id, relation) };
  return [reindex(catalog, changed, null, relation), relation];
}

/** The catalog with another version of a relation that it holds; the same catalog where it does not hold it. */
export function replaceRelation(catalog: Catalog, relation: Relation): Catalog {
  const before = catalog.relations.get(relation.id);
  if (before === undefined || before === relation) return catalog;
  return reindex(catalog, withRelation(catalog, relation), before, relation);
}

/** The catalog without a relation. What depends on it is the caller's business (fold/drop.ts). */
export function removeRelation(catalog: Catalog, id: RelationId): Catalog {
  const before = catalog.relations.get(id);
  if (before === undefined) return catalog;
  const { nextId, relations } = catalog;
  return reindex(catalog, { nextId, relations: relations.delete(id) }, before, null);
}

/** The catalog with a relation put back under the id that it has had, where no relation has that id. */
export function restoreRelation(catalog: Catalog, relation: Relation): Catalog {
  if (catalog.relations.has(relation.id)) return replaceRelation(catalog, relation);
  return reindex(catalog, withRelation(catalog, relation), null, relation);
}

function withRelation(
  { nextId, relations }: Catalog,
  relation: Relation,
): Pick<Catalog, 'relations' | 'nextId'> {
  return { nextId, relations: relations.set(relation.id, relation) };
}
