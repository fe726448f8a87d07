import type { JoinExpr, Node, RangeVar } from '@pgsql/types';
import type { Expression } from '../../postgres/expression';
import { expression, optionalExpression } from './expression';
import type { LockingClauses } from './locking';
import { clausesFor, clausesInside, strongest } from './locking';
import type { Lowering } from './lowering';
import { MAX_DEPTH } from './lowering';
import { mentions } from './mentions';
import { relationName } from './names';
import { conjuncts, failsOnNull, ownCondition } from './own-conditions';
import { queryStatement } from './query';
import { isWithName } from './with-clause';

/** What is known of the rows of an item of FROM. */
export interface FromContext {
  /** As in `QueryRead`. */
  readonly unbounded: boolean;
  readonly locks?: LockingClauses;
  /** All rows that are wanted of it meet these. */
  readonly conditions?: readonly Expression[];
  /** Nothing stands beside it. */
  readonly alone?: boolean;
}

/** Reads one item of FROM or USING. */
export function fromItem(node: Node, lowering: Lowering, context: FromContext): void {
  const { nesting } = lowering;
  if (nesting.depth >= MAX_DEPTH) {
    mentions(node, lowering);
    return;
  }
  nesting.depth += 1;
  dispatch(node, lowering, context);
  nesting.depth -= 1;
}

/** Reads all items of a FROM clause. */
export function fromItems(
  nodes: readonly Node[] | undefined,
  lowering: Lowering,
  context: FromContext,
): void {
  const all = nodes ?? [];
  for (const node of all) fromItem(node, lowering, { alone: all.length === 1, ...context });
}

function dispatch(node: Node, lowering: Lowering, context: FromContext): void {
  if ('RangeVar' in node) {
    readRelation(node.RangeVar, lowering, context);
  } else if ('JoinExpr' in node) {
    join(node.JoinExpr, lowering, context);
  } else if ('RangeSubselect' in node) {
    const { subquery, alias } = node.RangeSubselect;
    if (alias === undefined) lowering.needs.since(16, 'a subquery in FROM without an alias');
    if (subquery !== undefined)
      queryStatement(subquery, lowering, false, clausesInside(context.locks ?? [], alias?.aliasname ?? ''));
  } else if ('RangeTableSample' in node) {
    const { relation, args = [], repeatable } = node.RangeTableSample;
    if (relation !== undefined) fromItem(relation, lowering, { ...context, unbounded: false });
    for (const each of repeatable === undefined ? args : [...args, repeatable]) expression(each, lowering);
  } else {
    mentions(node, lowering);
  }
}

function readRelation(
  range: RangeVar,
  lowering: Lowering,
  { unbounded, locks = [], conditions = [], alone = false }: FromContext,
): void {
  const relation = relationName(range);
  if (relation.schema === null && isWithName(relation.name, lowering.withNames)) return;
  const alias = range.alias?.aliasname ?? relation.name;
  // Columns that the alias names anew are not known by what the catalog calls them.
  const known = range.alias?.colnames === undefined ? conditions : [];
  lowering.query?.addRead({
    relation,
    ...strongest(clausesFor(locks, alias)),
    only: range.inh !== true,
    unbounded,
    ...ownCondition(known, alias, alone),
  });
}

/**
 * The condition of an outer join says nothing of the rows that it keeps. WHERE that is not met by NULL makes a plain join of an outer
 * one; the rest of it says nothing of the side that may be missing.
 */
function join(node: JoinExpr, lowering: Lowering, context: FromContext): void {
  const conditional = node.quals !== undefined || node.usingClause !== undefined || node.isNatural === true;
  const { jointype = 'JOIN_INNER' } = node;
  const keepsLeft = !conditional || jointype === 'JOIN_LEFT' || jointype === 'JOIN_FULL';
  const keepsRight = !conditional || jointype === 'JOIN_RIGHT' || jointype === 'JOIN_FULL';
  if (node.join_using_alias !== undefined) lowering.needs.since(14, 'JOIN … USING (…) AS');
  const { conditions = [], unbounded } = context;
  const on = conjuncts(optionalExpression(node.quals, lowering));
  const side = (keeps: boolean): FromContext => ({
    ...context,
    alone: false,
    unbounded: unbounded && keeps,
    conditions: conditionsOn(keeps),
  });
  const conditionsOn = (keeps: boolean): readonly Expression[] => {
    if (jointype === 'JOIN_INNER') return [...conditions, ...on];
    if (jointype === 'JOIN_FULL') return conditions.filter(failsOnNull);
    return keeps ? conditions : [...conditions.filter(failsOnNull), ...on];
  };
  if (node.larg !== undefined) fromItem(node.larg, lowering, side(keepsLeft));
  if (node.rarg !== undefined) fromItem(node.rarg, lowering, side(keepsRight));
}
