import type { Deferral } from '../postgres/definition';
import type { OperationOf } from '../postgres/operation';
import type { Query, QueryWrite } from '../postgres/query';
import { isTable } from './catalog/find';
import type { Constraint, RelationId, Table, Trigger } from './catalog/relation';
import { relationOf } from './catalog/resolve';
import { referencingTables } from './catalog/uses';
import type { Session } from './session';

/** SET CONSTRAINTS: `*` stands for ALL, which outweighs what was said of single ones before. Outside of a transaction it only warns. */
export function withConstraintsSet(session: Session, operation: OperationOf<'set-constraints'>): Session {
  const open = session.transaction;
  if (open === null) return session;
  const { constraints, deferred } = operation;
  if (constraints.length === 0) {
    const names = [...open.deferred.entries()].map(([name]) => name);
    const all = names.reduce((map, name) => map.delete(name), open.deferred).set('*', deferred);
    return {
      ...session,
      transaction: { ...open, deferred: all, pendingEvents: deferred ? open.pendingEvents : [] },
    };
  }
  const named = constraints.reduce((map, name) => map.set(name, deferred), open.deferred);
  return { ...session, transaction: { ...open, deferred: named } };
}

/** The session with the tables noted that have deferred checks to come, after a query wrote into them. */
export function withPendingEvents(session: Session, query: Query): Session {
  const open = session.transaction;
  if (open === null || query.writes.length === 0) return session;
  const pending = new Set<RelationId>(open.pendingEvents);
  for (const write of query.writes) {
    const table = relationOf(session, write.relation);
    if (table === undefined || !isTable(table)) continue;
    if (checksOwnKey(session, table, write) || isReferredToLater(session, table, write))
      pending.add(table.id);
  }
  if (pending.size === open.pendingEvents.length) return session;
  return { ...session, transaction: { ...open, pendingEvents: [...pending] } };
}

/** An UPDATE that leaves the columns of a foreign key alone queues no check of it; a unique one is queued only where rows look alike. */
function checksOwnKey(session: Session, table: Table, { command, columns }: QueryWrite): boolean {
  if (command === 'delete') return false;
  return table.constraints.some(
    (each) =>
      each.kind === 'foreign-key' &&
      isDeferred(session, each) &&
      (command !== 'update' || each.columns.some((column) => columns.includes(column))),
  );
}

function isReferredToLater(session: Session, table: Table, { command, columns }: QueryWrite): boolean {
  if (command === 'insert' || command === 'copy') return false;
  return referencingTables(session.catalog, table.id).some((other) =>
    other.constraints.some(
      (each) =>
        each.kind === 'foreign-key' &&
        each.referenced === table.id &&
        isDeferred(session, each) &&
        (command !== 'update' || each.referencedColumns.some((column) => columns.includes(column))),
    ),
  );
}

/** Whether the check of a constraint waits for the end of the transaction. */
export function isDeferred(session: Session, constraint: Constraint): boolean {
  return 'deferrable' in constraint && waits(session, constraint.name, constraint);
}

/** Whether a trigger fires at the end of the transaction alone. */
export function isTriggerDeferred(session: Session, { name, constraint }: Trigger): boolean {
  return constraint !== null && waits(session, name, constraint);
}

function waits(session: Session, name: string, { deferrable, initiallyDeferred }: Deferral): boolean {
  if (!deferrable) return false;
  const set = session.transaction?.deferred;
  return set?.get(name) ?? set?.get('*') ?? initiallyDeferred;
}
