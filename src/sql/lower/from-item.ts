import type { JoinExpr, Node, RangeVar } from '@pgsql/types';
import { expression } from './expression';
import type { LockingClauses } from './locking';
import { clausesFor, clausesInside, strongest } from './locking';
import type { Lowering } from './lowering';
import { MAX_DEPTH } from './lowering';
import { mentions } from './mentions';
import { relationName } from './names';
import { queryStatement } from './query';
import { isWithName } from './with-clause';

/** Reads one item of FROM or USING; `unbounded` as in `QueryRead`. */
export function fromItem(node: Node, lowering: Lowering, unbounded: boolean, locks: LockingClauses): void {
  const { nesting } = lowering;
  if (nesting.depth >= MAX_DEPTH) {
    mentions(node, lowering);
    return;
  }
  nesting.depth += 1;
  dispatch(node, lowering, unbounded, locks);
  nesting.depth -= 1;
}

/** Reads all items of a FROM clause. */
export function fromItems(
  nodes: readonly Node[] | undefined,
  lowering: Lowering,
  unbounded: boolean,
  locks: LockingClauses = [],
): void {
  for (const node of nodes ?? []) fromItem(node, lowering, unbounded, locks);
}

function dispatch(node: Node, lowering: Lowering, unbounded: boolean, locks: LockingClauses): void {
  if ('RangeVar' in node) {
    readRelation(node.RangeVar, lowering, unbounded, locks);
  } else if ('JoinExpr' in node) {
    join(node.JoinExpr, lowering, unbounded, locks);
  } else if ('RangeSubselect' in node) {
    const { subquery, alias } = node.RangeSubselect;
    if (alias === undefined) lowering.needs.since(16, 'a subquery in FROM without an alias');
    if (subquery !== undefined)
      queryStatement(subquery, lowering, false, clausesInside(locks, alias?.aliasname ?? ''));
  } else if ('RangeTableSample' in node) {
    const { relation, args = [], repeatable } = node.RangeTableSample;
    if (relation !== undefined) fromItem(relation, lowering, false, locks);
    for (const each of repeatable === undefined ? args : [...args, repeatable]) expression(each, lowering);
  } else {
    mentions(node, lowering);
  }
}

function readRelation(range: RangeVar, lowering: Lowering, unbounded: boolean, locks: LockingClauses): void {
  const relation = relationName(range);
  if (relation.schema === null && isWithName(relation.name, lowering.withNames)) return;
  lowering.query?.addRead({
    relation,
    ...strongest(clausesFor(locks, range.alias?.aliasname ?? relation.name)),
    only: range.inh !== true,
    unbounded,
  });
}

function join(node: JoinExpr, lowering: Lowering, unbounded: boolean, locks: LockingClauses): void {
  const conditional = node.quals !== undefined || node.usingClause !== undefined || node.isNatural === true;
  const keepsLeft = !conditional || node.jointype === 'JOIN_LEFT' || node.jointype === 'JOIN_FULL';
  const keepsRight = !conditional || node.jointype === 'JOIN_RIGHT' || node.jointype === 'JOIN_FULL';
  if (node.join_using_alias !== undefined) lowering.needs.since(14, 'JOIN … USING (…) AS');
  if (node.larg !== undefined) fromItem(node.larg, lowering, unbounded && keepsLeft, locks);
  if (node.rarg !== undefined) fromItem(node.rarg, lowering, unbounded && keepsRight, locks);
  if (node.quals !== undefined) expression(node.quals, lowering);
}
