import type { Relation } from '../catalog/relation';
import { exists } from '../origin';
import type { Session } from '../session';
import type { Folded } from './change';
import { dropRelations } from './drop';

/**
 * Makes room for a new relation of a name that is taken. The server refuses it; where the old relation is not certain to exist (made
 * in a branch, or assumed), the statement proves that it is not there.
 */
export function replaces(session: Session, existing: Relation | undefined): Folded {
  if (existing === undefined) return session;
  if (exists(existing.origin)) return null;
  return dropRelations(session, [existing.id], true);
}
