import type { Catalog, NameKey } from '../catalog/catalog';
import { nameKey } from '../catalog/catalog';
import { keyMentions } from '../catalog/expression-edit';
import { isTable, isView } from '../catalog/find';
import type { RelationId } from '../catalog/relation';
import { usersOfType } from '../catalog/uses';
import { exists } from '../origin';
import type { Dependent } from './dependents';
import { functionsOfType } from './function-dependents';

/** Columns of the type, tables OF the type, domains over it, functions that take or give it. */
export function typeDependents(catalog: Catalog, key: NameKey): readonly Dependent[] {
  const found: Dependent[] = [...functionsOfType(catalog, key)];
  for (const id of usersOfType(catalog, key)) {
    const relation = catalog.relations.get(id);
    if (relation === undefined || !('columns' in relation)) continue;
    if (isView(relation)) {
      found.push(relationObject(catalog, id, 'normal'));
      continue;
    }
    for (const { name, type } of relation.columns) {
      if (type === null || type.schema === null || nameKey(type.schema, type.name) !== key) continue;
      // A table is nothing without the key of its partitions.
      const isKey =
        isTable(relation) && relation.partitioning?.keys.some((each) => keyMentions(each, name)) === true;
      found.push({
        object: isKey ? { kind: 'relation', id } : { kind: 'column', table: id, name },
        how: 'normal',
        certain: exists(relation.origin),
      });
    }
  }
  if (!catalog.types.has(key)) return found;
  for (const [domain, type] of catalog.types.entries()) {
    if (
      type.kind === 'domain' &&
      type.type.schema !== null &&
      nameKey(type.type.schema, type.type.name) === key
    ) {
      found.push({ object: { kind: 'type', key: domain }, how: 'normal', certain: exists(type.origin) });
    }
  }
  return found;
}

/** A relation as what depends on something. */
export function relationObject(catalog: Catalog, id: RelationId, how: Dependent['how']): Dependent {
  const relation = catalog.relations.get(id);
  const certain = relation !== undefined && exists(relation.origin);
  return { object: { kind: 'relation', id }, how, certain };
}
