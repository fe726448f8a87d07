import type { Node, SelectStmt } from '@pgsql/types';
import type { RelationName } from '../../postgres/name';
import type { QueryColumn } from '../../postgres/query';
import { expression, optionalExpression } from './expression';
import { fromItems } from './from-item';
import type { LockingClauses } from './locking';
import { lockingClauses } from './locking';
import type { Lowering } from './lowering';
import { mentions } from './mentions';
import { isNever, selectsNothing } from './never';
import { relationName } from './names';
import { conjuncts } from './own-conditions';
import type { Outcome } from './query';
import { chooses } from './query';
import { resultColumns } from './result-columns';
import { valuesList } from './values-list';
import { withClause } from './with-clause';
import { isWrittenOut } from './written-out';

/** Reads a SELECT, VALUES or set operation. */
export function select(
  node: SelectStmt,
  lowering: Lowering,
  top: boolean,
  outerLocks: LockingClauses,
): Outcome {
  const inside = withClause(node.withClause, lowering);
  if (node.op === undefined || node.op === 'SETOP_NONE') {
    const outcome = simpleSelect(node, inside, top, outerLocks);
    return isBare(node) ? { bare: true, ...outcome } : outcome;
  }
  // UNION associates to the left: a thousand arms are a thousand levels, so they are read without recursion.
  const outcomes: Outcome[] = [];
  let limited = false;
  const open: SelectStmt[] = [node];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    const { larg, rarg } = next;
    const compound =
      next.op !== undefined && next.op !== 'SETOP_NONE' && larg !== undefined && rarg !== undefined;
    if (!compound || (next !== node && next.withClause !== undefined)) {
      outcomes.push(select(next, inside, top && !limited, outerLocks));
    } else {
      if (next === node) limited = isLimited(node);
      mentionAll([next.limitCount, next.limitOffset, ...(next.sortClause ?? [])], inside);
      open.push(rarg, larg);
    }
  }
  const columns = outcomes[0]?.columns ?? [];
  const never = outcomes.every((each) => each.never === true);
  if (limited || never) return { columns, limited: true, ...(never ? { never } : {}) };
  const picks = outcomes.flatMap((each) => each.picks ?? []);
  return { columns, limited: outcomes.every((each) => each.limited), picks };
}

/** Reads a SELECT whose WITH is read already. */
function simpleSelect(
  node: SelectStmt,
  lowering: Lowering,
  top: boolean,
  outerLocks: LockingClauses,
): Outcome {
  if (node.valuesLists !== undefined) return values(node, lowering);
  const locks = [...outerLocks, ...lockingClauses(node.lockingClause)];
  const where = optionalExpression(node.whereClause, lowering);
  const limited = isLimited(node);
  const bounded = limited || chooses(where) || isNever(where);
  fromItems(node.fromClause, lowering, {
    unbounded: top && !bounded,
    locks,
    conditions: conjuncts(where),
  });
  const columns = resultColumns(node.targetList, lowering);
  const { groupClause = [], windowClause = [], sortClause = [], distinctClause = [] } = node;
  mentionAll(
    [...groupClause, node.havingClause, ...windowClause, ...sortClause, ...distinctClause],
    lowering,
  );
  mentionAll([node.limitCount, node.limitOffset], lowering);
  if (node.limitOption === 'LIMIT_OPTION_WITH_TIES') lowering.needs.since(13, 'FETCH FIRST … WITH TIES');
  if (node.groupDistinct === true) lowering.needs.since(14, 'GROUP BY DISTINCT');
  if (selectsNothing(node, where, columns)) return { columns, limited: true, never: true };
  if (limited || isNever(where) || isWrittenOut(node.fromClause)) return { columns, limited: true };
  const picks = where === null ? [] : [{ where, relation: onlyRelation(node.fromClause) }];
  return { columns, limited: bounded, picks };
}

const PARTS_OF_BARE: readonly string[] = ['targetList', 'lockingClause', 'limitOption', 'op'];

function isBare(node: SelectStmt): boolean {
  return Object.keys(node).every((part) => PARTS_OF_BARE.includes(part));
}

function onlyRelation(from: readonly Node[] | undefined): RelationName | null {
  const [only, ...others] = from ?? [];
  return only !== undefined && 'RangeVar' in only && others.length === 0 ? relationName(only.RangeVar) : null;
}

function values(node: SelectStmt, lowering: Lowering): Outcome {
  const [first = []] = valuesList(node.valuesLists ?? [], lowering);
  const columns: readonly QueryColumn[] = first.map((each, at) => ({
    name: `column${at + 1}`,
    expression: each,
  }));
  mentionAll([node.limitCount, node.limitOffset, ...(node.sortClause ?? [])], lowering);
  return { columns, limited: true };
}

/** LIMIT with anything but NULL or ALL. */
function isLimited(node: SelectStmt): boolean {
  const count = node.limitCount;
  return count !== undefined && !('A_Const' in count && count.A_Const.isnull === true);
}

function mentionAll(nodes: readonly (Node | undefined)[], lowering: Lowering): void {
  for (const node of nodes) {
    if (node === undefined) continue;
    if ('SortBy' in node && node.SortBy.node !== undefined) expression(node.SortBy.node, lowering);
    else mentions(node, lowering);
  }
}
