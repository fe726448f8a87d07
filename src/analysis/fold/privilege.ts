import type { ObjectName } from '../../postgres/name';
import type { ObjectType } from '../../postgres/operations/object';
import type { Catalog, NameKey, Privileges } from '../catalog/catalog';
import { nameKey } from '../catalog/catalog';
import type { RelationId } from '../catalog/relation';
import { findFunctions, resolve } from '../catalog/resolve';
import type { OperationAmong } from '../operation-among';
import type { PersistentMap } from '../persistent-map';
import type { Session } from '../session';
import { withCatalog } from './change';

/** GRANT and REVOKE on relations and functions: who was given rights beside the owner, and whether any were taken away. */
export function changePrivileges(session: Session, operation: OperationAmong<'grant' | 'revoke'>): Session {
  if (operation.grantOption && operation.kind === 'revoke') return session;
  const { catalog } = session;
  if (RELATIONS.has(operation.objectType)) {
    const privileges = changed(catalog.privileges, relationsOf(session, operation), operation);
    return withCatalog(session, { ...catalog, privileges });
  }
  if (!FUNCTIONS.has(operation.objectType)) return session;
  const functionPrivileges = changed(catalog.functionPrivileges, functionsOf(session, operation), operation);
  return withCatalog(session, { ...catalog, functionPrivileges });
}

/** ALTER DEFAULT PRIVILEGES: what is made later may have grants that no statement names. */
export function changeDefaultPrivileges(session: Session): Session {
  return withCatalog(session, { ...session.catalog, defaultPrivileges: true });
}

/** The privileges on a relation, as far as statements name them. */
export function privilegesOn(catalog: Catalog, id: RelationId): Privileges {
  return catalog.privileges.get(id) ?? NONE;
}

/** The same for the functions of a name. */
export function privilegesOnFunction(catalog: Catalog, key: NameKey): Privileges {
  return catalog.functionPrivileges.get(key) ?? NONE;
}

const RELATIONS: ReadonlySet<ObjectType> = new Set([
  'table',
  'view',
  'materialized view',
  'sequence',
  'foreign table',
]);
const FUNCTIONS: ReadonlySet<ObjectType> = new Set(['function', 'procedure', 'routine']);
const NONE: Privileges = { grantees: [], revoked: false };

function changed<K extends string | number>(
  map: PersistentMap<K, Privileges>,
  keys: readonly K[],
  { kind, grantees }: OperationAmong<'grant' | 'revoke'>,
): PersistentMap<K, Privileges> {
  return keys.reduce((result, key) => {
    const before = result.get(key) ?? NONE;
    const others = before.grantees.filter((each) => !grantees.includes(each));
    return result.set(
      key,
      kind === 'grant'
        ? { ...before, grantees: [...others, ...grantees] }
        : { grantees: others, revoked: true },
    );
  }, map);
}

function relationsOf(
  session: Session,
  { target, names, objectType }: OperationAmong<'grant'>,
): readonly RelationId[] {
  if (target === 'names') return names.flatMap((name) => resolve(session, name) ?? []);
  const schemas = new Set(names.map(({ name }) => name));
  return [...session.catalog.relations.values()]
    .filter(
      ({ schema, kind }) => schemas.has(schema) && (kind === 'sequence') === (objectType === 'sequence'),
    )
    .map(({ id }) => id);
}

function functionsOf(session: Session, { target, names }: OperationAmong<'grant'>): readonly NameKey[] {
  if (target === 'names') return names.flatMap((name) => keyOf(session, name));
  const schemas = new Set(names.map(({ name }) => name));
  return [...session.catalog.functions.values()].flatMap(([first]) =>
    first !== undefined && schemas.has(first.schema) ? [nameKey(first.schema, first.name)] : [],
  );
}

function keyOf(session: Session, name: ObjectName): readonly NameKey[] {
  const [known] = findFunctions(session, name);
  return known === undefined ? [] : [nameKey(known.schema, known.name)];
}
