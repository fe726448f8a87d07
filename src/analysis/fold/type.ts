import type { OperationOf } from '../../postgres/operation';
import { nameKey } from '../catalog/catalog';
import { columnOf, isTable, relationNamed } from '../catalog/find';
import type { Column, CompositeRelation, RelationId } from '../catalog/relation';
import { findType, nameForCreation, relationOf, resolveType } from '../catalog/resolve';
import { originOf } from '../origin';
import type { Session } from '../session';
import type { Folded } from './change';
import { create, put } from './change';
import type { CatalogObject } from './catalog-object';
import { dropObjects } from './drop';
import { addType } from './enum';
import { renameColumnOf } from './rename-column';
import { replaces } from './replaces';

/** CREATE TYPE … AS (…): a type and the relation that stands for it. */
export function createCompositeType(
  before: Session,
  operation: OperationOf<'create-composite-type'>,
): Folded {
  const place = nameForCreation(before, operation.type);
  const session = replaces(before, relationNamed(before.catalog, place));
  if (session === null) return null;
  const typed = addType(session, { ...place, kind: 'composite', origin: originOf(session) });
  if (typed === null) return null;
  return create<CompositeRelation>(typed, {
    ...place,
    kind: 'composite type',
    persistence: 'permanent',
    origin: originOf(session),
    columns: operation.attributes.map(({ name, type }) =>
      attribute(session, name, resolveType(session, type)),
    ),
  })[0];
}

/** CREATE TYPE … AS RANGE, and base types. */
export function createOtherType(
  session: Session,
  operation: OperationOf<'create-range-type'> | OperationOf<'create-base-type'>,
): Folded {
  const kind = operation.kind === 'create-range-type' ? 'range' : 'base';
  return addType(session, { ...nameForCreation(session, operation.type), kind, origin: originOf(session) });
}

/** ALTER TYPE … ADD, DROP, ALTER, RENAME ATTRIBUTE; with CASCADE the tables OF the type follow. */
export function alterCompositeType(session: Session, operation: OperationOf<'alter-composite-type'>): Folded {
  const type = relationOf(session, operation.type);
  if (type?.kind !== 'composite type') return session;
  const { change } = operation;
  const typed = tablesOf(session, type);
  if (typed.length > 0 && !operation.cascade) return null;
  if (change.kind === 'rename') {
    return [type.id, ...typed].reduce<Folded>(
      (next, id) => (next === null ? null : renameColumnOf(next, id, change.attribute, change.to, true)),
      session,
    );
  }
  const known = columnOf(type, change.attribute);
  if (change.kind === 'drop') {
    if (known === undefined) return change.missingOk ? session : null;
    const objects = [type.id, ...typed].map((id): CatalogObject => ({
      kind: 'column',
      table: id,
      name: change.attribute,
    }));
    return dropObjects(session, objects, operation.cascade);
  }
  if ((known === undefined) !== (change.kind === 'add')) return null;
  const column = attribute(session, change.attribute, resolveType(session, change.type));
  return [type.id, ...typed].reduce((next, id) => {
    const relation = next.catalog.relations.get(id);
    if (relation === undefined || (!isTable(relation) && relation.kind !== 'composite type')) return next;
    const columns =
      change.kind === 'add'
        ? [...relation.columns, column]
        : relation.columns.map((each) => (each.name === column.name ? { ...each, type: column.type } : each));
    return put(next, { ...relation, columns });
  }, session);
}

/** DROP TYPE and DROP DOMAIN. */
export function dropTypes(session: Session, operation: OperationOf<'drop-type'>): Folded {
  const objects: CatalogObject[] = [];
  for (const name of operation.types) {
    const type = findType(session, name);
    if (type === undefined) {
      if (!operation.ifExists && session.catalog.complete) return null;
      continue;
    }
    if (operation.domain && type.kind !== 'domain') return null;
    const relation = relationNamed(session.catalog, type);
    if (relation?.kind === 'composite type') objects.push({ kind: 'relation', id: relation.id });
    objects.push({ kind: 'type', key: nameKey(type.schema, type.name) });
  }
  return dropObjects(session, objects, operation.cascade);
}

function tablesOf(session: Session, type: CompositeRelation): readonly RelationId[] {
  const found: RelationId[] = [];
  for (const relation of session.catalog.relations.values()) {
    if (!isTable(relation) || relation.ofType === null || relation.ofType.name !== type.name) continue;
    if (relation.ofType.schema === null || relation.ofType.schema === type.schema) found.push(relation.id);
  }
  return found;
}

function attribute(session: Session, name: string, type: Column['type']): Column {
  return {
    name,
    type,
    collation: null,
    notNull: false,
    default: null,
    identity: null,
    generated: null,
    storage: null,
    compression: null,
    addedBy: originOf(session),
    inherited: false,
  };
}
