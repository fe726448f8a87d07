import type { OperationOf } from '../../postgres/operation';
import { heirs, isTable, relationNamed } from '../catalog/find';
import type { Relation, RelationId, Table } from '../catalog/relation';
import { nameForCreation, relationOf } from '../catalog/resolve';
import { referencingTables } from '../catalog/uses';
import { exists, originOfRelation } from '../origin';
import type { Session } from '../session';
import type { Folded } from './change';
import { changeTable, create } from './change';
import { dropRelations } from './drop';
import { replaces } from './replaces';
import { resultColumns } from './view';

/** CREATE TABLE AS and SELECT INTO. */
export function createTableAs(before: Session, operation: OperationOf<'create-table-as'>): Folded {
  const place = nameForCreation(before, operation.table, operation.persistence);
  const existing = relationNamed(before.catalog, place);
  if (existing !== undefined && operation.ifNotExists) return before;
  const session = replaces(before, existing);
  if (session === null) return null;
  const { columns, complete } = resultColumns(session, operation.query, operation.columnNames);
  return create<Table>(session, {
    ...place,
    kind: 'table',
    persistence: operation.persistence,
    origin: originOfRelation(session, operation.ifNotExists),
    columns,
    complete,
    constraints: [],
    indexes: [],
    triggers: [],
    policies: [],
    rules: [],
    rowSecurity: { enabled: false, forced: false },
    parents: [],
    partitioning: null,
    partition: null,
    ofType: null,
    replicaIdentity: 'default',
    options: {},
    accessMethod: null,
    tablespace: null,
    rows: operation.withData ? 'unknown' : operation.ifNotExists ? 'unknown' : 'none',
    onCommit: operation.onCommit,
    statistics: [],
  })[0];
}

/** DROP of tables, views, sequences and indexes by name. Refused where a name means something else, or nothing and no IF EXISTS stands there. */
export function dropNamed(
  session: Session,
  names: readonly Parameters<typeof relationOf>[1][],
  is: (relation: Relation) => boolean,
  { ifExists, cascade }: { readonly ifExists: boolean; readonly cascade: boolean },
): Folded {
  const ids: RelationId[] = [];
  for (const name of names) {
    const relation = relationOf(session, name);
    if (relation === undefined) {
      if (!ifExists && session.catalog.complete) return null;
      continue;
    }
    if (!is(relation)) return null;
    ids.push(relation.id);
  }
  return dropRelations(session, ids, cascade);
}

/** TRUNCATE: no rows, on heirs too; with CASCADE also where foreign keys come from. Refused without it where one does. */
export function truncate(session: Session, operation: OperationOf<'truncate'>): Folded {
  const ids = new Set<RelationId>();
  for (const { table, only } of operation.tables) {
    const relation = relationOf(session, table);
    if (relation === undefined || !isTable(relation)) continue;
    ids.add(relation.id);
    if (!only) for (const heir of heirs(session.catalog, relation.id)) ids.add(heir.id);
  }
  const open = [...ids];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    for (const referencing of referencingTables(session.catalog, next)) {
      if (ids.has(referencing.id)) continue;
      if (!operation.cascade && exists(referencing.origin)) return null;
      ids.add(referencing.id);
      open.push(referencing.id);
    }
  }
  return [...ids].reduce(
    (state, id) => changeTable(state, id, (table) => ({ ...table, rows: 'none' })),
    session,
  );
}
