import type { Query, QueryWrite } from '../../postgres/query';
import type { Catalog } from '../catalog/catalog';
import { heirs, isTable, tableById } from '../catalog/find';
import type { RelationId, Table } from '../catalog/relation';
import { relationOf } from '../catalog/resolve';
import { referencingTables } from '../catalog/uses';
import type { Session } from '../session';
import { rewritten } from '../rewritten';
import { changeTable } from './change';

/** What a query leaves behind in the tables it writes: rows, or the doubt whether there are any. */
export function writeRows(session: Session, query: Query): Session {
  if (query.writes.length === 0) return session;
  const [own = query, ...actions] = rewritten(session, query);
  const written = own.writes.reduce((next, write) => withWrite(next, write, query), session);
  return actions.reduce(
    // Whether they do anything is up to the rows that are written.
    (next, action) =>
      action.writes.reduce(
        (last, write) => withWrite(last, { ...write, valueRows: null }, { ...action, limited: true }),
        next,
      ),
    written,
  );
}

function withWrite(session: Session, write: QueryWrite, query: Query): Session {
  const table = relationOf(session, write.relation);
  return table === undefined || !isTable(table) ? session : afterWrite(session, table, write, query);
}

function afterWrite(session: Session, table: Table, write: QueryWrite, query: Query): Session {
  const { catalog } = session;
  if (write.never === true) return session;
  switch (write.command) {
    case 'insert':
    case 'copy':
      return doubt(
        fill(session, table.id, certainlyFills(table, write, query) ? 'some' : 'unknown'),
        partitionsOf(catalog, table),
        ['none'],
      );
    case 'update':
      // A row may move to another partition.
      return doubt(session, partitionsOf(catalog, table), ['none', 'some']);
    case 'delete':
      return doubt(session, lostTo(catalog, table), ['some']);
    case 'merge':
      return doubt(session, lostTo(catalog, table), ['none', 'some']);
  }
}

/** VALUES, or a series, that no trigger or rule can keep away. */
export function certainlyFills(table: Table, write: QueryWrite, query: Query): boolean {
  return table.triggers.length === 0 && table.rules.length === 0 && bringsRow(write, query);
}

/** VALUES, or a series: a row is there to be inserted. */
export function bringsRow({ command, valueRows, never }: QueryWrite, query: Query): boolean {
  if (valueRows !== null) return valueRows > 0;
  if (never === true) return false;
  const { reads, limited, calls } = query;
  const isSeries = calls.length === 0 || calls.some(({ name }) => name.name === 'generate_series');
  return command === 'insert' && reads.length === 0 && !limited && isSeries;
}

/** A table that had rows for certain before keeps them. */
function fill(session: Session, id: RelationId, rows: 'some' | 'unknown'): Session {
  const known = tableById(session.catalog, id)?.rows;
  return known === 'some' || known === rows
    ? session
    : changeTable(session, id, (table) => ({ ...table, rows }));
}

function doubt(session: Session, ids: readonly RelationId[], before: readonly Table['rows'][]): Session {
  return ids.reduce((next, id) => {
    const known = tableById(next.catalog, id)?.rows;
    return known === undefined || !before.includes(known)
      ? next
      : changeTable(next, id, (table) => ({ ...table, rows: 'unknown' }));
  }, session);
}

function partitionsOf(catalog: Catalog, table: Table): readonly RelationId[] {
  return table.kind === 'partitioned table' ? heirs(catalog, table.id).map(({ id }) => id) : [];
}

/** Where rows may be gone after a DELETE: in the table, its heirs, and what refers to them and is deleted along. */
function lostTo(catalog: Catalog, table: Table): readonly RelationId[] {
  const found = new Set<RelationId>();
  const open = [table.id];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    if (found.has(next)) continue;
    found.add(next);
    open.push(...heirs(catalog, next).map(({ id }) => id));
    open.push(...referencingTables(catalog, next).map(({ id }) => id));
  }
  return [...found];
}
