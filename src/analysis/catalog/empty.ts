import { PersistentMap } from '../persistent-map';
import type { Catalog } from './catalog';
import type { Origin } from './relation';
import { UseIndex } from './uses';

/** A catalog that knows nothing. `complete`: of a database known to be empty. */
export function emptyCatalog(complete: boolean): Catalog {
  const before: Origin = { source: 'history', transaction: null, certain: true };
  return {
    relations: PersistentMap.empty(),
    names: PersistentMap.empty(),
    childrenOf: PersistentMap.empty(),
    readersOf: PersistentMap.empty(),
    sequencesOf: PersistentMap.empty(),
    useIndex: new UseIndex(),
    constraintNames: PersistentMap.empty(),
    temporary: [],
    types: PersistentMap.empty(),
    functions: PersistentMap.empty(),
    functionsNeeding: PersistentMap.empty(),
    schemas: PersistentMap.empty<string, Origin>().set('public', before).set('pg_catalog', before),
    extensions: PersistentMap.empty(),
    publications: PersistentMap.empty(),
    servers: PersistentMap.empty(),
    otherObjects: PersistentMap.empty(),
    privileges: PersistentMap.empty(),
    functionPrivileges: PersistentMap.empty(),
    defaultPrivileges: false,
    laterSettings: PersistentMap.empty(),
    complete,
    unread: false,
    nextId: 1,
  };
}
