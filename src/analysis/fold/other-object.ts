import type { OperationOf } from '../../postgres/operation';
import { findType, functionMeant, relationOf, tableOf } from '../catalog/resolve';
import { isTable, relationNamed } from '../catalog/find';
import type { Session } from '../session';
import type { Folded } from './change';
import { put, withCatalog } from './change';
import { tablesOn } from '../catalog/standing-on';
import { collationDependents } from '../roles/collation';
import { dropObjects, dropRelations } from './drop';
import { moveFunctions } from './function';
import { forgetObjects, moveObject, noteObject } from './other-objects';
import { renamePublication } from './publication';
import { renameRelation, setSchema } from './rename-relation';
import { renameUserType } from './rename-type';

/** RENAME and SET SCHEMA of the objects that have no operation of their own: types, domains, functions, publications. */
export function alterObject(session: Session, operation: OperationOf<'alter-object'>): Folded {
  const { objectType, name, change, to } = operation;
  if (to === null || (change !== 'rename' && change !== 'set-schema')) return session;
  switch (objectType) {
    case 'type':
    case 'domain': {
      const type = findType(session, name);
      if (type === undefined) return session;
      const relation = relationNamed(session.catalog, type);
      if (relation?.kind === 'composite type') {
        return change === 'rename'
          ? renameRelation(session, relation.id, to)
          : setSchema(session, relation.id, to);
      }
      return renameUserType(
        session,
        type,
        change === 'rename' ? { schema: type.schema, name: to } : { schema: to, name: type.name },
      );
    }
    case 'function':
    case 'procedure':
    case 'routine':
    case 'aggregate':
      return moveFunctions(
        session,
        [functionMeant(session, name, operation.parameters ?? null)].flatMap((known) => known ?? []),
        change === 'rename' ? { name: to } : { schema: to },
      );
    case 'statistics':
      return change === 'rename' ? renameStatistics(session, name.name, to) : session;
    case 'publication':
      return renamePublication(session, name.name, to);
    case 'table':
    case 'view':
    case 'materialized view':
    case 'sequence':
    case 'index':
    case 'foreign table': {
      const relation = relationOf(session, name);
      if (relation === undefined) return session;
      return change === 'rename'
        ? renameRelation(session, relation.id, to)
        : setSchema(session, relation.id, to);
    }
    case 'collation':
    case 'foreign data wrapper':
    case 'server':
      return moveObject(session, operation);
    case 'access method':
    case 'cast':
    case 'column':
    case 'constraint':
    case 'conversion':
    case 'database':
    case 'default acl':
    case 'domain constraint':
    case 'event trigger':
    case 'extension':
    case 'language':
    case 'large object':
    case 'operator':
    case 'operator class':
    case 'operator family':
    case 'parameter':
    case 'policy':
    case 'role':
    case 'rule':
    case 'schema':
    case 'subscription':
    case 'tablespace':
    case 'text search configuration':
    case 'text search dictionary':
    case 'text search parser':
    case 'text search template':
    case 'transform':
    case 'trigger':
    case 'user mapping':
      return session;
  }
}

/** CREATE STATISTICS; a name that the server makes up is not kept. */
export function createStatistics(session: Session, operation: OperationOf<'create-statistics'>): Folded {
  const table = tableOf(session, operation.table);
  if (table === undefined || operation.name === null) return session;
  const { name } = operation.name;
  if (table.statistics.some((each) => each.name === name)) return operation.ifNotExists ? session : null;
  const { columns, expressions } = operation;
  const made = { name, columns, ...(expressions.length === 0 ? {} : { expressions }) };
  return put(session, { ...table, statistics: [...table.statistics, made] });
}

function renameStatistics(session: Session, from: string, to: string): Session {
  const table = [...session.catalog.relations.values()].find(
    (relation) => isTable(relation) && relation.statistics.some(({ name }) => name === from),
  );
  if (table === undefined || !isTable(table)) return session;
  const statistics = table.statistics.map((each) => (each.name === from ? { ...each, name: to } : each));
  return put(session, { ...table, statistics });
}

/** CREATE of what has no operation of its own. */
export function createObject(before: Session, operation: OperationOf<'create-object'>): Session {
  const { objectType, name, wrapper = null } = operation;
  const session = noteObject(before, objectType, name, true);
  const { servers } = session.catalog;
  if (objectType !== 'server' || servers.has(name.name)) return session;
  // IF NOT EXISTS may find one that nobody saw made.
  const known = operation.ifNotExists && !session.catalog.complete ? null : wrapper;
  return withCatalog(session, { ...session.catalog, servers: servers.set(name.name, known) });
}

/** DROP of what has no operation of its own: with CASCADE the tables of a server or access method go. */
export function dropObject(before: Session, operation: OperationOf<'drop-object'>): Folded {
  const { objectType, cascade, names } = operation;
  const gone = (server: string, wrapper: string | null): boolean =>
    (objectType === 'server' && names.some(({ name }) => name === server)) ||
    (objectType === 'foreign data wrapper' && names.some(({ name }) => name === wrapper));
  const servers = [...before.catalog.servers.entries()].reduce(
    (map, [server, wrapper]) => (gone(server, wrapper) ? map.delete(server) : map),
    before.catalog.servers,
  );
  const noted = forgetObjects(before, objectType, names);
  const session =
    servers === before.catalog.servers ? noted : withCatalog(noted, { ...noted.catalog, servers });
  if (cascade && objectType === 'collation')
    return dropObjects(
      session,
      collationDependents(session.catalog, names).map(({ object }) => object),
      true,
    );
  if (!cascade || (objectType !== 'server' && objectType !== 'access method')) return session;
  return dropRelations(
    session,
    tablesOn(session.catalog, operation).map(({ id }) => id),
    true,
  );
}

/** DROP STATISTICS. */
export function dropStatistics(session: Session, operation: OperationOf<'drop-statistics'>): Session {
  const names = new Set(operation.names.map(({ name }) => name));
  return [...session.catalog.relations.values()].reduce(
    (next, relation) =>
      isTable(relation) && relation.statistics.some((each) => names.has(each.name))
        ? put(next, { ...relation, statistics: relation.statistics.filter((each) => !names.has(each.name)) })
        : next,
    session,
  );
}

/** The session of a database of which a statement may have changed anything: nothing is known not to exist any more. */
export function forgetCompleteness(session: Session): Session {
  return withCatalog(session, { ...session.catalog, complete: false });
}

/** ALTER ROLE or DATABASE … SET: in force for later sessions. */
export function setForLater(session: Session, operation: OperationOf<'set-for-later'>): Session {
  const { laterSettings } = session.catalog;
  if (operation.setting === null) return session;
  const key = operation.setting.toLowerCase();
  const changed =
    operation.value === null ? laterSettings.delete(key) : laterSettings.set(key, operation.value);
  return withCatalog(session, { ...session.catalog, laterSettings: changed });
}
