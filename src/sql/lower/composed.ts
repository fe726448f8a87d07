import type { Node, SelectStmt } from '@pgsql/types';
import { everyPart } from '../../postgres/expression';
import type { QueryColumn } from '../../postgres/query';

/**
 * Whether the rows of a query are certainly not rows of one relation, so that nobody writes through a view of it. Source:
 * rewriteHandler.c, view_query_is_auto_updatable.
 */
export function isComposed(node: Node, columns: readonly (QueryColumn | null)[]): boolean {
  return (
    'SelectStmt' in node &&
    (isCutOrGrouped(node.SelectStmt) || !readsOne(node.SelectStmt.fromClause) || columns.some(isOfMany))
  );
}

function isCutOrGrouped(select: SelectStmt): boolean {
  const { op, valuesLists, groupClause, havingClause, distinctClause, limitCount, limitOffset, withClause } =
    select;
  return (
    (op !== undefined && op !== 'SETOP_NONE') ||
    [valuesLists, groupClause, havingClause, distinctClause, limitCount, limitOffset, withClause].some(
      (clause) => clause !== undefined,
    )
  );
}

function readsOne(from: readonly Node[] | undefined): boolean {
  const [item, ...others] = from ?? [];
  return item !== undefined && others.length === 0 && 'RangeVar' in item;
}

/** An aggregate, a window function or a function that gives rows. */
function isOfMany(column: QueryColumn | null): boolean {
  return (
    column !== null &&
    everyPart(column.expression).some((part) =>
      part.kind === 'call'
        ? part.name.schema === null && OF_MANY.has(part.name.name)
        : part.kind === 'opaque' && part.text === 'FuncCall',
    )
  );
}

const OF_MANY: ReadonlySet<string> = new Set([
  'array_agg',
  'avg',
  'bool_and',
  'bool_or',
  'count',
  'dense_rank',
  'every',
  'first_value',
  'generate_series',
  'json_agg',
  'jsonb_agg',
  'lag',
  'last_value',
  'lead',
  'max',
  'min',
  'ntile',
  'rank',
  'regexp_split_to_table',
  'row_number',
  'string_agg',
  'sum',
  'unnest',
]);
