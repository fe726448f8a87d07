import type { ConstraintDefinition } from '../../../postgres/definition';
import type { Operation } from '../../../postgres/operation';

type ForeignKeyDefinition = Extract<ConstraintDefinition, { readonly kind: 'foreign-key' }>;

/** The foreign keys that an operation makes. */
export function newForeignKeys(operation: Operation): readonly ForeignKeyDefinition[] {
  if (operation.kind === 'add-foreign-key') return [operation.constraint];
  return operation.kind === 'create-table'
    ? operation.constraints.flatMap((each) => (each.kind === 'foreign-key' ? [each] : []))
    : [];
}
