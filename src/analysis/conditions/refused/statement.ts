import type { Operation } from '../../../postgres/operation';
import type { RelationId } from '../../catalog/relation';
import type { CatalogObject } from '../../fold/catalog-object';
import { objectKey } from '../../fold/catalog-object';
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
  const objects = dropped(situation, situation.statement);
  return new Set(objects.flatMap((object) => (object.kind === 'relation' ? [object.id] : [])));
}

/** Whether a part of the statement that comes before takes the column or constraint along that this one is to drop. */
export function isDroppedBefore(situation: Situation): boolean {
  const { operation, statement } = situation;
  if (operation.kind !== 'drop-column' && operation.kind !== 'drop-constraint') return false;
  const [root] = dropOf(situation)?.roots ?? [];
  if (root === undefined || statement.length < 2) return false;
  const before = dropped(situation, statement.slice(0, statement.indexOf(operation)));
  return before.some((object) => objectKey(object) === objectKey(root));
}

/** What the parts that drop take along. */
function dropped(situation: Situation, parts: readonly Operation[]): readonly CatalogObject[] {
  return parts.flatMap((operation) => {
    if (operation.kind !== 'drop-column' && operation.kind !== 'drop-constraint') return [];
    const drop = dropOf({ ...situation, operation });
    return drop === null ? [] : doomedBy(situation.session, drop.roots, drop.cascade).objects;
  });
}
