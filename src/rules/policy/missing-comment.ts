import type { ObjectName, RelationName } from '../../postgres/name';
import { printName } from '../../postgres/name';
import type { Step } from '../../analysis/step';
import { newColumns, newTables } from '../new-columns';
import { columnsIn, written } from '../object-names';
import { parametersOf } from '../parameters';
import type { MatchBase, RuleRun } from '../rule';
import { stepRule } from '../rule';
import { laterTogether } from '../together';

interface Match extends MatchBase {
  readonly table: RelationName;
  /** Without a comment; empty: the table itself. */
  readonly columns: readonly string[];
}

const ID = 'missing-comment';
const PARAMETERS = {
  columns: { kind: 'flag', default: true, says: 'Columns need a comment too.' },
} as const;

/** A new table or column that no COMMENT explains. */
export const missingComment = stepRule<Match>({
  id: ID,
  title: 'A new table or column without a comment',
  group: 'policy',
  severity: 'opt-in',
  judges: 'effect',
  kinds: ['create-table', 'add-column'],
  parameters: PARAMETERS,

  check(step, run) {
    const commented = commentsAfter(step, run);
    const tables = newTables(step)
      .filter(({ operation }) => !commented.has(last(operation.table)))
      .map(({ operation }): Match => ({ table: operation.table, columns: [] }));
    if (!parametersOf(run, ID, PARAMETERS).columns) return tables;
    const columns = newColumns(step).filter(
      ({ table, column }) => !commented.has(`${last(table)}.${column.name}`),
    );
    const [first] = columns;
    if (first === undefined) return tables;
    return [...tables, { table: first.table, columns: columns.map(({ column }) => column.name) }];
  },

  message({ table, columns }) {
    const what = columns.length === 0 ? written(table) : `The ${columnsIn(table, columns)}`;
    return `${what} ${columns.length > 1 ? 'have' : 'has'} no comment that says what ${columns.length > 1 ? 'they are' : 'it is'} for`;
  },

  help({ columns }) {
    return `Write COMMENT ON ${columns.length === 0 ? 'TABLE' : 'COLUMN'} in the same migration.`;
  },
});

/** `orders`, `orders.note`: what later statements comment on, without schemas. */
function commentsAfter(step: Step, run: RuleRun): ReadonlySet<string> {
  return new Set(
    laterTogether(step, run, 'comment').flatMap(({ operations }) =>
      operations.flatMap((operation): readonly string[] => {
        if (operation.kind !== 'comment' || operation.relation === null) return [];
        const table = last(operation.relation);
        return [operation.objectType === 'column' ? `${table}.${last(operation.name)}` : table];
      }),
    ),
  );
}

function last(name: ObjectName): string {
  const printed = printName(name);
  return printed.slice(printed.lastIndexOf('.') + 1);
}
