import { columnsOf } from '../../postgres/expression';
import type { Catalog } from '../catalog/catalog';
import { nameKey } from '../catalog/catalog';
import { removeRelation, replaceRelation } from '../catalog/edit';
import { mentionsColumn } from '../catalog/expression-edit';
import { isTable, isView } from '../catalog/find';
import type { Relation, RelationId } from '../catalog/relation';
import { signatureOf } from '../catalog/signature';
import type { Session } from '../session';
import type { Folded } from './change';
import { withCatalog } from './change';
import type { CatalogObject } from './catalog-object';
import { isDoomed, objectKey } from './catalog-object';
import { dependentsOf } from './dependents';
import { withFunctions } from './function-needs';

/**
 * Drops objects with all that goes with them. Without CASCADE it is refused (null) where something else certainly depends on
 * them; what is not certain to depend goes without a word.
 */
export function dropObjects(session: Session, roots: readonly CatalogObject[], cascade: boolean): Folded {
  const { catalog, major } = session;
  const doomed = new Map<string, CatalogObject>();
  const dependents: { readonly object: CatalogObject; readonly certain: boolean }[] = [];
  const doom = (object: CatalogObject): void => {
    const open = [object];
    for (let next = open.pop(); next !== undefined; next = open.pop()) {
      const key = objectKey(next);
      if (doomed.has(key)) continue;
      doomed.set(key, next);
      for (const dependent of dependentsOf(catalog, major, next)) {
        if (dependent.how === 'auto') open.push(dependent.object);
        else dependents.push(dependent);
      }
    }
  };
  roots.forEach(doom);
  for (let next = dependents.pop(); next !== undefined; next = dependents.pop()) {
    if (isDoomed(doomed, next.object)) continue;
    if (!cascade && next.certain) return null;
    doom(next.object);
  }
  return withCatalog(session, without(catalog, [...doomed.values()]));
}

/** Drops relations with all that goes with them. */
export function dropRelations(session: Session, ids: readonly RelationId[], cascade: boolean): Folded {
  return dropObjects(
    session,
    ids.map((id) => ({ kind: 'relation', id })),
    cascade,
  );
}

/** Indexes with their constraints go, and nothing that stands on them. */
export function withoutIndexes(session: Session, ids: readonly RelationId[]): Session {
  return withCatalog(
    session,
    ids.reduce((next, id) => withoutRelation(next, id, new Set(ids)), session.catalog),
  );
}

function without(catalog: Catalog, doomed: readonly CatalogObject[]): Catalog {
  const relations = new Set(doomed.flatMap((object) => (object.kind === 'relation' ? [object.id] : [])));
  const parts = new Map<RelationId, CatalogObject[]>();
  let result = catalog;
  for (const object of doomed) {
    if (object.kind === 'type') result = { ...result, types: result.types.delete(object.key) };
    else if (object.kind === 'function') result = withoutFunctions(result, object);
    else if (isPart(object) && !relations.has(object.table)) {
      parts.set(object.table, [...(parts.get(object.table) ?? []), object]);
    }
  }
  for (const [table, objects] of parts) {
    const relation = result.relations.get(table);
    if (relation !== undefined) result = replaceRelation(result, withoutParts(relation, objects));
  }
  for (const id of relations) result = withoutRelation(result, id, relations);
  return withoutPublished(result, relations, doomed);
}

function withoutFunctions(
  catalog: Catalog,
  { key, signature }: Extract<CatalogObject, { readonly kind: 'function' }>,
): Catalog {
  const all = catalog.functions.get(key) ?? [];
  return withFunctions(
    catalog,
    key,
    signature === null ? [] : all.filter((each) => signatureOf(each) !== signature),
  );
}

function isPart(object: CatalogObject): object is Extract<CatalogObject, { readonly table: RelationId }> {
  return 'table' in object;
}

