import type { Node } from '@pgsql/types';

/** Whether the rows of a FROM clause stand in the SQL itself: VALUES, or a list that a function takes apart. */
export function isWrittenOut(from: readonly Node[] | undefined): boolean {
  return (from ?? []).every((node) => isValues(node) || isTakenApart(node));
}

function isValues(node: Node): boolean {
  if (!('RangeSubselect' in node)) return false;
  const { subquery } = node.RangeSubselect;
  return subquery !== undefined && 'SelectStmt' in subquery && subquery.SelectStmt.valuesLists !== undefined;
}

/** `unnest(ARRAY['a', 'b'])`, `jsonb_array_elements('[1, 2]')`. */
function isTakenApart(node: Node): boolean {
  if (!('RangeFunction' in node)) return false;
  const calls = (node.RangeFunction.functions ?? []).flatMap((each) =>
    'List' in each ? (each.List.items ?? []) : [],
  );
  const [call] = calls;
  if (call === undefined || !('FuncCall' in call)) return false;
  const name = call.FuncCall.funcname?.at(-1);
  return (
    name !== undefined &&
    'String' in name &&
    TAKES_APART.has(name.String.sval ?? '') &&
    (call.FuncCall.args ?? []).every(isLiteral)
  );
}

const TAKES_APART: ReadonlySet<string> = new Set([
  'unnest',
  'json_array_elements',
  'json_array_elements_text',
  'jsonb_array_elements',
  'jsonb_array_elements_text',
  'jsonb_to_recordset',
  'json_to_recordset',
]);

function isLiteral(node: Node): boolean {
  if ('A_Const' in node) return true;
  if ('TypeCast' in node) return node.TypeCast.arg !== undefined && isLiteral(node.TypeCast.arg);
  return 'A_ArrayExpr' in node && (node.A_ArrayExpr.elements ?? []).every(isLiteral);
}
