import type { OperationOf } from '../postgres/operation';
import type { Query } from '../postgres/query';
import { isTable, referencingTables } from './catalog/find';
import type { Constraint, RelationId, Table } from './catalog/relation';
import { relationOf } from './catalog/resolve';
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
  for (const { relation, command } of query.writes) {
    const table = relationOf(session, relation);
    if (table === undefined || !isTable(table)) continue;
    const own = command !== 'delete' && table.constraints.some((each) => isDeferred(session, each));
    if (own || (command !== 'insert' && command !== 'copy' && isReferredToLater(session, table)))
      pending.add(table.id);
  }
  if (pending.size === open.pendingEvents.length) return session;
  return { ...session, transaction: { ...open, pendingEvents: [...pending] } };
}

function isReferredToLater(session: Session, table: Table): boolean {
  return referencingTables(session.catalog, table.id).some((other) =>
    other.constraints.some(
      (each) => each.kind === 'foreign-key' && each.referenced === table.id && isDeferred(session, each),
    ),
  );
}

function isDeferred(session: Session, constraint: Constraint): boolean {
  if (!('deferrable' in constraint) || !constraint.deferrable) return false;
  const set = session.transaction?.deferred;
  return set?.get(constraint.name) ?? set?.get('*') ?? constraint.initiallyDeferred;
}
