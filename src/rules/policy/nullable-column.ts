import type { RelationName } from '../../postgres/name';
import { newColumns } from '../new-columns';
import type { NewColumn } from '../new-columns';
import { columnsIn } from '../object-names';
import type { MatchBase } from '../rule';
import { stepRule } from '../rule';

interface Match extends MatchBase {
  readonly table: RelationName;
  readonly columns: readonly string[];
}

/** New columns that may be NULL, without the word NULL that says it is meant. */
export const nullableColumn = stepRule<Match>({
  id: 'nullable-column',
  title: 'A new column may be NULL, and nobody says that it is meant',
  group: 'policy',
  severity: 'opt-in',
  judges: 'effect',
  kinds: ['create-table', 'add-column'],

  check(step) {
    const columns = newColumns(step).filter(isNullable);
    const [first] = columns;
    if (first === undefined) return [];
    return [{ table: first.table, columns: columns.map(({ column }) => column.name) }];
  },

  message({ table, columns }) {
    return `The ${columnsIn(table, columns)} may be NULL, and nothing says that this is meant`;
  },

  help() {
    return 'Write NOT NULL, with a default where rows exist; or NULL, if it is meant.';
  },
});

function isNullable({ column, made }: NewColumn): boolean {
  if (column.notNull || column.explicitNull || column.identity !== null || column.generated !== null)
    return false;
  const isSaid = column.default?.kind === 'constant' && column.default.value === null;
  return !isSaid && made !== undefined && made.notNull !== true;
}
