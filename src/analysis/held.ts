import type { HeldLock, Session } from './session';
import type { LockFact } from './step';

/**
 * The session with the locks that a statement took and its transaction goes on holding. What ends the transaction, or begins a
 * new one, holds nothing.
 */
export function withHeldLocks(
  before: Session,
  after: Session,
  locks: readonly LockFact[],
  step: number,
): Session {
  const open = after.transaction;
  if (open === null || locks.length === 0 || before.transaction?.ordinal !== open.ordinal) return after;
  const taken: HeldLock[] = [];
  for (const { relation, mode, visible } of locks) {
    if (open.held.some((lock) => lock.relation === relation.id && lock.mode === mode)) continue;
    taken.push({ relation: relation.id, name: relation.name, mode, step, visible });
  }
  return taken.length === 0 ? after : { ...after, transaction: { ...open, held: [...open.held, ...taken] } };
}