function withoutParts(relation: Relation, objects: readonly CatalogObject[]): Relation {
  const names = (kind: CatalogObject['kind']): ReadonlySet<string> =>
    new Set(objects.flatMap((object) => (object.kind === kind && 'name' in object ? [object.name] : [])));
  const columns = names('column');
  const triggers = names('trigger');
  const rules = names('rule');
  if (isView(relation)) {
    return {
      ...relation,
      triggers: relation.triggers.filter((each) => !triggers.has(each.name)),
      rules: relation.rules.filter((each) => !rules.has(each.name)),
    };
  }
  if (relation.kind === 'composite type') {
    return { ...relation, columns: relation.columns.filter((each) => !columns.has(each.name)) };
  }
  if (!isTable(relation)) return relation;
  const constraints = names('constraint');
  const defaults = names('default');
  const policies = names('policy');
  return {
    ...relation,
    columns:
      columns.size === 0 && defaults.size === 0
        ? relation.columns
        : relation.columns
            .filter((each) => !columns.has(each.name))
            .map((each) => (defaults.has(each.name) ? { ...each, default: null } : each)),
    constraints:
      constraints.size === 0
        ? relation.constraints
        : relation.constraints.filter((each) => !constraints.has(each.name)),
    triggers: relation.triggers.filter((each) => !triggers.has(each.name)),
    policies: relation.policies.filter((each) => !policies.has(each.name)),
    rules: rules.size === 0 ? relation.rules : relation.rules.filter((each) => !rules.has(each.name)),
    statistics: relation.statistics.filter(
      (each) =>
        !each.columns.some((column) => columns.has(column)) &&
        each.expressions?.some((of) => columnsOf(of).some((column) => columns.has(column))) !== true,
    ),
  };
}

function withoutRelation(catalog: Catalog, id: RelationId, doomed: ReadonlySet<RelationId>): Catalog {
  const relation = catalog.relations.get(id);
  if (relation === undefined) return catalog;
  const removed = removeRelation(catalog, id);
  const result =
    relation.kind === 'composite type'
      ? { ...removed, types: removed.types.delete(nameKey(relation.schema, relation.name)) }
      : removed;
  if (isTable(relation) && relation.partition !== null) {
    const parent = result.relations.get(relation.partition.parent);
    return parent === undefined || !isTable(parent)
      ? result
      : replaceRelation(result, { ...parent, hadPartitions: true });
  }
  if (relation.kind !== 'index' && relation.kind !== 'partitioned index') return result;
  const owner = result.relations.get(relation.table);
  if (owner === undefined || doomed.has(owner.id) || !('indexes' in owner)) return result;
  const indexes = owner.indexes.filter((index) => index !== id);
  if (!isTable(owner)) return replaceRelation(result, { ...owner, indexes });
  return replaceRelation(result, {
    ...owner,
    indexes,
    constraints: owner.constraints.some((each) => 'index' in each && each.index === id)
      ? owner.constraints.filter((each) => !('index' in each) || each.index !== id)
      : owner.constraints,
    replicaIdentity: owner.replicaIdentity === id ? 'nothing' : owner.replicaIdentity,
  });
}

/** A table is published no more when a column goes that its list of columns or its condition names. */
function withoutPublished(
  catalog: Catalog,
  relations: ReadonlySet<RelationId>,
  doomed: readonly CatalogObject[],
): Catalog {
  let { publications } = catalog;
  if (publications.size === 0) return catalog;
  const columns = doomed.flatMap((object) => (object.kind === 'column' ? [object] : []));
  for (const publication of publications.values()) {
    const tables = publication.tables.filter(
      ({ table, columns: listed, where }) =>
        !relations.has(table) &&
        !columns.some(
          (column) =>
            column.table === table && (listed.includes(column.name) || mentionsColumn(where, column.name)),
        ),
    );
    if (tables.length < publication.tables.length) {
      publications = publications.set(publication.name, { ...publication, tables });
    }
  }
  return publications === catalog.publications ? catalog : { ...catalog, publications };
}
