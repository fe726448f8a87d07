import type { Step } from '../analysis/step';
import type { ConstraintDefinition } from '../postgres/definition';
import type { RelationName } from '../postgres/name';
import { ownOperations } from './own-operations';

/** A constraint that a statement declares on a table. */
export interface DeclaredConstraint {
  readonly table: RelationName;
  readonly constraint: ConstraintDefinition;
}

/** The constraints that CREATE TABLE, ADD COLUMN and ADD CONSTRAINT declare, but for those of temporary tables. */
export function declaredConstraints(step: Step): readonly DeclaredConstraint[] {
  return ownOperations(step).flatMap((operation): readonly DeclaredConstraint[] => {
    if (operation.kind === 'create-table') {
      const { table, constraints, persistence } = operation;
      return persistence === 'temporary' ? [] : constraints.map((constraint) => ({ table, constraint }));
    }
    if (!('as' in operation) || !('constraint' in operation) || typeof operation.constraint === 'string')
      return [];
    return [{ table: operation.table, constraint: operation.constraint }];
  });
}
