import type { LockFact, Step } from '../analysis/step';
import { atLeast, conflicts } from '../postgres/lock-mode';
import type { RuleRun } from './rule';
import { strongLocks } from './strong-locks';

/** A strong lock that an earlier statement of the transaction took and that is still held. */
export interface HeldFact {
  readonly step: Step;
  readonly lock: LockFact;
}

/** The strong locks that earlier statements of the transaction hold when a step runs, strongest of each relation, in the order taken. */
export function heldBefore(step: Step, run: RuleRun): readonly HeldFact[] {
  if (!step.inTransaction || (run.windowOf(step)?.first ?? step.index) >= step.index) return [];
  const held = new Map<number, HeldFact>();
  for (const earlier of run.earlierInTransaction(step)) {
    if (earlier.rolledBack) continue;
    for (const lock of strongLocks(earlier)) {
      if (lock.relation.kind.endsWith('index')) continue;
      const known = held.get(lock.relation.id);
      if (known === undefined || isStronger(lock, known.lock))
        held.set(lock.relation.id, { step: earlier, lock });
    }
  }
  return [...held.values()];
}

/** Of two locks on one relation the stronger one says what is closed. */
function isStronger(lock: LockFact, known: LockFact): boolean {
  return lock.mode !== known.mode && atLeast(lock.mode, known.mode);
}

/** `reads and writes of` or `writes to`: what a held mode keeps waiting. */
export function keptWaiting(held: readonly HeldFact[]): string {
  return held.some(({ lock }) => conflicts(lock.mode, 'ACCESS SHARE')) ? 'reads and writes of' : 'writes to';
}
