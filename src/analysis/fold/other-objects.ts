import type { ObjectName } from '../../postgres/name';
import type { OperationOf } from '../../postgres/operation';
import type { ObjectType } from '../../postgres/operations/object';
import { isTable } from '../catalog/find';
import { otherObjectKey, WRAPPERS } from '../catalog/other-objects';
import { nameForCreation } from '../catalog/resolve';
import { originOf } from '../origin';
import type { Session } from '../session';
import { put, withCatalog } from './change';

/** What is kept of objects that have no operation of their own: that they are there. */
const KEPT: ReadonlySet<ObjectType> = new Set([
  'collation',
  'foreign data wrapper',
  'server',
  'user mapping',
]);

/** The name under which an object is kept: a schema is that in which it is made, but for what has none. */
export function keptName(session: Session, type: ObjectType, name: ObjectName): ObjectName {
  return type === 'collation' ? nameForCreation(session, name) : name;
}

/** Notes an object that a statement makes. */
export function noteObject(session: Session, type: ObjectType, name: ObjectName, certain: boolean): Session {
  if (!KEPT.has(type)) return session;
  const kept = keptName(session, type, name);
  const key = otherObjectKey(type, kept.schema, kept.name);
  const { otherObjects } = session.catalog;
  if (otherObjects.has(key)) return session;
  return withObjects(session, otherObjects.set(key, originOf(session, certain)));
}

/** The same for the wrapper that an extension brings. */
export function noteWrapperOf(session: Session, extension: string, certain: boolean): Session {
  const name = WRAPPERS[extension];
  return name === undefined
    ? session
    : noteObject(session, 'foreign data wrapper', { schema: null, name }, certain);
}

/** Forgets objects that go: of a wrapper its servers too, of a server its user mappings. */
export function forgetObjects(session: Session, type: ObjectType, names: readonly ObjectName[]): Session {
  if (!KEPT.has(type)) return session;
  const { catalog } = session;
  const objects = names.reduce((map, each) => {
    const kept = keptName(session, type, each);
    return map.delete(otherObjectKey(type, kept.schema, kept.name));
  }, catalog.otherObjects);
  const without = withObjects(session, objects);
  if (type === 'foreign data wrapper') {
    const servers = [...catalog.servers.entries()].flatMap(([server, wrapper]) =>
      names.some(({ name }) => name === wrapper) ? [{ schema: null, name: server }] : [],
    );
    return servers.length === 0 ? without : forgetObjects(without, 'server', servers);
  }
  if (type !== 'server') return without;
  const mapped = keysOf(objects).filter((key) =>
    names.some(({ name }) => key.startsWith(otherObjectKey('user mapping', name, ''))),
  );
  const servers = names.reduce((map, { name }) => map.delete(name), catalog.servers);
  const left = mapped.reduce((map, key) => map.delete(key), objects);
  return withCatalog(session, { ...catalog, servers, otherObjects: left });
}

/** RENAME and SET SCHEMA. The tables and mappings of a server go by its new name. */
export function moveObject(
  session: Session,
  { objectType, name, change, to }: OperationOf<'alter-object'>,
): Session {
  if (!KEPT.has(objectType) || to === null) return session;
  const from = keptName(session, objectType, name);
  const { otherObjects, servers, relations } = session.catalog;
  const key = otherObjectKey(objectType, from.schema, from.name);
  const origin = otherObjects.get(key);
  if (origin === undefined) return session;
  const target = change === 'rename' ? { ...from, name: to } : { ...from, schema: to };
  const moved = withObjects(
    session,
    otherObjects.delete(key).set(otherObjectKey(objectType, target.schema, target.name), origin),
  );
  if (objectType !== 'server') return moved;
  const wrapper = servers.get(from.name) ?? null;
  const renamed = keysOf(otherObjects).reduce((map, each) => {
    const mapping = otherObjectKey('user mapping', from.name, '');
    if (!each.startsWith(mapping)) return map;
    return map.delete(each).set(otherObjectKey('user mapping', to, each.slice(mapping.length)), origin);
  }, moved.catalog.otherObjects);
  return [...relations.values()].reduce(
    (next, relation) =>
      isTable(relation) && relation.server === from.name ? put(next, { ...relation, server: to }) : next,
    withCatalog(moved, {
      ...moved.catalog,
      otherObjects: renamed,
      servers: servers.delete(from.name).set(to, wrapper),
    }),
  );
}

function keysOf(objects: Session['catalog']['otherObjects']): readonly string[] {
  return objects.entries().map(([key]) => key);
}

function withObjects(session: Session, otherObjects: Session['catalog']['otherObjects']): Session {
  return withCatalog(session, { ...session.catalog, otherObjects });
}
