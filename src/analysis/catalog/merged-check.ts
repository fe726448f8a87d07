import type { ConstraintDefinition } from '../../postgres/definition';
import { constraintNamed } from './find';
import type { Constraint, Table } from './relation';

/**
 * The CHECK of a table that one of the same name may be merged with: an heir by INHERITS has it from a parent and makes it its own.
 * Source: heap.c, MergeWithExistingConstraint.
 */
export function mergeableCheck(
  table: Table,
  added: ConstraintDefinition | undefined,
): Constraint | undefined {
  if (added?.kind !== 'check' || added.name === null || table.partition !== null) return undefined;
  const known = constraintNamed(table, added.name);
  return known?.kind === 'check' && known.inherited ? known : undefined;
}
