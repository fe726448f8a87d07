import type { Origin } from './catalog/relation';
import type { Session } from './session';

/** Where a fact comes from that a statement of the session makes now. */
export function originOf(session: Session, certain = true): Origin {
  return {
    source: session.phase === 'history' ? 'history' : 'migration',
    transaction: session.transactionOrdinal,
    certain,
  };
}

/**
 * Where a relation comes from that a statement makes now. IF NOT EXISTS proves nothing by itself; a history that begins at an
 * empty database knows what is not there.
 */
export function originOfRelation(session: Session, ifNotExists: boolean): Origin {
  const { phase, hasHistory, catalog } = session;
  const isAbsent = phase === 'migration' && hasHistory && catalog.complete;
  return originOf(session, !ifNotExists || isAbsent);
}

/** Whether a thing is there for certain, by whomever it was made. */
export function exists(origin: Origin): boolean {
  return origin.doubtful !== true && origin.source !== 'assumed';
}

/** A fact that a statement takes for granted and history does not know. */
export const ASSUMED: Origin = { source: 'assumed', transaction: null, certain: false };
