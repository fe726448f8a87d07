import type { DeleteStmt } from '@pgsql/types';
import { optionalExpression } from './expression';
import { fromItems } from './from-item';
import type { Lowering } from './lowering';
import { relationName } from './names';
import { isNever } from './never';
import { conjuncts, targetCondition } from './own-conditions';
import type { Outcome } from './query';
import { chooses } from './query';
import { returning } from './returning';
import { joinsBatch, withClause } from './with-clause';

/** Reads a DELETE. */
export function deleteFrom(node: DeleteStmt, outside: Lowering, top: boolean): Outcome {
  const lowering = withClause(node.withClause, outside);
  const where = optionalExpression(node.whereClause, lowering);
  const limited = chooses(where);
  lowering.query?.addWrite({
    relation: relationName(node.relation),
    command: 'delete',
    only: node.relation?.inh !== true,
    columns: [],
    where,
    ...targetCondition(node.relation, where, node.usingClause === undefined),
    ...(isNever(where) ? { never: true } : {}),
    valueRows: null,
    values: [],
    onConflict: 'none',
    ...(where !== null && joinsBatch(node.usingClause, lowering) ? { batch: true } : {}),
  });
  fromItems(node.usingClause, lowering, {
    unbounded: top && !limited,
    conditions: conjuncts(where),
    alone: false,
  });
  return { columns: returning(node.returningClause, lowering), limited };
}
