import type { Node, UpdateStmt } from '@pgsql/types';
import type { Expression } from '../../postgres/expression';
import { expression, optionalExpression } from './expression';
import { fromItems } from './from-item';
import { targetColumns } from './insert';
import type { Lowering } from './lowering';
import { relationName } from './names';
import { isNever } from './never';
import { conjuncts, targetCondition } from './own-conditions';
import type { Outcome } from './query';
import { chooses } from './query';
import { returning } from './returning';
import { joinsBatch, withClause } from './with-clause';

/** Reads an UPDATE. */
export function update(node: UpdateStmt, outside: Lowering, top: boolean): Outcome {
  const lowering = withClause(node.withClause, outside);
  const where = optionalExpression(node.whereClause, lowering);
  const limited = chooses(where);
  lowering.query?.addWrite({
    relation: relationName(node.relation),
    command: 'update',
    only: node.relation?.inh !== true,
    columns: targetColumns(node.targetList),
    where,
    ...targetCondition(node.relation, where, node.fromClause === undefined),
    ...(isNever(where) ? { never: true } : {}),
    valueRows: null,
    values: [assignedValues(node.targetList, lowering)],
    onConflict: 'none',
    ...(where !== null && joinsBatch(node.fromClause, lowering) ? { batch: true } : {}),
  });
  fromItems(node.fromClause, lowering, {
    unbounded: top && !limited,
    conditions: conjuncts(where),
    alone: false,
  });
  return { columns: returning(node.returningClause, lowering), limited };
}

/** The values of SET, one a column; a column of `(a, b) = (…)` has its own part of the row, or all of the subquery. */
export function assignedValues(
  nodes: readonly Node[] | undefined,
  lowering: Lowering,
): readonly Expression[] {
  let row: Expression | null = null;
  return (nodes ?? []).flatMap((node) => {
    const value = 'ResTarget' in node ? node.ResTarget.val : undefined;
    if (value === undefined) return [];
    if (!('MultiAssignRef' in value)) return [expression(value, lowering)];
    const { source, colno = 1 } = value.MultiAssignRef;
    // The parser repeats the source at each column: it is read once.
    if (colno === 1 || row === null) row = source === undefined ? null : expression(source, lowering);
    if (row === null) return [];
    return [row.kind === 'row' ? (row.args[colno - 1] ?? row) : row];
  });
}
