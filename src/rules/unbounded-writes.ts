import { isSystemName } from '../analysis/catalog/resolve';
import type { Step } from '../analysis/step';
import type { Expression } from '../postgres/expression';
import { everyPart } from '../postgres/expression';
import type { QueryWrite } from '../postgres/query';

/** The writes of a step whose number of rows grows with a table that others use: no key or range of literals bounds them. */
export function unboundedWrites(step: Step): readonly QueryWrite[] {
  return step.operations.flatMap((operation) => {
    if (operation.kind !== 'query' && operation.kind !== 'copy-from') return [];
    return operation.query.writes.filter(
      (write) =>
        !isSystemName(write.relation) &&
        !isBounded(write, operation.query.limited, step.inner.length > 0) &&
        !isNewRelation(step, write.relation.name),
    );
  });
}

/** INSERT … SELECT into a table that nobody uses yet, from one that others use: it takes as long as that is large. */
export function unboundedFills(step: Step): readonly QueryWrite[] {
  return step.operations.flatMap((operation) => {
    if (operation.kind !== 'query' || operation.query.limited) return [];
    const { reads, writes } = operation.query;
    // A view that is new may read what is not.
    const isLong =
      reads.some(({ relation }) => !isSystemName(relation) && !isNewRelation(step, relation.name)) ||
      step.locks.some(({ work, isNew, visible }) => work === 'scan' && visible && !isNew);
    return writes.filter(
      (write) =>
        isLong &&
        write.command === 'insert' &&
        write.valueRows === null &&
        isNewRelation(step, write.relation.name),
    );
  });
}

/** A batch within a body may be one of a loop, which is one transaction. */
function isBounded(write: QueryWrite, limited: boolean, inBody: boolean): boolean {
  if (write.command === 'insert') return write.valueRows !== null || limited;
  if (write.command === 'copy' || write.command === 'merge') return false;
  return write.where !== null && ((write.batch === true && !inBody) || boundsRows(write.where));
}

/** A key compared with literals, a list of literals, or a subquery (which may have a LIMIT): few rows meet it. NULL tests and tautologies do not bound. */
export function boundsRows(where: Expression): boolean {
  switch (where.kind) {
    case 'and':
      return where.args.some(boundsRows);
    case 'or':
      return where.args.every(boundsRows);
    case 'in-list':
      return !where.negated && where.arg.kind === 'column';
    case 'between':
      return !where.negated && where.arg.kind === 'column';
    case 'operator':
      return (
        ['=', '<', '<=', '>', '>='].includes(where.name) && mentionsColumn(where) && mentionsValue(where)
      );
    case 'opaque':
    case 'subquery':
      return everyPart(where).some((part) => part.kind === 'subquery');
    case 'array':
    case 'call':
    case 'case':
    case 'cast':
    case 'coalesce':
    case 'collate':
    case 'column':
    case 'constant':
    case 'is-null':
    case 'not':
    case 'row':
    case 'special-value':
      return false;
  }
}

function mentionsColumn(expression: Expression): boolean {
  return everyPart(expression).some((part) => part.kind === 'column');
}

function mentionsValue(expression: Expression): boolean {
  return everyPart(expression).some(
    (part) => part.kind === 'constant' && part.value !== null && typeof part.value !== 'boolean',
  );
}

function isNewRelation(step: Step, name: string): boolean {
  return step.locks.some(
    (lock) => lock.isNew && (lock.relation.name === name || lock.relation.name.endsWith(`.${name}`)),
  );
}
