import { columnOf } from '../analysis/catalog/find';
import type { Column, Table } from '../analysis/catalog/relation';
import { tableOf } from '../analysis/catalog/resolve';
import type { Step } from '../analysis/step';
import type { ColumnDefinition } from '../postgres/definition';
import type { OperationOf } from '../postgres/operation';
import type { RelationName } from '../postgres/name';
import { ownOperations } from './own-operations';

/** A column that a statement declares: in CREATE TABLE or ADD COLUMN, but for temporary tables. */
export interface NewColumn {
  readonly table: RelationName;
  readonly column: ColumnDefinition;
  /** As the catalog has it afterwards, with what the constraints of the statement say of it. */
  readonly made: Column | undefined;
  readonly inNewTable: boolean;
}

/** The columns that a statement declares. */
export function newColumns(step: Step): readonly NewColumn[] {
  return ownOperations(step).flatMap((operation): readonly NewColumn[] => {
    if (operation.kind === 'create-table') {
      if (operation.persistence === 'temporary') return [];
      return operation.columns.map((column) => newColumn(step, operation.table, column, true));
    }
    if (operation.kind !== 'add-column' || tableOf(step.before, operation.table)?.persistence === 'temporary')
      return [];
    return [newColumn(step, operation.table, operation.column, false)];
  });
}

function newColumn(
  step: Step,
  table: RelationName,
  column: ColumnDefinition,
  inNewTable: boolean,
): NewColumn {
  const known = tableOf(step.after, table);
  const made = known === undefined ? undefined : columnOf(known, column.name);
  return { table, column, made, inNewTable };
}

/** A table that a statement creates, as it is written and as the catalog has it afterwards. */
export interface NewTable {
  readonly operation: OperationOf<'create-table'>;
  readonly table: Table;
}

/** The table that a statement creates: no partition, temporary or foreign table, and nothing that may be there already. */
export function newTables(step: Step): readonly NewTable[] {
  if (step.rolledBack || step.refusals.length > 0) return [];
  return ownOperations(step).flatMap((operation): readonly NewTable[] => {
    if (operation.kind !== 'create-table' || operation.persistence === 'temporary') return [];
    if (operation.partitionOf !== null || operation.foreign) return [];
    const table = tableOf(step.after, operation.table);
    return table === undefined || step.before.catalog.relations.has(table.id) ? [] : [{ operation, table }];
  });
}
