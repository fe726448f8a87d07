import { columnsOf } from '../postgres/expression';
import type { Operation, OperationOf } from '../postgres/operation';
import { named, namedAll } from './words';

/** What adds a constraint to a table. */
export type AddedKind =
  'add-check' | 'add-not-null' | 'add-unique' | 'add-primary-key' | 'add-exclusion' | 'add-foreign-key';

interface Added {
  readonly operation: OperationOf<AddedKind>;
  readonly statement: readonly Operation[];
}

/** `This CHECK`; where the statement adds several of the kind, `CHECK "total_positive"`, or `UNIQUE constraint on "sku"` if it has no name. */
export function whichConstraint(what: string, { operation, statement }: Added): string {
  const alike = statement.filter(
    (other) => other.kind === operation.kind && !('withColumn' in other && other.withColumn),
  );
  const { constraint } = operation;
  if (alike.length < 2) return `This ${what}`;
  if (constraint.name !== null) return `The ${what} ${named({ name: constraint.name })}`;
  const columns = columnsOfConstraint(constraint);
  return columns.length === 0
    ? `This ${what}`
    : `The ${what} on ${namedAll(columns.map((name) => ({ name })))}`;
}

function columnsOfConstraint(constraint: OperationOf<AddedKind>['constraint']): readonly string[] {
  switch (constraint.kind) {
    case 'check':
      return [...new Set(columnsOf(constraint.expression))];
    case 'not-null':
      return [constraint.column];
    case 'unique':
    case 'primary-key':
    case 'foreign-key':
      return constraint.columns;
    case 'exclude':
      return [];
  }
}
