import type { BodyStatement } from '../postgres/body';
import type { Operation } from '../postgres/operation';
import { creationsOf } from './catalog/mention';

/** The names, without their schemas, of all that operations make or rename something to, also in the bodies that they run. */
export function namesMade(operations: readonly Operation[]): readonly string[] {
  return operations.flatMap((operation) =>
    operation.kind === 'do-block'
      ? operationsIn(operation.body.statements).flatMap((each) => namesMade([each]))
      : [...creationsOf(operation).map(({ name }) => name), ...othersMade(operation)],
  );
}

/** All that the statements of a body may do, whichever branch they stand in. */
export function operationsIn(statements: readonly BodyStatement[]): readonly Operation[] {
  return statements.flatMap((statement): readonly Operation[] => {
    switch (statement.kind) {
      case 'sql':
        return statement.operations;
      case 'branch':
        return statement.branches.flatMap(({ body }) => operationsIn(body));
      case 'loop':
        return [...statement.query, ...operationsIn(statement.body)];
      case 'block':
        return [
          ...operationsIn(statement.body),
          ...statement.handlers.flatMap(({ body }) => operationsIn(body)),
        ];
      case 'raise':
      case 'return':
      case 'commit':
      case 'rollback':
      case 'unread':
        return [];
    }
  });
}

/** What is no relation, and new names of what is. */
function othersMade(operation: Operation): readonly string[] {
  const { kind } = operation;
  if (
    kind === 'create-enum' ||
    kind === 'create-composite-type' ||
    kind === 'create-range-type' ||
    kind === 'create-base-type'
  )
    return [operation.type.name];
  if (kind === 'create-domain') return [operation.domain.name];
  if (kind === 'create-function' || kind === 'create-object') return [operation.name.name];
  if (kind === 'create-schema') return [operation.schema];
  if (kind === 'create-extension') return [operation.extension];
  if (kind === 'create-publication') return [operation.publication];
  if (kind === 'rename-table' || kind === 'rename-schema') return [operation.to];
  return kind === 'alter-object' && operation.to !== null ? [operation.to] : [];
}
