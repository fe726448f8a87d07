import type { QueryRead } from '../postgres/query';
import type { Step } from './step';
import { isNewRelation } from './unbounded-writes';

/** What a SELECT reads all rows of, of tables that others use. Statements that write are `unboundedWrites`. */
export function unboundedReads(step: Step): readonly QueryRead[] {
  return step.operations.flatMap((operation) => {
    if (operation.kind !== 'query' || operation.command !== 'select' || operation.query.writes.length > 0)
      return [];
    return operation.query.reads.filter((read) => read.unbounded && !isNewRelation(step, read.relation.name));
  });
}
