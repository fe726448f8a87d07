import type { RefusalClaim } from '../../../postgres/effects/refusal-claim';
import type { Expression } from '../../../postgres/expression';
import type { QueryWrite } from '../../../postgres/query';
import type { OperationKind } from '../../../postgres/operation';
import { columnOf } from '../../catalog/find';
import type { Column, Table } from '../../catalog/relation';
import { findType, relationOf } from '../../catalog/resolve';
import { tableWrites, writesKept } from '../../roles/query';
import { rowsWritten } from '../../roles/rows-written';
import { widthOfStar } from '../../roles/width-of-rows';
import type { Situation } from '../../roles/situation';
import type { RefusalJudge } from './names';

/** What the columns and relations that a statement writes do not take. */
export const WRITE_REFUSALS = {
  'merge-into-unfit': (situation) =>
    isWriting(situation) &&
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
  'value-lacking': valueLacking,
  'copies-into-generated': ({ operation, session }) => {
    if (operation.kind !== 'copy-from') return false;
    const relation = relationOf(session, operation.table);
    return (
      relation !== undefined &&
      operation.columns.some((name) => (columnOf(relation, name)?.generated ?? null) !== null)
    );
  },
} satisfies Partial<Record<RefusalClaim, RefusalJudge>>;

/** Whether the operation holds a query that may write. */
export function isWriting({ operation }: Situation): boolean {
  return WRITING.has(operation.kind);
}

const WRITING: ReadonlySet<OperationKind> = new Set(['query', 'explain', 'prepare']);

/** Whether one of the columns of a table that a query writes is treated so. */
function someColumn(
  situation: Situation,
  fits: (column: Column, write: QueryWrite, table: Table) => boolean,
): boolean {
  if (!isWriting(situation)) return false;
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
  if (command === 'update') return saysMore(values[0]?.[columns.indexOf(column.name)]);
  if (command !== 'insert') return false;
  if (setsOnConflict(write, column)) return true;
  const named = columns.length > 0;
  if (!named && !table.complete) return false;
  const at = named ? columns.indexOf(column.name) : table.columns.indexOf(column);
  if (at < 0) return false;
  const rows = values.length > 0 ? values : selected;
  if (rows.length === 0 && !named) return at < (widthOfStar(session, write) ?? 0);
  if (rows.length === 0) return valueRows === null;
  // Up to 13 DEFAULT is understood in a single row alone.
  const several = (valueRows ?? 0) > 1 && session.major < 14;
  return rows.some((row) => (several ? row[at] !== undefined : saysMore(row[at])));
}

function setsOnConflict({ setOnConflict }: QueryWrite, { name }: Column): boolean {
  return saysMore(setOnConflict?.values[setOnConflict.columns.indexOf(name)]);
}

/** Whether a value is more than DEFAULT. */
export function saysMore(value: Expression | undefined): boolean {
  return value !== undefined && !(value.kind === 'opaque' && value.text === 'DEFAULT');
}

/** A row that is written, of which a column that cannot be NULL is. */
function valueLacking(situation: Situation): boolean {
  const { operation, session } = situation;
  if (operation.kind !== 'query' || session.catalog.unread) return false;
  return writesKept(situation).some(({ relation, write, query }) => {
    if (relation.kind !== 'table' || !relation.origin.certain || !relation.complete) return false;
    const { command, onConflict } = write;
    const written = rowsWritten(session, {
      relation,
      // A row is checked before it is in conflict with another.
      write: onConflict === 'none' ? write : { ...write, onConflict: 'none' },
      query,
    });
    return (
      written === 'yes' &&
      relation.columns.some(
        (column, at) =>
          column.notNull === true &&
          column.addedBy.certain &&
          (command === 'insert'
            ? rowsOf(write).some((row) => isLeftNull(situation, column, placeIn(write, column, at), row))
            : command === 'update' && isNull(write.values[0]?.[write.columns.indexOf(column.name)])),
      )
    );
  });
}

function rowsOf({ values, selected = [] }: QueryWrite): readonly (readonly Expression[])[] {
  return values.length > 0 ? values : selected;
}

function placeIn({ columns }: QueryWrite, { name }: Column, at: number): number {
  return columns.length > 0 ? columns.indexOf(name) : at;
}

function isLeftNull({ session }: Situation, column: Column, at: number, row: readonly Expression[]): boolean {
  const value = row[at];
  if (isNull(value)) return column.identity === null && column.generated === null;
  if (saysMore(value)) return false;
  const { default: own, identity, generated, type } = column;
  const domain = type === null ? undefined : findType(session, type);
  const filled = own !== null || identity !== null || generated !== null || type === null;
  return !filled && domain?.kind !== 'domain';
}

function isNull(value: Expression | undefined): boolean {
  return value?.kind === 'constant' && value.value === null;
}
