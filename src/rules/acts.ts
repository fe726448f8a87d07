import type { OperationAmong } from '../analysis/operation-among';
import type { Session } from '../analysis/session';
import type { Step } from '../analysis/step';
import type { Operation, OperationKind } from '../postgres/operation';

/** One operation of a step, with the session that it meets: its own, or that of a statement in a body that the step runs. */
export interface Act<K extends OperationKind> {
  readonly operation: OperationAmong<K>;
  readonly before: Session;
  /** All operations of its statement, itself too. */
  readonly statement: readonly Operation[];
  readonly text: string;
}

/**
 * The operations of a step of some kinds, those in bodies too. None where the server refuses the statement for what the catalog
 * says: nothing comes of it. A refusal of the transaction (25001) says nothing of the statement.
 */
export function actsOf<const K extends OperationKind>(step: Step, ...kinds: readonly K[]): readonly Act<K>[] {
  if (!step.operations.some((operation) => isAmong(operation, kinds))) return NONE;
  if (step.refusals.some(({ sqlState }) => sqlState !== '25001')) return NONE;
  const inner = step.inner.reduce((count, each) => count + each.operations.length, 0);
  const own = step.operations.slice(0, step.operations.length - inner);
  const statements = [
    { before: step.before, operations: own, text: step.statement.text },
    ...step.inner.map(({ before, operations, text }) => ({ before, operations, text })),
  ];
  return statements.flatMap(({ before, operations, text }) =>
    operations.flatMap((operation): readonly Act<K>[] =>
      isAmong(operation, kinds) ? [{ operation, before, statement: operations, text }] : [],
    ),
  );
}

const NONE: readonly never[] = [];

function isAmong<K extends OperationKind>(
  operation: Operation,
  kinds: readonly K[],
): operation is OperationAmong<K> {
  return (kinds as readonly OperationKind[]).includes(operation.kind);
}
