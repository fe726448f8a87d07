import { columnOf, tableById } from '../../analysis/catalog/find';
import type { Step } from '../../analysis/step';
import { performed, usedTable } from '../performed';
import type { MatchBase, RuleRun } from '../rule';
import { stepRule } from '../rule';
import { isMadeHere } from '../together';
import type { ColumnTypeChange } from '../type-changes';
import { isSameType, typeChanges } from '../type-changes';
import { named } from '../words';

interface Match extends MatchBase {
  readonly column: string;
  readonly table: { readonly name: string };
}

/** A column that comes back with another type: prepared statements that return it fail. */
export const alterColumnTypeBreaksPrepared = stepRule<Match>({
  id: 'alter-column-type-breaks-prepared',
  title: 'Prepared statements that return the column fail until they are prepared again',
  group: 'changing-columns',
  severity: 'warning',
  judges: 'effect',
  kinds: ['alter-column-type', 'rename-column'],

  check(step, run) {
    if (run.options.parameters['alter-column-type-breaks-prepared']?.['prepared'] === false) return [];
    const retyped = typeChanges(step)
      .filter((change) => !isSameType(change) && !isNewColumn(change, run))
      .map(({ changed, table }) => ({
        column: changed.operation.column,
        table: { name: `${table.schema}.${table.name}` },
      }));
    return [...retyped, ...swapped(step, run)];
  },

  message({ column, table }) {
    return `Every prepared statement that returns ${named({ name: column })} of ${named(table)} fails from here on (0A000, "cached plan must not change result type") until its session prepares it again`;
  },

  help() {
    return 'Reconnect the clients after it, or put the new type into a column with a new name.';
  },
});

/** No client knows a column yet that ships together with its change. */
function isNewColumn({ step, column }: ColumnTypeChange, run: RuleRun): boolean {
  return column !== undefined && isMadeHere(column.addedBy, step, run);
}

/** A rename that gives a name to a column of another type than the one that had it when the change set began. */
function swapped(step: Step, run: RuleRun): readonly Match[] {
  return performed(step, 'rename-column').flatMap((renamed): readonly Match[] => {
    const table = usedTable(renamed);
    const before = table === undefined ? undefined : tableById(run.startSession.catalog, table.id);
    if (table === undefined || before === undefined) return [];
    const { column, to } = renamed.operation;
    const [old, next] = [columnOf(before, to)?.type, columnOf(table, column)?.type];
    if (old === undefined || next === undefined || old === null || next === null) return [];
    return JSON.stringify(old) === JSON.stringify(next)
      ? []
      : [{ column: to, table: { name: `${table.schema}.${table.name}` } }];
  });
}
