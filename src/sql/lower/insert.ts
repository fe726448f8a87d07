import type { InsertStmt, Node, OnConflictClause, OverridingKind } from '@pgsql/types';
import type { Expression } from '../../postgres/expression';
import type { PickedRows, QueryWrite } from '../../postgres/query';
import { expression } from './expression';
import type { Lowering } from './lowering';
import { mentions } from './mentions';
import { relationName } from './names';
import type { Outcome } from './query';
import { queryStatement } from './query';
import { returning } from './returning';
import { seriesOf } from './series';
import { assignedValues } from './update';
import { valuesList } from './values-list';
import { withClause } from './with-clause';

/** Reads an INSERT. */
export function insertInto(node: InsertStmt, outside: Lowering, top: boolean): Outcome {
  const lowering = withClause(node.withClause, outside);
  const source = insertedRows(node.selectStmt, lowering, top);
  lowering.query?.addWrite({
    relation: relationName(node.relation),
    command: 'insert',
    only: false,
    columns: targetColumns(node.cols),
    where: null,
    valueRows: source.valueRows,
    values: source.values,
    ...(takesAll(node.selectStmt) ? { fromStar: true } : {}),
    ...(source.selected === undefined ? {} : { selected: source.selected }),
    ...(source.width === undefined ? {} : { width: source.width }),
    ...takenFrom(node, lowering),
    ...takenFromSeries(node.selectStmt),
    ...(source.never === true ? { never: true } : {}),
    ...(source.limited && source.picks.length > 0 ? { picks: source.picks } : {}),
    ...onConflict(node.onConflictClause, lowering),
    ...overriding(node.override),
    ...arbiter(node.onConflictClause),
  });
  return { columns: returning(node.returningClause, lowering), limited: source.limited };
}

interface Source {
  readonly valueRows: number | null;
  readonly values: readonly (readonly Expression[])[];
  readonly selected?: readonly (readonly Expression[])[];
  readonly width?: number;
  readonly limited: boolean;
  readonly never?: true;
  readonly picks: readonly PickedRows[];
}

function insertedRows(node: Node | undefined, lowering: Lowering, top: boolean): Source {
  if (node === undefined) return { valueRows: 1, values: [[]], limited: true, picks: [] };
  const rows =
    'SelectStmt' in node && node.SelectStmt.withClause === undefined
      ? node.SelectStmt.valuesLists
      : undefined;
  if (rows !== undefined)
    return { valueRows: rows.length, values: valuesList(rows, lowering), limited: true, picks: [] };
  const { columns, limited, never, picks = [] } = queryStatement(node, lowering, top, []);
  const row = columns.flatMap((column) => column?.expression ?? []);
  // Of a UNION only the first arm is told.
  const single = 'SelectStmt' in node && (node.SelectStmt.op ?? 'SETOP_NONE') === 'SETOP_NONE';
  const told = row.length > 0 && row.length === columns.length;
  return {
    valueRows: null,
    values: [],
    ...(told ? (single ? { selected: [row] } : { width: row.length }) : {}),
    limited,
    ...(never === true ? { never } : {}),
    picks,
  };
}

/** The one relation in FROM, unless other columns stand beside `*`. */
function takenFrom({ selectStmt }: InsertStmt, { withNames }: Lowering): Pick<QueryWrite, 'takenFrom'> {
  if (selectStmt === undefined || !('SelectStmt' in selectStmt) || withNames !== null) return {};
  const { fromClause, targetList = [], withClause: inner } = selectStmt.SelectStmt;
  if (targetList.length === 0 || (takesAll(selectStmt) && targetList.length > 1)) return {};
  const [item, ...others] = fromClause ?? [];
  if (item === undefined || others.length > 0 || !('RangeVar' in item) || inner !== undefined) return {};
  return item.RangeVar.alias?.colnames === undefined ? { takenFrom: relationName(item.RangeVar) } : {};
}

function takenFromSeries(node: Node | undefined): Pick<QueryWrite, 'series'> {
  const series = node !== undefined && 'SelectStmt' in node ? seriesOf(node.SelectStmt.fromClause) : null;
  return series === null ? {} : { series };
}

function takesAll(node: Node | undefined): boolean {
  if (node === undefined || !('SelectStmt' in node)) return false;
  return (node.SelectStmt.targetList ?? []).some((target) => {
    const value = 'ResTarget' in target ? target.ResTarget.val : undefined;
    return (
      value !== undefined &&
      'ColumnRef' in value &&
      (value.ColumnRef.fields ?? []).some((field) => 'A_Star' in field)
    );
  });
}

function onConflict(
  clause: OnConflictClause | undefined,
  lowering: Lowering,
): Pick<QueryWrite, 'onConflict' | 'setOnConflict'> {
  if (clause === undefined) return { onConflict: 'none' };
  for (const part of [...(clause.infer?.indexElems ?? []), clause.infer?.whereClause]) {
    if (part !== undefined) mentions(part, lowering);
  }
  const values = assignedValues(clause.targetList, lowering);
  if (clause.whereClause !== undefined) expression(clause.whereClause, lowering);
  if (clause.action !== 'ONCONFLICT_UPDATE') return { onConflict: 'nothing' };
  return { onConflict: 'update', setOnConflict: { columns: targetColumns(clause.targetList), values } };
}

/** OVERRIDING, as INSERT and the INSERT of MERGE say it. */
export function overriding(word: OverridingKind | undefined): Pick<QueryWrite, 'overriding'> {
  if (word === 'OVERRIDING_SYSTEM_VALUE') return { overriding: 'system' };
  return word === 'OVERRIDING_USER_VALUE' ? { overriding: 'user' } : {};
}

function arbiter(clause: OnConflictClause | undefined): Pick<QueryWrite, 'arbiter'> {
  if (clause?.infer === undefined) return {};
  const { conname, indexElems = [], whereClause } = clause.infer;
  const columns = indexElems.flatMap((element) =>
    'IndexElem' in element ? (element.IndexElem.name ?? []) : [],
  );
  const plain = columns.length > 0 && columns.length === indexElems.length && whereClause === undefined;
  return { arbiter: { constraint: conname ?? null, ...(plain ? { columns } : {}) } };
}

/** The columns that a list of targets (INSERT, SET) names. */
export function targetColumns(nodes: readonly Node[] | undefined): readonly string[] {
  if (nodes === undefined) return [];
  return nodes.flatMap((node) => ('ResTarget' in node ? [node.ResTarget.name ?? ''] : []));
}
