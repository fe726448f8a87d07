import type { Catalog, Privileges, UserType } from './catalog/catalog';
import { nameKey } from './catalog/catalog';
import { replaceRelation, restoreRelation } from './catalog/edit';
import { isTable } from './catalog/find';
import type { Column, Constraint, Origin, Relation, Table } from './catalog/relation';
import type { PersistentMap } from './persistent-map';
import type { Session } from './session';

/**
 * What is known after one of two ways was taken, nobody knows which: what both agree on stays certain, the rest may be so. Costs
 * what differs. The ids that the two ways gave must be different: the second starts where the first left off.
 */
export function join(a: Session, b: Session): Session {
  if (a === b) return a;
  return {
    ...a,
    catalog: joinCatalogs(a.catalog, b.catalog),
    settings: joinSettings(a.settings, b.settings),
    transaction: a.transaction ?? b.transaction,
    transactionOrdinal: Math.max(a.transactionOrdinal, b.transactionOrdinal),
  };
}

/** What is known after statements ran behind a guard that we believe but cannot prove: what they made is not certain. */
export function doubt(before: Session, after: Session): Session {
  if (before.catalog === after.catalog) return after;
  const old = before.catalog;
  let catalog = after.catalog;
  for (const id of catalog.relations.changedKeys(old.relations)) {
    const relation = after.catalog.relations.get(id);
    if (relation === undefined) continue;
    const known = old.relations.get(id);
    if (known === undefined) catalog = replaceRelation(catalog, notNew(relation));
    else if (isTable(relation) && isTable(known))
      catalog = replaceRelation(catalog, withDoubtfulParts(known, relation));
  }
  const doubtful = <T extends { readonly origin: Origin }, K extends string>(
    now: PersistentMap<K, T>,
    then: PersistentMap<K, T>,
  ): PersistentMap<K, T> =>
    now.changedKeys(then).reduce((map, key) => {
      const value = now.get(key);
      return value === undefined || then.has(key) ? map : map.set(key, notNew(value));
    }, now);
  return {
    ...after,
    catalog: {
      ...catalog,
      types: doubtful(catalog.types, old.types),
      schemas: notNewOrigins(catalog.schemas, old.schemas),
      extensions: notNewOrigins(catalog.extensions, old.extensions),
      otherObjects: notNewOrigins(catalog.otherObjects, old.otherObjects),
      servers: catalog.servers
        .changedKeys(old.servers)
        .reduce((map, key) => (map.has(key) ? map.set(key, null) : map), catalog.servers),
    },
  };
}

function notNewOrigins(
  now: PersistentMap<string, Origin>,
  then: PersistentMap<string, Origin>,
): PersistentMap<string, Origin> {
  return now.changedKeys(then).reduce((map, key) => {
    const origin = now.get(key);
    return origin === undefined || then.has(key) ? map : map.set(key, { ...origin, certain: false });
  }, now);
}

function joinCatalogs(a: Catalog, b: Catalog): Catalog {
  if (a === b) return a;
  let catalog: Catalog = { ...a, nextId: Math.max(a.nextId, b.nextId), complete: a.complete && b.complete };
  for (const id of a.relations.changedKeys(b.relations)) {
    const left = a.relations.get(id);
    const right = b.relations.get(id);
    if (left !== undefined && right !== undefined) {
      catalog = replaceRelation(catalog, joinRelations(left, right));
      const other = nameKey(right.schema, right.name);
      if (!catalog.names.has(other)) catalog = { ...catalog, names: catalog.names.set(other, id) };
    } else if (left !== undefined) catalog = replaceRelation(catalog, uncertain(left));
    else if (right !== undefined && !catalog.names.has(nameKey(right.schema, right.name))) {
      catalog = restoreRelation(catalog, uncertain(right));
    }
  }
  return {
    ...catalog,
    types: joinMaps(a.types, b.types, uncertain, joinTypes),
    functions: joinMaps(a.functions, b.functions, (overloads) => overloads.map(uncertain)),
    functionsNeeding: joinMaps(
      a.functionsNeeding,
      b.functionsNeeding,
      (keys) => keys,
      (left, right) => [...new Set([...left, ...right])],
    ),
    schemas: joinOrigins(a.schemas, b.schemas),
    extensions: joinOrigins(a.extensions, b.extensions),
    otherObjects: joinOrigins(a.otherObjects, b.otherObjects),
    publications: joinMaps(a.publications, b.publications, (publication) => publication),
    servers: joinMaps(
      a.servers,
      b.servers,
      () => null,
      (left, right) => (left === right ? left : null),
    ),
    privileges: joinMaps(a.privileges, b.privileges, (known) => known, joinPrivileges),
    functionPrivileges: joinMaps(
      a.functionPrivileges,
      b.functionPrivileges,
      (known) => known,
      joinPrivileges,
    ),
    defaultPrivileges: a.defaultPrivileges || b.defaultPrivileges,
    unread: a.unread || b.unread,
    laterSettings: joinMaps(a.laterSettings, b.laterSettings, (value) => value),
  };
}

