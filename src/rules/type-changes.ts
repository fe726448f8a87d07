import { columnOf, isTable } from '../analysis/catalog/find';
import type { Column, Table } from '../analysis/catalog/relation';
import { resolveType } from '../analysis/catalog/resolve';
import { isNew } from '../analysis/exemption';
import type { Step } from '../analysis/step';
import type { TypeName } from '../postgres/type-name';
import type { Performed } from './performed';
import { performed, subject } from './performed';

/** ALTER COLUMN … TYPE on a table that others use. */
export interface ColumnTypeChange {
  readonly step: Step;
  readonly changed: Performed<'alter-column-type'>;
  readonly table: Table;
  /** Undefined where history does not know it. */
  readonly column: Column | undefined;
  readonly from: TypeName | null;
  readonly to: TypeName;
}

/** The type changes of a step, unless the server refuses it. */
export function typeChanges(step: Step): readonly ColumnTypeChange[] {
  if (step.refusals.length > 0) return [];
  return performed(step, 'alter-column-type').flatMap((changed) => {
    const table = subject(changed);
    if (table === undefined || !isTable(table) || isNew(changed.session, table)) return [];
    const column = columnOf(table, changed.operation.column);
    return [
      {
        step,
        changed,
        table,
        column,
        from: column?.type ?? null,
        to: resolveType(changed.session, changed.operation.type),
      },
    ];
  });
}

/** Whether the change certainly leaves the type as it is. */
export function isSameType({ from, to, changed, column }: ColumnTypeChange): boolean {
  return (
    from !== null &&
    JSON.stringify(from) === JSON.stringify(to) &&
    (changed.operation.collation?.name ?? null) === (column?.collation?.name ?? null) &&
    changed.operation.using === null
  );
}
