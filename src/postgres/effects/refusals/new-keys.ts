import type { OperationKind } from '../../operation';

/** Constraints that stand on an index. */
export const NEW_KEYS: readonly OperationKind[] = ['add-unique', 'add-primary-key', 'add-exclusion'];
