import type { RefusalClaim } from '../../../postgres/effects/refusal-claim';
import type { Expression } from '../../../postgres/expression';
import type { QueryWrite } from '../../../postgres/query';
import type { OperationKind } from '../../../postgres/operation';
import { columnOf } from '../../catalog/find';
import type { Column, Table } from '../../catalog/relation';
import { relationOf } from '../../catalog/resolve';
import { tableWrites, writesKept } from '../../roles/query';
import type { Situation } from '../../roles/situation';
import type { RefusalJudge } from './names';

/** What the columns and relations that a statement writes do not take. */
export const WRITE_REFUSALS = {
  'merge-into-unfit': (situation) =>
    WRITING.has(situation.operation.kind) &&
    writesKept(situation).some(
      ({ relation, write }) =>
        write.command === 'merge' &&
        relation.origin.source !== 'assumed' &&
        (relation.kind === 'table' || relation.kind === 'partitioned table'
          ? relation.rules.some(({ enabled }) => enabled)
          : relation.kind !== 'view' || situation.session.major < 17),
    ),
  'value-for-generated': (situation) =>
    someColumn(
      situation,
      (column, write, table) => column.generated !== null && givesValue(situation, write, table, column),
    ),
  'value-for-identity': (situation) =>
    someColumn(situation, (column, write, table) => {
      if (column.identity !== 'always') return false;
      const { overriding } = write;
      if (overriding === 'system') return setsOnConflict(write, column);
      const ignored = overriding === 'user' && situation.session.major >= 13;
      return ignored ? setsOnConflict(write, column) : givesValue(situation, write, table, column);
    }),
  'copies-into-generated': ({ operation, session }) => {
    if (operation.kind !== 'copy-from') return false;
    const relation = relationOf(session, operation.table);
    return (
      relation !== undefined &&
      operation.columns.some((name) => (columnOf(relation, name)?.generated ?? null) !== null)
    );
  },
} satisfies Partial<Record<RefusalClaim, RefusalJudge>>;

const WRITING: ReadonlySet<OperationKind> = new Set(['query', 'explain', 'prepare']);

/** Whether one of the columns of a table that a query writes is treated so. */
function someColumn(
  situation: Situation,
  fits: (column: Column, write: QueryWrite, table: Table) => boolean,
): boolean {
  if (!WRITING.has(situation.operation.kind)) return false;
  return tableWrites(situation).some(({ relation, write }) =>
    relation.columns.some(
      (column) =>
        (column.generated !== null || column.identity !== null) &&
        column.addedBy.certain &&
        fits(column, write, relation),
    ),
  );
}

/** Whether the statement says something else than DEFAULT for the column. */
function givesValue({ session }: Situation, write: QueryWrite, table: Table, column: Column): boolean {
  const { command, columns, valueRows, values, selected = [] } = write;
  if (command === 'update') return says(values[0]?.[columns.indexOf(column.name)]);
  if (command !== 'insert') return false;
  if (setsOnConflict(write, column)) return true;
  const named = columns.length > 0;
  if (!named && !table.complete) return false;
  const at = named ? columns.indexOf(column.name) : table.columns.indexOf(column);
  if (at < 0) return false;
  const rows = values.length > 0 ? values : selected;
  if (rows.length === 0) return named && valueRows === null;
  // Up to 13 DEFAULT is understood in a single row alone.
  const several = (valueRows ?? 0) > 1 && session.major < 14;
  return rows.some((row) => (several ? row[at] !== undefined : says(row[at])));
}

function setsOnConflict({ setOnConflict }: QueryWrite, { name }: Column): boolean {
  return says(setOnConflict?.values[setOnConflict.columns.indexOf(name)]);
}

function says(value: Expression | undefined): boolean {
  return value !== undefined && !(value.kind === 'opaque' && value.text === 'DEFAULT');
}