function joinMaps<K extends string | number, V>(
  a: PersistentMap<K, V>,
  b: PersistentMap<K, V>,
  inOne: (value: V) => V,
  inBoth: (left: V, right: V) => V = (_, right) => right,
): PersistentMap<K, V> {
  return a.changedKeys(b).reduce((map, key) => {
    const left = a.get(key);
    const right = b.get(key);
    if (left !== undefined && right !== undefined) return map.set(key, inBoth(left, right));
    const only = left ?? right;
    return only === undefined ? map : map.set(key, inOne(only));
  }, a);
}

/** A value that one of two enums has may be there. */
function joinTypes(a: UserType, b: UserType): UserType {
  return a.kind === 'enum' && b.kind === 'enum' && a.values.length > b.values.length ? a : b;
}

function joinPrivileges(a: Privileges, b: Privileges): Privileges {
  return {
    grantees: [...new Set([...a.grantees, ...b.grantees])],
    revoked: a.revoked || b.revoked,
  };
}

function joinOrigins(
  a: PersistentMap<string, Origin>,
  b: PersistentMap<string, Origin>,
): PersistentMap<string, Origin> {
  return joinMaps(a, b, (origin): Origin => ({ ...origin, certain: false, doubtful: true }));
}

function joinSettings(a: Session['settings'], b: Session['settings']): Session['settings'] {
  return a.changedKeys(b).reduce((map, key) => map.set(key, null), a);
}

function joinRelations(a: Relation, b: Relation): Relation {
  if (!isTable(a) || !isTable(b)) return { ...b, origin: joinOrigin(a.origin, b.origin) };
  const columns = union(a.columns, b.columns, joinColumns, (column): Column => ({
    ...column,
    addedBy: { ...column.addedBy, certain: false, doubtful: true },
  }));
  return {
    ...b,
    schema: a.schema,
    name: a.name,
    origin: joinOrigin(a.origin, b.origin),
    columns,
    complete: a.complete && b.complete,
    constraints: union(a.constraints, b.constraints, joinConstraints, uncertain),
    indexes: [...new Set([...a.indexes, ...b.indexes])],
    triggers: union(
      a.triggers,
      b.triggers,
      (left) => left,
      (only) => only,
    ),
    policies: union(
      a.policies,
      b.policies,
      (left) => left,
      (only) => only,
    ),
    rules: union(
      a.rules,
      b.rules,
      (left) => left,
      (only) => only,
    ),
    rows: a.rows === b.rows ? a.rows : 'unknown',
  };
}

function joinOrigin(a: Origin, b: Origin): Origin {
  const certain = a.certain && b.certain;
  return a.doubtful === true || b.doubtful === true ? { ...a, certain, doubtful: true } : { ...a, certain };
}

function joinColumns(a: Column, b: Column): Column {
  return {
    ...b,
    type: JSON.stringify(a.type) === JSON.stringify(b.type) ? a.type : null,
    notNull: a.notNull === b.notNull ? a.notNull : 'unknown',
    default: a.default ?? b.default,
    generated: a.generated ?? b.generated,
  };
}

function joinConstraints(a: Constraint, b: Constraint): Constraint {
  return 'valid' in a && !a.valid ? a : b;
}

function union<T extends { readonly name: string }>(
  a: readonly T[],
  b: readonly T[],
  inBoth: (left: T, right: T) => T,
  inOne: (only: T) => T,
): readonly T[] {
  if (a === b) return a;
  const right = new Map(b.map((each) => [each.name, each]));
  const left = new Set(a.map((each) => each.name));
  const joined = a.map((each) => {
    const other = right.get(each.name);
    return other === undefined ? inOne(each) : other === each ? each : inBoth(each, other);
  });
  return [...joined, ...b.filter((each) => !left.has(each.name)).map(inOne)];
}

function withDoubtfulParts(before: Table, after: Table): Table {
  const columns = new Set(before.columns.map((each) => each.name));
  const constraints = new Set(before.constraints.map((each) => each.name));
  return {
    ...after,
    columns: after.columns.map((each) =>
      columns.has(each.name) ? each : { ...each, addedBy: { ...each.addedBy, certain: false } },
    ),
    constraints: after.constraints.map((each) => (constraints.has(each.name) ? each : notNew(each))),
  };
}

/** It exists, whoever made it. */
function notNew<T extends { readonly origin: Origin }>(value: T): T {
  return { ...value, origin: { ...value.origin, certain: false } };
}

/** It may not exist. */
function uncertain<T extends { readonly origin: Origin }>(value: T): T {
  return { ...value, origin: { ...value.origin, certain: false, doubtful: true } };
}
