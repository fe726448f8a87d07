import type { OperationOf } from '../../postgres/operation';
import { nameKey } from '../catalog/catalog';
import type { Relation } from '../catalog/relation';
import { exists, originOf } from '../origin';
import type { Session } from '../session';
import type { Folded } from './change';
import { withCatalog } from './change';
import type { CatalogObject } from './catalog-object';
import { dropObjects } from './drop';
import { moveFunctions } from './function';
import { moveRelation } from './rename-relation';
import { renameUserType } from './rename-type';

/** CREATE SCHEMA. */
export function createSchema(session: Session, operation: OperationOf<'create-schema'>): Folded {
  const existing = session.catalog.schemas.get(operation.schema);
  if (existing !== undefined) return operation.ifNotExists || !exists(existing) ? session : null;
  const origin = originOf(session, !operation.ifNotExists);
  return withCatalog(session, {
    ...session.catalog,
    schemas: session.catalog.schemas.set(operation.schema, origin),
  });
}

/** ALTER SCHEMA … RENAME: everything in it moves. */
export function renameSchema(session: Session, { schema, to }: OperationOf<'rename-schema'>): Folded {
  const origin = session.catalog.schemas.get(schema);
  if (session.catalog.schemas.has(to)) return null;
  const schemas = session.catalog.schemas.delete(schema).set(to, origin ?? originOf(session, false));
  const renamed = withCatalog(session, { ...session.catalog, schemas });
  const relations = relationsIn(renamed, schema).reduce((next, relation) => {
    const known = next.catalog.relations.get(relation.id);
    return known === undefined ? next : (moveRelation(next, known, { schema: to, name: known.name }) ?? next);
  }, renamed);
  const types = [...relations.catalog.types.values()]
    .filter((type) => type.schema === schema)
    .reduce((next, type) => renameUserType(next, type, { schema: to, name: type.name }), relations);
  return [...types.catalog.functions.values()]
    .filter(([first]) => first?.schema === schema)
    .reduce((next, functions) => moveFunctions(next, functions, { schema: to }), types);
}

/** DROP SCHEMA. Refused without CASCADE where anything is in it. */
export function dropSchemas(session: Session, operation: OperationOf<'drop-schema'>): Folded {
  return operation.schemas.reduce<Folded>((next, schema) => {
    if (next === null) return null;
    if (!next.catalog.schemas.has(schema) && !operation.ifExists && next.catalog.complete) return null;
    const objects = objectsIn(next, schema);
    if (objects.length > 0 && !operation.cascade) return null;
    const emptied = dropObjects(next, objects, true) ?? next;
    return withCatalog(emptied, { ...emptied.catalog, schemas: emptied.catalog.schemas.delete(schema) });
  }, session);
}

function objectsIn(session: Session, schema: string): readonly CatalogObject[] {
  const { types, functions } = session.catalog;
  return [
    ...relationsIn(session, schema).map(({ id }): CatalogObject => ({ kind: 'relation', id })),
    ...[...types.values()]
      .filter((type) => type.schema === schema)
      .map((type): CatalogObject => ({ kind: 'type', key: nameKey(type.schema, type.name) })),
    ...[...functions.values()].flatMap(([first]): CatalogObject[] =>
      first?.schema === schema
        ? [{ kind: 'function', key: nameKey(schema, first.name), signature: null }]
        : [],
    ),
  ];
}

function relationsIn(session: Session, schema: string): readonly Relation[] {
  return [...session.catalog.relations.values()].filter((relation) => relation.schema === schema);
}
