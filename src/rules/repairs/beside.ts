import type { Step } from '../../analysis/step';
import { effectsOn } from '../../postgres/effects/effects';
import type { Operation } from '../../postgres/operation';

/** What has to be said of a step of a repair that keeps the rest of a statement, where that works on the rows as well. */
export const REST =
  'What else stands in the statement has findings of its own: leave it out here, and give it steps of its own.';

/** What a step means that does all of a statement but some operations, with what has to be said of the rest. */
export function noteBeside(note: string, step: Step, spokenOf: readonly Operation[]): string {
  return worksBeside(step, (operation) => spokenOf.includes(operation)) ? `${note} ${REST}` : note;
}

/** Whether a statement reads or writes the rows for something else than a repair speaks of. */
export function worksBeside(
  { operations, locks, before: { major } }: Step,
  isSpokenOf: (operation: Operation) => boolean,
): boolean {
  const working = new Set(locks.flatMap(({ work, effects }) => (work === 'none' ? [] : effects)));
  return operations.some(
    (operation) =>
      effectsOn(operation.kind, major).some(({ id, work = 'none' }) => work !== 'none' && working.has(id)) &&
      !(
        'constraint' in operation &&
        typeof operation.constraint === 'object' &&
        'valid' in operation.constraint &&
        !operation.constraint.valid
      ) &&
      !isSpokenOf(operation),
  );
}
