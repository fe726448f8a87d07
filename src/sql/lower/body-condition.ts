import type { A_Expr, Node } from '@pgsql/types';
import type { BodyCondition, CatalogLookUp } from '../../postgres/body';
import { catalogLookUp, functionLookUp } from './catalog-look-up';
import { expression } from './expression';
import type { Lowering } from './lowering';
import { strings } from './names';

/** The condition of IF, as far as the catalog can answer it. */
export function bodyCondition(node: Node, lowering: Lowering): BodyCondition {
  const found = existence(node);
  if (found !== null) return { kind: 'exists', ...found };
  return { kind: 'expression', expression: expression(node, lowering) };
}

/**
 * The parts of `a AND b`, if the catalog can answer one of them: each can be asked by itself. Any other condition is its only
 * part.
 */
export function conjuncts(node: Node, lowering: Lowering): readonly BodyCondition[] {
  if ('BoolExpr' in node && node.BoolExpr.boolop === 'AND_EXPR') {
    const parts = (node.BoolExpr.args ?? []).map((each) => bodyCondition(each, lowering));
    if (parts.some(({ kind }) => kind === 'exists')) return parts;
  }
  return [bodyCondition(node, lowering)];
}

/** The condition that holds where another does not. */
export function negated(condition: BodyCondition): BodyCondition {
  switch (condition.kind) {
    case 'exists':
      return { ...condition, negated: !condition.negated };
    case 'expression':
      return { kind: 'expression', expression: { kind: 'not', arg: condition.expression } };
    case 'unknown':
      return { kind: 'unknown', text: `NOT (${condition.text})` };
  }
}

/** What the catalog may answer: whether something is there, or is not. */
export interface Existence {
  readonly object: CatalogLookUp;
  readonly negated: boolean;
}

/** A condition that asks for the existence of an object; null if it asks for something else. */
export function existence(node: Node): Existence | null {
  if ('BoolExpr' in node && node.BoolExpr.boolop === 'NOT_EXPR') {
    const [arg] = node.BoolExpr.args ?? [];
    const inner = arg === undefined ? null : existence(arg);
    return inner === null ? null : { ...inner, negated: !inner.negated };
  }
  if ('SubLink' in node) {
    const { subLinkType, subselect } = node.SubLink;
    if (subLinkType === 'EXPR_SUBLINK') return ofBareSelect(subselect);
    return subLinkType === 'EXISTS_SUBLINK' ? ofSelect(subselect, false) : null;
  }
  if ('NullTest' in node && node.NullTest.arg !== undefined) {
    const { arg, nulltesttype } = node.NullTest;
    const negated = nulltesttype !== 'IS_NOT_NULL';
    const object = functionLookUp(arg);
    if (object !== null) return { object, negated };
    return 'SubLink' in arg && arg.SubLink.subLinkType === 'EXPR_SUBLINK'
      ? ofSelect(arg.SubLink.subselect, negated)
      : null;
  }
  return 'A_Expr' in node ? ofCount(node.A_Expr) : null;
}

/** `(SELECT count(*) FROM pg_…) = 0` and `> 0`. */
function ofCount({ name, lexpr, rexpr }: A_Expr): Existence | null {
  const operator = strings(name).at(-1) ?? '';
  if (lexpr === undefined || !('SubLink' in lexpr) || rexpr === undefined || !('A_Const' in rexpr))
    return null;
  const number = rexpr.A_Const.ival?.ival ?? (rexpr.A_Const.ival === undefined ? undefined : 0);
  const none = (operator === '=' && number === 0) || (operator === '<' && number === 1);
  const some =
    ((operator === '>' || operator === '<>') && number === 0) ||
    ((operator === '>=' || operator === '=') && number === 1);
  const { subselect } = lexpr.SubLink;
  const [target] =
    subselect !== undefined && 'SelectStmt' in subselect ? (subselect.SelectStmt.targetList ?? []) : [];
  const counted = target !== undefined && 'ResTarget' in target ? target.ResTarget.val : undefined;
  const counts =
    counted !== undefined && 'FuncCall' in counted && strings(counted.FuncCall.funcname).at(-1) === 'count';
  return counts && (none || some) ? ofSelect(subselect, none) : null;
}

/** `(SELECT to_regclass('orders') IS NOT NULL)`: a SELECT of one expression from nowhere. */
function ofBareSelect(node: Node | undefined): Existence | null {
  if (node === undefined || !('SelectStmt' in node)) return null;
  const { targetList = [], fromClause, whereClause } = node.SelectStmt;
  const [target] = targetList;
  const value = target !== undefined && 'ResTarget' in target ? target.ResTarget.val : undefined;
  const bare = fromClause === undefined && whereClause === undefined && targetList.length === 1;
  return bare && value !== undefined ? existence(value) : null;
}

function ofSelect(node: Node | undefined, negated: boolean): Existence | null {
  const object = node !== undefined && 'SelectStmt' in node ? catalogLookUp(node.SelectStmt) : null;
  return object === null ? null : { object, negated };
}
