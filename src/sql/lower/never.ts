import type { SelectStmt } from '@pgsql/types';
import type { Expression } from '../../postgres/expression';
import { everyPart } from '../../postgres/expression';
import type { QueryColumn } from '../../postgres/query';

/** WHERE false, and 1 = 0: no row is read. */
export function isNever(where: Expression | null): boolean {
  if (where?.kind === 'constant') return where.value === false || where.value === null;
  if (where?.kind === 'and') return where.args.some(isNever);
  return (
    where?.kind === 'operator' &&
    where.name === '=' &&
    where.left?.kind === 'constant' &&
    where.right.kind === 'constant' &&
    typeof where.left.value === 'number' &&
    typeof where.right.value === 'number' &&
    where.left.value !== where.right.value
  );
}

/** Whether a SELECT without set operations gives no row for certain. An aggregate gives one of no rows, and any call may be one. */
export function selectsNothing(
  node: SelectStmt,
  where: Expression | null,
  columns: readonly (QueryColumn | null)[],
): boolean {
  const { limitCount, groupClause, havingClause, targetList = [] } = node;
  if (limitCount !== undefined && 'A_Const' in limitCount && limitCount.A_Const.ival !== undefined)
    if ((limitCount.A_Const.ival.ival ?? 0) === 0) return true;
  const plain = groupClause === undefined && havingClause === undefined;
  const told = columns.every((column, at) => (column === null ? isStar(targetList[at]) : isRow(column)));
  return isNever(where) && plain && told;
}

function isRow({ expression }: QueryColumn): boolean {
  return everyPart(expression).every(({ kind }) => kind !== 'call' && kind !== 'opaque');
}

function isStar(target: NonNullable<SelectStmt['targetList']>[number] | undefined): boolean {
  const value = target !== undefined && 'ResTarget' in target ? target.ResTarget.val : undefined;
  const last = value !== undefined && 'ColumnRef' in value ? value.ColumnRef.fields?.at(-1) : undefined;
  return last !== undefined && 'A_Star' in last;
}
