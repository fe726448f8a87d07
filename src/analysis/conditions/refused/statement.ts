import { objectKey } from '../../fold/catalog-object';
import { droppedBy } from '../../roles/dropped-in-statement';
import { dropOf } from '../../roles/drop-roots';
import type { Situation } from '../../roles/situation';
import { targetTable } from '../../roles/target';
import type { ColumnDefinition } from '../../../postgres/definition';
import { columnExists } from '../new-column';

/** The columns that the statement adds too. */
export function addedColumns({ statement }: Situation): readonly string[] {
  return statement.flatMap((other) => (other.kind === 'add-column' ? [other.column.name] : []));
}

/** The columns that the statement makes for certain: IF NOT EXISTS passes over what is there. */
export function columnsMade(situation: Situation): readonly ColumnDefinition[] {
  const table = targetTable(situation);
  return situation.statement.flatMap((other) => {
    if (other.kind !== 'add-column') return [];
    const isMade =
      !other.ifNotExists ||
      (table !== undefined && columnExists({ ...situation, operation: other }, table) === false);
    return isMade ? [other.column] : [];
  });
}

/** The constraints that the statement drops too, by name or along with a column. */
export function droppedConstraints(situation: Situation): readonly string[] {
  const { statement } = situation;
  const named = statement.flatMap((other) => (other.kind === 'drop-constraint' ? [other.constraint] : []));
  const table = targetTable(situation);
  const columns = statement.filter(({ kind }) => kind === 'drop-column');
  if (table === undefined || columns.length === 0) return named;
  const along = droppedBy(situation, columns).flatMap((object) =>
    object.kind === 'constraint' && object.table === table.id ? [object.name] : [],
  );
  return [...named, ...along];
}

/** The columns that the statement drops too. */
export function droppedColumns({ statement }: Situation): readonly string[] {
  return statement.flatMap((other) => (other.kind === 'drop-column' ? [other.column] : []));
}

/** Whether the statement makes a column NOT NULL too. */
export function setsNotNull({ statement }: Situation, column: string): boolean {
  return statement.some(
    (other) =>
      (other.kind === 'set-not-null' && other.column === column) ||
      (other.kind === 'add-not-null' && other.constraint.column === column) ||
      (other.kind === 'add-primary-key' && other.constraint.columns.includes(column)),
  );
}

/** Whether the statement drops the column first: what it says then is of another one of the name. */
export function isReplaced(situation: Situation, column: string): boolean {
  return situation.operation.kind !== 'drop-column' && droppedColumns(situation).includes(column);
}

/** Whether a part of the statement that comes before takes the column or constraint along that this one is to drop. */
export function isDroppedBefore(situation: Situation): boolean {
  const { operation, statement } = situation;
  if (operation.kind !== 'drop-column' && operation.kind !== 'drop-constraint') return false;
  const [root] = dropOf(situation)?.roots ?? [];
  if (root === undefined || statement.length < 2) return false;
  const before = droppedBy(situation, statement.slice(0, statement.indexOf(operation)));
  return before.some((object) => objectKey(object) === objectKey(root));
}
