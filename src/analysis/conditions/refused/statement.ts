import type { RelationId } from '../../catalog/relation';
import { doomedBy } from '../../roles/doomed';
import { dropOf } from '../../roles/drop-roots';
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

/** The relations that the statement drops too: DROP COLUMN and DROP CONSTRAINT come before all that adds and changes. */
export function relationsDropped(situation: Situation): ReadonlySet<RelationId> {
  const { session, statement } = situation;
  const objects = statement.flatMap((operation) => {
    if (operation.kind !== 'drop-column' && operation.kind !== 'drop-constraint') return [];
    const drop = dropOf({ ...situation, operation });
    return drop === null ? [] : doomedBy(session, drop.roots, drop.cascade).objects;
  });
  return new Set(objects.flatMap((object) => (object.kind === 'relation' ? [object.id] : [])));
}
