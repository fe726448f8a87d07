import { constraintsOf, indexById, indexIdsOf, primaryKeyOf, tableById } from '../../analysis/catalog/find';
import type { Constraint, Index, RelationId } from '../../analysis/catalog/relation';
import type { Step } from '../../analysis/step';
import type { OperationOf } from '../../postgres/operation';
import type { AddedKind } from '../which-constraint';

/** The constraints that a step puts on a table, with the names that the server makes up, in the order of creation. */
export function madeConstraints(step: Step, table: RelationId): readonly Constraint[] {
  const known = constraintsOf(step.before.catalog, table);
  const all = constraintsOf(step.after.catalog, table);
  if (known === all) return [];
  const before = new Set(known.map(({ name }) => name));
  return all.filter(({ name }) => !before.has(name));
}

/** The name that a constraint has when a step has added it: its own, or the one that the server makes up. Undefined where nobody knows. */
export function madeName(
  step: Step,
  table: RelationId,
  operation: OperationOf<AddedKind>,
): string | undefined {
  const { constraint } = operation;
  if (constraint.name !== null) return constraint.name;
  const added = step.operations.filter(
    (other): other is OperationOf<AddedKind> =>
      'constraint' in other &&
      typeof other.constraint === 'object' &&
      other.constraint.kind === constraint.kind,
  );
  const given = new Set(added.map((other) => other.constraint.name));
  const nameless = added.filter(
    (other) => other.constraint.name === null && hasColumnsOf(other.constraint, constraint),
  );
  const made = madeConstraints(step, table).filter(
    (each) => each.kind === constraint.kind && !given.has(each.name) && hasColumnsOf(each, constraint),
  );
  return made[nameless.indexOf(operation)]?.name;
}

/** Whether both are of the same columns in the same order; a CHECK names none. */
function hasColumnsOf(one: object, other: object): boolean {
  const [a, b] = [one, other].map((each) => ('columns' in each ? JSON.stringify(each.columns) : null));
  return a === b;
}

/** The indexes that a step makes on a table. */
export function madeIndexes(step: Step, table: RelationId): readonly Index[] {
  const { catalog } = step.after;
  const before = new Set(indexIdsOf(step.before.catalog, table));
  return indexIdsOf(catalog, table).flatMap((id) => (before.has(id) ? [] : (indexById(catalog, id) ?? [])));
}

/**
 * The column by which batches go through a table: its primary key where that is one column, what it is most often called where the
 * table is not known; null where there is none.
 */
export function batchKey(step: Step, table: RelationId): string | null {
  const known = tableById(step.before.catalog, table);
  const columns = known === undefined ? undefined : primaryKeyOf(known)?.columns;
  if (columns?.length === 1) return columns[0] ?? null;
  return known?.complete === true ? null : 'id';
}
