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

/** A fact that a statement takes for granted and history does not know. */
export const ASSUMED: Origin = { source: 'assumed', transaction: null, certain: false };
