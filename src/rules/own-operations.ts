import type { Step } from '../analysis/step';
import type { Operation } from '../postgres/operation';

/** What the statement does itself: without what the bodies do that it runs. */
export function ownOperations(step: Step): readonly Operation[] {
  const inner = step.inner.reduce((count, { operations }) => count + operations.length, 0);
  return inner === 0 ? step.operations : step.operations.slice(0, step.operations.length - inner);
}
