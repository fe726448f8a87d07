import { isSystemName } from './catalog/resolve';
import type { Step } from './step';
import type { QueryWrite } from '../postgres/query';
import { boundsRows, comparedIn, comparedOf } from './bounded-rows';

/**
 * The writes of a step whose number of rows grows with a table that others use: no key or range of literals bounds them. `led`: those
 * too that look for few rows where no index leads to them.
 */
export function unboundedWrites(step: Step, led = false): readonly QueryWrite[] {
  return step.operations.flatMap((operation) => {
    if (operation.kind !== 'query' && operation.kind !== 'copy-from') return [];
    return operation.query.writes.filter(
      (write) =>
        !isSystemName(write.relation) &&
        !isBounded(write, operation.query.limited, step, led) &&
        !isNewRelation(step, write.relation.name),
    );
  });
}

/** INSERT … SELECT into a table that nobody uses yet, from one that others use: it takes as long as that is large. */
export function unboundedFills(step: Step): readonly QueryWrite[] {
  return step.operations.flatMap((operation) => {
    if (operation.kind !== 'query') return [];
    const { reads, writes, limited } = operation.query;
    // A view that is new may read what is not.
    const isLong =
      reads.some(({ relation }) => !isSystemName(relation) && !isNewRelation(step, relation.name)) ||
      step.locks.some(({ work, isNew, visible }) => work === 'scan' && visible && !isNew);
    return writes.filter(
      (write) =>
        isLong &&
        write.command === 'insert' &&
        !isBounded(write, limited, step, true) &&
        isNewRelation(step, write.relation.name),
    );
  });
}

/** A batch within a body may be one of a loop, which is one transaction. */
function isBounded(write: QueryWrite, limited: boolean, step: Step, led: boolean): boolean {
  if (write.command === 'insert') return write.valueRows !== null || (limited && picksFew(write, step, led));
  if (write.command === 'copy' || write.command === 'merge') return false;
  if (write.where === null) return false;
  if (write.batch === true && step.inner.length === 0) return true;
  return boundsRows(write.where, comparedOf(step.before, write.relation), led);
}

/** The query of an INSERT that nothing else bounds is bounded by its conditions as an UPDATE is. */
function picksFew({ picks = [] }: QueryWrite, { before }: Step, led: boolean): boolean {
  return picks.every(({ where, relation }) =>
    boundsRows(where, relation === null ? comparedIn(before, undefined) : comparedOf(before, relation), led),
  );
}

/** Whether a step touches a relation of the name that nobody else uses yet. */
export function isNewRelation(step: Step, name: string): boolean {
  return step.locks.some(
    (lock) => lock.isNew && (lock.relation.name === name || lock.relation.name.endsWith(`.${name}`)),
  );
}
