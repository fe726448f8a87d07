import type { Expression } from '../../postgres/expression';
import { columnsOf } from '../../postgres/expression';
import type { QueryWrite } from '../../postgres/query';
import { renameColumn } from '../catalog/expression-edit';
import { columnOf, isTable } from '../catalog/find';
import type { Column, Table } from '../catalog/relation';
import { relationOf } from '../catalog/resolve';
import { notBefore } from '../pruning/present';
import { between } from '../pruning/series';
import { boundFacts } from './bound-facts';
import type { Writing } from './query';
import { keepsColumn } from './query';
import type { Situation } from './situation';

/**
 * Each row that INSERT and UPDATE make, as what is known of its columns; one row of which nothing is known where the values are not
 * written.
 */
export function newRows(
  situation: Situation,
  { relation, write, query }: Pick<Writing, 'write' | 'query'> & { readonly relation: Table },
): readonly (readonly Expression[])[] {
  const values = write.values.length > 0 ? write.values : (write.selected ?? []);
  const brought = broughtAlong(situation, relation, { write, query });
  // Of a long list of values only the first rows are told.
  if (values.length === 0 || (write.valueRows ?? 0) > write.values.length) return [brought];
  const columns = targetsOf(relation, write);
  const rest =
    write.command === 'update'
      ? keptConditions(write)
      : relation.columns.flatMap((column) => (columns.includes(column.name) ? [] : filledIn(column)));
  return values.map((row) => [
    ...rest,
    ...brought,
    ...row.flatMap((value, at): readonly Expression[] => {
      const name = columns[at];
      if (name === undefined || value.kind === 'opaque' || value.kind === 'column') return [];
      return factsOf(name, value);
    }),
    ...row.flatMap((value, at) => ofSeries(columns[at], value, write)),
    // A short row of values leaves the last columns to their defaults.
    ...(write.command === 'update' || write.columns.length > 0
      ? []
      : relation.columns.slice(row.length).flatMap(filledIn)),
  ]);
}

/** The same of rows that are at most five for certain and stay as they are written, else null. */
export function fewRows(
  situation: Situation,
  writing: Pick<Writing, 'write' | 'query'> & { readonly relation: Table },
): readonly (readonly Expression[])[] | null {
  const { relation, write } = writing;
  // ON CONFLICT and triggers write other values.
  if (write.onConflict === 'update' || relation.triggers.some(({ timing }) => timing === 'before'))
    return null;
  const few =
    write.command === 'insert' ? (write.valueRows ?? Infinity) <= 5 : isOneRow(relation, write.condition);
  return few ? newRows(situation, writing) : null;
}

/** Whether a condition names a value for each column of a key. */
function isOneRow(table: Table, condition: Expression | undefined): boolean {
  if (condition === undefined) return false;
  const named = (condition.kind === 'and' ? condition.args : [condition]).flatMap((part) =>
    part.kind === 'operator' &&
    part.name === '=' &&
    part.left?.kind === 'column' &&
    part.right.kind === 'constant'
      ? [part.left.name]
      : [],
  );
  return table.constraints.some(
    (each) =>
      (each.kind === 'primary-key' || each.kind === 'unique') &&
      each.columns.every((column) => named.includes(column)),
  );
}

function targetsOf(table: Table, { columns }: QueryWrite): readonly string[] {
  return columns.length > 0 ? columns : table.columns.map(({ name }) => name);
}

/** What is known of a column that gets no value: its default, if that is a constant. */
function filledIn({ name, default: value, identity, generated }: Column): readonly Expression[] {
  if (identity !== null || generated !== null) return [];
  return factsOf(name, value ?? { kind: 'constant', value: null, text: 'NULL' });
}

/** What a column meets that gets the value. */
function factsOf(name: string, value: Expression): readonly Expression[] {
  const earliest = notBefore(value);
  return [isValue(name, value), ...(earliest === null ? [] : [isCompared(name, '>=', earliest)])];
}

function ofSeries(
  name: string | undefined,
  value: Expression,
  { series }: QueryWrite,
): readonly Expression[] {
  const range = series === undefined || name === undefined ? null : between(value, series);
  return range === null || name === undefined
    ? []
    : [isCompared(name, '>=', range.low), isCompared(name, '<=', range.high)];
}

function isCompared(name: string, operator: '=' | '>=' | '<=', right: Expression): Expression {
  return { kind: 'operator', name: operator, left: { kind: 'column', relation: null, name }, right };
}

function isValue(name: string, value: Expression): Expression {
  const column: Expression = { kind: 'column', relation: null, name };
  return value.kind === 'constant' && value.value === null
    ? { kind: 'is-null', arg: column, negated: false }
    : isCompared(name, '=', value);
}

/** What the rows of an UPDATE meet before, and after it too. */
function keptConditions(write: QueryWrite): readonly Expression[] {
  const { condition } = write;
  const all = condition === undefined ? [] : condition.kind === 'and' ? condition.args : [condition];
  const changed = write.columns.filter((column) => !keepsColumn(write, column));
  return all.filter((each) => !columnsOf(each).some((column) => changed.includes(column)));
}

/**
 * What holds for the rows of another table that INSERT … SELECT takes columns of as they are: the condition of the query, the bound
 * of a partition, and the table's checks, which a NULL passes.
 */
function broughtAlong(
  { session }: Situation,
  target: Table,
  { write, query }: Pick<Writing, 'write' | 'query'>,
): readonly Expression[] {
  const source = write.takenFrom === undefined ? undefined : relationOf(session, write.takenFrom);
  const [read, ...others] = query.reads;
  if (source === undefined || !isTable(source) || read === undefined || others.length > 0) return [];
  const placed = placesOf(source, target, write);
  const conditions = read.condition === undefined ? [] : [read.condition];
  const checks = source.constraints.flatMap((each) =>
    each.kind === 'check' && each.valid && each.enforced && noneIsNull(source, each.expression)
      ? [each.expression]
      : [],
  );
  return [...conditions, ...checks, ...boundFacts(session.catalog, source)]
    .flatMap((each) => (each.kind === 'and' ? each.args : [each]))
    .flatMap((fact) => {
      const [column, ...further] = [...new Set(columnsOf(fact))];
      const place = column === undefined || further.length > 0 ? undefined : placed.get(column);
      return column === undefined || place === undefined ? [] : [renameColumn(fact, column, place)];
    });
}

function noneIsNull(table: Table, check: Expression): boolean {
  return columnsOf(check).every((name) => columnOf(table, name)?.notNull === true);
}

/** To which column of the target each column of the source goes. */
function placesOf(source: Table, target: Table, write: QueryWrite): ReadonlyMap<string, string> {
  const columns = targetsOf(target, write);
  const row: readonly Expression[] | undefined =
    write.fromStar === true
      ? source.columns.map(({ name }) => ({ kind: 'column', relation: null, name }))
      : write.selected?.[0];
  return new Map(
    (row ?? []).flatMap((value, at): readonly [string, string][] => {
      const place = columns[at];
      return value.kind === 'column' && place !== undefined ? [[value.name, place]] : [];
    }),
  );
}
