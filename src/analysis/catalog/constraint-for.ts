import type { Session } from '../session';
import type { Constraint, Table } from './relation';

/**
 * The constraint that the server takes for that of an index, for the sake of which it asks: on 11 it is looked for among all that stand
 * on the index, by name, and a key of the table to itself may come first. Source: pg_constraint.c, get_relation_idx_constraint_oid.
 */
export function constraintFor({ major }: Session, table: Table, constraint: Constraint): Constraint {
  if (major > 11 || (constraint.kind !== 'primary-key' && constraint.kind !== 'unique')) return constraint;
  const wanted = constraint.columns.join('\u0000');
  const [first] = table.constraints
    .filter(
      (each) =>
        each.kind === 'foreign-key' &&
        each.referenced === table.id &&
        each.name < constraint.name &&
        each.referencedColumns.join('\u0000') === wanted,
    )
    .sort((a, b) => (a.name < b.name ? -1 : 1));
  return first ?? constraint;
}
