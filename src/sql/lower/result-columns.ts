import type { Node } from '@pgsql/types';
import type { QueryColumn } from '../../postgres/query';
import { expression } from './expression';
import type { Lowering } from './lowering';
import { strings } from './names';

/** The columns of a target list or RETURNING list; null for `*` and for what has another name in each major. */
export function resultColumns(
  nodes: readonly Node[] | undefined,
  lowering: Lowering,
): readonly (QueryColumn | null)[] {
  if (nodes === undefined) return [];
  return nodes.map((node) => {
    const target = 'ResTarget' in node ? node.ResTarget : undefined;
    if (target?.val === undefined) return null;
    const lowered = expression(target.val, lowering);
    const name = target.name ?? nameOf(target.val);
    return name === null ? null : { name, expression: lowered };
  });
}

/** The name that the server gives to a column without AS (parse_target.c, FigureColname); null where it has none. */
function nameOf(written: Node): string | null {
  let node = written;
  let type: string | null = null;
  while ('TypeCast' in node && node.TypeCast.arg !== undefined) {
    type ??= strings(node.TypeCast.typeName?.names).at(-1) ?? null;
    node = node.TypeCast.arg;
  }
  if ('ColumnRef' in node) {
    const last = node.ColumnRef.fields?.at(-1);
    return last !== undefined && 'String' in last ? (last.String.sval ?? '') : null;
  }
  if ('FuncCall' in node) return strings(node.FuncCall.funcname).at(-1) ?? null;
  if ('CoalesceExpr' in node) return 'coalesce';
  if ('A_ArrayExpr' in node) return 'array';
  if ('RowExpr' in node) return 'row';
  if ('CaseExpr' in node) return type ?? 'case';
  return type ?? (hasNoName(node) ? '?column?' : null);
}

/** Constants and operators, but for those that became a name of their own in some major. */
function hasNoName(node: Node): boolean {
  if ('A_Const' in node) return node.A_Const.boolval === undefined;
  return 'A_Expr' in node && node.A_Expr.kind === 'AEXPR_OP';
}
