import { constraintsOf, indexesOf, primaryKeyOf, tableById } from '../../analysis/catalog/find';
import type { Constraint, Index, RelationId } from '../../analysis/catalog/relation';
import type { Step } from '../../analysis/step';

/** The constraints that a step puts on a table, with the names that the server makes up, in the order of creation. */
export function madeConstraints(step: Step, table: RelationId): readonly Constraint[] {
  const before = new Set(constraintsOf(step.before.catalog, table).map(({ name }) => name));
  return constraintsOf(step.after.catalog, table).filter(({ name }) => !before.has(name));
}

/** The indexes that a step makes on a table. */
export function madeIndexes(step: Step, table: RelationId): readonly Index[] {
  const before = new Set(indexesOf(step.before.catalog, table).map(({ id }) => id));
  return indexesOf(step.after.catalog, table).filter(({ id }) => !before.has(id));
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
