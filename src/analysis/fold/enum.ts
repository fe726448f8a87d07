import type { OperationOf } from '../../postgres/operation';
import type { NameKey, UserType } from '../catalog/catalog';
import { nameKey } from '../catalog/catalog';
import { findType, nameForCreation } from '../catalog/resolve';
import { exists, originOf } from '../origin';
import type { Session } from '../session';
import type { Folded } from './change';
import { withCatalog } from './change';

type Enum = Extract<UserType, { readonly kind: 'enum' }>;

/** CREATE TYPE … AS ENUM. */
export function createEnum(session: Session, operation: OperationOf<'create-enum'>): Folded {
  const place = nameForCreation(session, operation.type);
  return addType(session, { kind: 'enum', values: operation.values, origin: originOf(session), ...place });
}

/** ADD VALUE, at the end or beside another value. */
export function addEnumValue(session: Session, operation: OperationOf<'add-enum-value'>): Folded {
  const type = findType(session, operation.type);
  if (type === undefined) return session;
  if (type.kind !== 'enum') return null;
  if (type.values.includes(operation.value)) return operation.ifNotExists ? session : null;
  const { neighbour } = operation;
  const place = neighbour === null ? type.values.length : type.values.indexOf(neighbour.value);
  if (place === -1) return null;
  const at = neighbour?.after === true ? place + 1 : place;
  return setType(session, {
    ...type,
    values: [...type.values.slice(0, at), operation.value, ...type.values.slice(at)],
  });
}

/** RENAME VALUE. */
export function renameEnumValue(session: Session, operation: OperationOf<'rename-enum-value'>): Folded {
  const type = findType(session, operation.type);
  if (type === undefined) return session;
  if (type.kind !== 'enum' || !type.values.includes(operation.value) || type.values.includes(operation.to))
    return null;
  return setType(session, {
    ...type,
    values: type.values.map((value) => (value === operation.value ? operation.to : value)),
  } satisfies Enum);
}

/** A new type. Refused where one of the name certainly exists. */
export function addType(session: Session, type: UserType): Folded {
  const key = keyOf(type);
  const existing = session.catalog.types.get(key);
  if (existing !== undefined && exists(existing.origin)) return null;
  return setType(session, type);
}

/** A type in place of the one of its name. */
export function setType(session: Session, type: UserType): Session {
  return withCatalog(session, { ...session.catalog, types: session.catalog.types.set(keyOf(type), type) });
}

function keyOf(type: UserType): NameKey {
  return nameKey(type.schema, type.name);
}
