import type { ConstraintDefinition } from '../../../postgres/definition';
import type { RefusalClaim } from '../../../postgres/effects/refusal-claim';
import { columnsOf } from '../../../postgres/expression';
import type { OperationOf } from '../../../postgres/operation';
import type { Situation } from '../../roles/situation';
import { SYSTEM_COLUMNS, type RefusalJudge } from './names';

/** What CREATE TABLE says of columns, where it writes all of them itself. */
export const NEW_TABLE_REFUSALS = {
  'new-primary-keys': (situation) =>
    (written(situation)?.constraints.filter(({ kind }) => kind === 'primary-key').length ?? 0) > 1,
  'new-key-column-missing': (situation) =>
    lacksOne(situation, (constraint) =>
      constraint.kind === 'unique' || constraint.kind === 'primary-key'
        ? [...constraint.columns, ...constraint.include]
        : [],
    ),
  'new-column-twice': (situation) => {
    const columns = written(situation)?.columns ?? [];
    return new Set(columns.map(({ name }) => name)).size < columns.length;
  },
  'new-column-missing': (situation) => {
    const table = written(situation);
    if (table === undefined) return false;
    const keys = (table.partitioning?.keys ?? []).flatMap(({ column }) => column ?? []);
    return (
      keys.some((column) => isNone(table, column)) ||
      lacksOne(situation, (constraint) =>
        constraint.kind === 'check'
          ? columnsOf(constraint.expression).filter((column) => column !== table.table.name)
          : [],
      )
    );
  },
} satisfies Partial<Record<RefusalClaim, RefusalJudge>>;

function written({ operation }: Situation): OperationOf<'create-table'> | undefined {
  if (operation.kind !== 'create-table' || operation.partitionOf !== null || operation.ofType !== null)
    return undefined;
  return operation.inherits.length > 0 || operation.like.length > 0 ? undefined : operation;
}

function lacksOne(
  situation: Situation,
  columnsIn: (constraint: ConstraintDefinition) => readonly string[],
): boolean {
  const table = written(situation);
  return table?.constraints.some((each) => columnsIn(each).some((column) => isNone(table, column))) === true;
}

function isNone({ columns }: OperationOf<'create-table'>, column: string): boolean {
  return !SYSTEM_COLUMNS.has(column) && columns.every(({ name }) => name !== column);
}
