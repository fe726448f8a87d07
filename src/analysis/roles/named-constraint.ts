import type { ConstraintDefinition } from '../../postgres/definition';
import { constraintNamed } from '../catalog/find';
import type { Constraint } from '../catalog/relation';
import type { Situation } from './situation';
import { targetTable } from './target';

/** The constraint that an operation names (VALIDATE, ALTER, RENAME, DROP CONSTRAINT), as the catalog has it. */
export function constraintNamedBy(situation: Situation): Constraint | undefined {
  const { operation } = situation;
  if (!('constraint' in operation) || typeof operation.constraint !== 'string') return undefined;
  const table = targetTable(situation);
  return table === undefined ? undefined : constraintNamed(table, operation.constraint);
}

/** The constraint that an operation adds. */
export function constraintAddedBy({ operation }: Situation): ConstraintDefinition | undefined {
  return 'constraint' in operation && typeof operation.constraint === 'object'
    ? operation.constraint
    : undefined;
}
