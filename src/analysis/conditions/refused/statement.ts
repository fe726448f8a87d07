import type { Situation } from '../../roles/situation';

/** The columns that the statement adds too. */
export function addedColumns({ statement }: Situation): readonly string[] {
  return statement.flatMap((other) => (other.kind === 'add-column' ? [other.column.name] : []));
}

/** The constraints that the statement drops too. */
export function droppedConstraints({ statement }: Situation): readonly string[] {
  return statement.flatMap((other) => (other.kind === 'drop-constraint' ? [other.constraint] : []));
}

/** The columns that the statement drops too. */
export function droppedColumns({ statement }: Situation): readonly string[] {
  return statement.flatMap((other) => (other.kind === 'drop-column' ? [other.column] : []));
}
