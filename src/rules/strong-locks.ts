import type { LockFact, Step } from '../analysis/step';
import { atLeast } from '../postgres/lock-mode';
import { onceForStep } from './once-for-step';
import { harmful } from './words';

/** The locks of a step that stop writes or more, on relations that others use. */
export const strongLocks = onceForStep((step): readonly LockFact[] =>
  harmful(step).filter((lock) => atLeast(lock.mode, 'SHARE')),
);

/** The strong lock to name first: on a table rather than on its index, the strongest. */
export function worstLock(locks: readonly LockFact[]): LockFact | undefined {
  const tables = locks.filter((lock) => !lock.relation.kind.endsWith('index'));
  const candidates = tables.length > 0 ? tables : locks;
  return candidates.find((lock) => candidates.every((other) => atLeast(lock.mode, other.mode)));
}

/** A form that runs outside of transactions over several phases: CONCURRENTLY of indexes and partitions. */
export function isConcurrent(step: Step): boolean {
  return step.operations.some(
    (operation) =>
      operation.kind !== 'refresh-materialized-view' && 'concurrently' in operation && operation.concurrently,
  );
}
