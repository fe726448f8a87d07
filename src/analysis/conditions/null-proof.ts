import type { Expression } from '../../postgres/expression';
import type { Table } from '../catalog/relation';
import { columnOf } from '../catalog/find';

/** Whether rows that meet the expression certainly have a value in the column, as the server proves it (ConstraintImpliedByRelConstraint). */
export function saysNotNull(fact: Expression, column: string): boolean {
  switch (fact.kind) {
    case 'is-null':
      return fact.negated && isColumn(fact.arg, column);
    case 'not':
      return fact.arg.kind === 'is-null' && !fact.arg.negated && isColumn(fact.arg.arg, column);
    case 'and':
      return fact.args.some((arg) => saysNotNull(arg, column));
    case 'or':
      return fact.args.every((arg) => saysNotNull(arg, column));
    case 'column':
    case 'constant':
    case 'call':
    case 'special-value':
    case 'cast':
    case 'operator':
    case 'in-list':
    case 'between':
    case 'array':
    case 'row':
    case 'coalesce':
    case 'case':
    case 'collate':
    case 'subquery':
    case 'opaque':
      return false;
  }
}

/** The valid, enforced CHECKs of a table: what its rows are known to meet. */
export function provenChecks(table: Table, except: ReadonlySet<string> = new Set()): readonly Expression[] {
  return table.constraints.flatMap((constraint) =>
    constraint.kind === 'check' && constraint.valid && constraint.enforced && !except.has(constraint.name)
      ? [constraint.expression]
      : [],
  );
}

/** Whether the column's NOT NULL is known to hold for all rows. */
export function hasNotNull(table: Table, column: string): boolean | 'unknown' {
  const known = columnOf(table, column)?.notNull ?? 'unknown';
  if (known !== true) return known;
  const constraint = table.constraints.find((each) => each.kind === 'not-null' && each.column === column);
  return constraint === undefined || constraint.valid;
}

function isColumn(expression: Expression, column: string): boolean {
  return expression.kind === 'column' && expression.name === column;
}
