import type { Step } from '../../analysis/step';
import type { Operation } from '../../postgres/operation';

/** What has to be said of a step of a repair that keeps the rest of a statement, where that works on the rows as well. */
export const REST =
  'What else stands in the statement has findings of its own: leave it out here, and give it steps of its own.';

/** Whether a statement reads or writes the rows for something else than a repair speaks of. */
export function worksBeside(
  { operations, locks }: Step,
  isSpokenOf: (operation: Operation) => boolean,
): boolean {
  const working = new Set(
    locks.flatMap(({ work, effects }) => (work === 'none' ? [] : effects.map((id) => id.split('/')[0]))),
  );
  return operations.some(
    (operation) =>
      working.has(operation.kind) &&
      !(
        'constraint' in operation &&
        typeof operation.constraint === 'object' &&
        'valid' in operation.constraint &&
        !operation.constraint.valid
      ) &&
      !isSpokenOf(operation),
  );
}
