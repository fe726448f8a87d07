import type { LockMode } from '../postgres/lock-mode';
import type { RelationId } from './catalog/relation';
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
  const taken = locks
    .filter(({ relation, mode }) => !isHeld(open.held, relation.id, mode))
    .map(({ relation, mode, visible }): HeldLock => ({
      relation: relation.id,
      name: relation.name,
      mode,
      step,
      visible,
    }));
  return taken.length === 0 ? after : { ...after, transaction: { ...open, held: [...open.held, ...taken] } };
}

/** A file may be one transaction of thousands of statements. */
function isHeld(held: readonly HeldLock[], relation: RelationId, mode: LockMode): boolean {
  for (const lock of held) if (lock.relation === relation && lock.mode === mode) return true;
  return false;
}
