import type { LockFact, Step } from '../analysis/step';
import type { RuleRun } from './rule';
import { isConcurrent, strongLocks, worstLock } from './strong-locks';

/** A statement that takes a lock of SHARE or more on something that others use. */
export interface StrongStep {
  readonly step: Step;
  /** The one to name. */
  readonly lock: LockFact;
}

/** The statements of a run that take a strong lock, without the forms that must wait (CONCURRENTLY) and what is rolled back. */
export function strongSteps(run: RuleRun): readonly StrongStep[] {
  return run.steps.flatMap((step): readonly StrongStep[] => {
    if (step.rolledBack || isConcurrent(step)) return [];
    const lock = worstLock(strongLocks(step));
    return lock === undefined ? [] : [{ step, lock }];
  });
}

/** The first of each transaction. */
export function oncePerTransaction(steps: readonly StrongStep[]): readonly StrongStep[] {
  const seen = new Set<number>();
  return steps.filter(({ step }) => {
    if (seen.has(step.transaction)) return false;
    seen.add(step.transaction);
    return true;
  });
}

/** `; so does 1 later statement`, `; so do 4 later statements`: what a finding that is said once stands for. */
export function moreInWords(more: number): string {
  if (more === 0) return '';
  return `; so ${more === 1 ? 'does 1 later statement' : `do ${more} later statements`}`;
}
