import type { Operation, OperationKind } from '../postgres/operation';

/** CREATE, ADD and RENAME without a form that could be asked to skip what is there: run again they always fail. */
const ALWAYS_FAIL: ReadonlySet<OperationKind> = new Set([
  'create-enum',
  'create-composite-type',
  'create-range-type',
  'create-base-type',
  'create-domain',
  'create-policy',
  'create-event-trigger',
  'create-publication',
  'create-subscription',
  'create-role',
  'rename-table',
  'rename-column',
  'rename-constraint',
  'rename-enum-value',
  'rename-trigger',
  'rename-policy',
  'rename-rule',
  'rename-schema',
  'add-check',
  'add-foreign-key',
  'add-unique',
  'add-primary-key',
  'add-exclusion',
  'add-identity',
  'attach-partition',
  'detach-partition',
]);

/** Whether an operation that has succeeded once fails when it is run again, for want of IF [NOT] EXISTS or OR REPLACE. */
export function failsWhenRepeated(operation: Operation): boolean {
  if ('withColumn' in operation && operation.withColumn) return false;
  if (ALWAYS_FAIL.has(operation.kind)) {
    return !(
      'constraint' in operation &&
      typeof operation.constraint === 'object' &&
      operation.constraint.name === null
    );
  }
  if (operation.kind === 'drop-column' || operation.kind === 'drop-constraint') return !operation.missingOk;
  if (operation.kind === 'create-index') return !operation.ifNotExists && operation.index.name !== null;
  if (
    operation.kind.startsWith('create-') ||
    operation.kind === 'add-column' ||
    operation.kind === 'add-enum-value'
  ) {
    if ('ifNotExists' in operation) return !operation.ifNotExists;
    return 'replace' in operation && !operation.replace;
  }
  return operation.kind.startsWith('drop-') && 'ifExists' in operation && !operation.ifExists;
}
