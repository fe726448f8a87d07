import type { Operation } from '../postgres/operation';
import type { Session } from './session';
import type { Step } from './step';

/**
 * After the last step: if it rolls back its transaction, or goes back to a savepoint, the steps that it certainly undoes are
 * marked. Their locks were held all the same.
 */
export function markRolledBack(steps: Step[], before: Session): void {
  const last = steps.at(-1);
  const [operation] = last?.operations ?? [];
  if (last === undefined || operation === undefined || before.transaction === null) return;
  if (operation.kind !== 'rollback' && operation.kind !== 'rollback-to-savepoint') return;
  for (let i = steps.length - 2; i >= 0; i -= 1) {
    const step = steps[i];
    if (step === undefined) return;
    if (step.transaction !== last.transaction) {
      // Another connection may have sent something in between.
      if (step.migration === last.migration) continue;
      return;
    }
    if (operation.kind === 'rollback-to-savepoint' && makes(step.operations, operation.name)) return;
    if (!step.rolledBack) steps[i] = { ...step, rolledBack: true };
  }
}

function makes(operations: readonly Operation[], savepoint: string): boolean {
  return operations.some((operation) => operation.kind === 'savepoint' && operation.name === savepoint);
}
