import { columnOf, tableById } from '../../analysis/catalog/find';
import type { Table } from '../../analysis/catalog/relation';
import { tableOf } from '../../analysis/catalog/resolve';
import type { Session } from '../../analysis/session';
import type { Step } from '../../analysis/step';
import type { ObjectName } from '../../postgres/name';
import { actsOf } from '../acts';
import { everyFunction, functionsNaming } from '../body-mentions';
import { columnsIn, fullName, written } from '../object-names';
import type { MatchBase, RuleRun } from '../rule';
import { stepRule } from '../rule';
import { endOfTransaction } from '../together';
import { namedAll } from '../words';

interface Match extends MatchBase {
  readonly table: ObjectName;
  readonly column: string | null;
  readonly functions: readonly { readonly name: string }[];
  /** One of them is a trigger of the table. */
  readonly isTrigger: boolean;
}

const KINDS = ['drop-column', 'rename-column', 'drop-table', 'rename-table'] as const;

/** The text of a function names what is dropped or renamed. */
export const functionBodyLeftBehind = stepRule<Match>({
  id: 'function-body-left-behind',
  title: 'A function still names what is dropped or renamed, and fails at its next call',
  group: 'renaming',
  severity: 'warning',
  judges: 'effect',
  kinds: KINDS,

  check(step, run) {
    return actsOf(step, ...KINDS).flatMap(({ operation, before }): readonly Match[] => {
      if (before.catalog.functions.size === 0) return [];
      const names = operation.kind === 'drop-table' ? operation.tables : [operation.table];
      const column = 'column' in operation ? operation.column : null;
      return names.flatMap((name): readonly Match[] => {
        const table = tableOf(before, name);
        if (table === undefined) return [];
        const functions = leftBehind(before, table, column, step, run);
        if (functions.length === 0) return [];
        const isTrigger = table.triggers.some((trigger) =>
          functions.some((known) => known.name === trigger.function.name),
        );
        return [{ table: name, column, functions: functions.map(fullName), isTrigger }];
      });
    });
  },

  message({ table, column, functions, isTrigger }) {
    const what = column === null ? written(table) : columnsIn(table, [column]);
    const plural = functions.length > 1;
    const writes =
      isTrigger && column !== null ? `; as a trigger it then fails every write to ${written(table)}` : '';
    return `The text of function${plural ? 's' : ''} ${namedAll(functions)} still names ${what}: the next call fails (${column === null ? '42P01' : '42703'})${writes}`;
  },

  help() {
    return 'Replace the function with CREATE OR REPLACE FUNCTION before it, in the same transaction.';
  },
});

/** Those whose text still names it when the transaction ends: nobody calls them before. */
function leftBehind(
  before: Session,
  table: Table,
  column: string | null,
  step: Step,
  run: RuleRun,
): ReturnType<typeof functionsNaming> {
  const end = endOfTransaction(step, run);
  // A trigger that goes in the same transaction does not call it any more.
  const triggers = tableById(end.catalog, table.id)?.triggers ?? [];
  const found = functionsNaming(before, { ...table, triggers }, column);
  if (found.length === 0) return [];
  // A swap: what is there at the end goes by the old name again.
  const now = tableOf(end, { schema: table.schema, name: table.name });
  if (column === null && now !== undefined) return [];
  if (column !== null && now !== undefined && columnOf(now, column) !== undefined) return [];
  const still = everyFunction(end.catalog);
  return found.filter(({ source }) => still.some((known) => known.source === source));
}
