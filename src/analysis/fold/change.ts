import type { Catalog } from '../catalog/catalog';
import type { Draft } from '../catalog/edit';
import { addRelation, removeRelation, replaceRelation } from '../catalog/edit';
import { tableById } from '../catalog/find';
import type { Column, Constraint, Relation, RelationId, Table } from '../catalog/relation';
import type { Session } from '../session';

/** What a statement leaves behind; null: the server is certain to refuse it, so nothing of it happens. */
export type Folded = Session | null;

/** The session with another catalog. */
export function withCatalog(session: Session, catalog: Catalog): Session {
  return catalog === session.catalog ? session : { ...session, catalog };
}

/** The session with a new relation. */
export function create<R extends Relation>(session: Session, draft: Draft<R>): readonly [Session, R] {
  const [catalog, relation] = addRelation<R>(session.catalog, draft);
  return [withCatalog(session, catalog), relation];
}

/** The session with another version of a relation. */
export function put(session: Session, relation: Relation): Session {
  return withCatalog(session, replaceRelation(session.catalog, relation));
}

/** The session without a relation. */
export function remove(session: Session, id: RelationId): Session {
  return withCatalog(session, removeRelation(session.catalog, id));
}

/** The session with a changed table; unchanged where the id is no table's. */
export function changeTable(session: Session, id: RelationId, change: (table: Table) => Table): Session {
  const table = tableById(session.catalog, id);
  return table === undefined ? session : put(session, change(table));
}

/** The session with a changed column of a table. */
export function changeColumn(
  session: Session,
  id: RelationId,
  column: string,
  change: (column: Column) => Column,
): Session {
  return changeTable(session, id, (table) => ({
    ...table,
    columns: table.columns.map((known) => (known.name === column ? change(known) : known)),
  }));
}

/** The session with a changed constraint of a table. */
export function changeConstraint(
  session: Session,
  id: RelationId,
  name: string,
  change: (constraint: Constraint) => Constraint,
): Session {
  return changeTable(session, id, (table) => ({
    ...table,
    constraints: table.constraints.map((known) => (known.name === name ? change(known) : known)),
  }));
}

/** Applies a change to each, one after the other; null as soon as one of them is refused. */
export function each<T>(
  session: Session,
  items: readonly T[],
  change: (session: Session, item: T) => Folded,
): Folded {
  let result: Folded = session;
  for (const item of items) {
    result = change(result, item);
    if (result === null) return null;
  }
  return result;
}
