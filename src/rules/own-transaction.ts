import type { HeldLock } from '../analysis/session';
import type { LockFact, Step } from '../analysis/step';
import type { LockMode } from '../postgres/lock-mode';
import { conflicts, stronger } from '../postgres/lock-mode';
import type { Operation } from '../postgres/operation';
import type { RuleRun } from './rule';

/** A statement of one connection that waits for a transaction which the same migration has open on another one. */
export interface OwnWait {
  readonly step: Step;
  readonly lock: LockFact;
  readonly held: HeldLock;
}

/**
 * The first statement of each migration that waits for the migration itself: the transaction in its way goes on only when this
 * statement is done. What comes after it never runs.
 */
export function waitsForItself(run: RuleRun): readonly OwnWait[] {
  return run.migrations.flatMap(({ steps }) => {
    const last = new Map<number | undefined, Step>();
    for (const step of steps) {
      const { connection } = step.statement.fragment;
      last.delete(connection);
      const wait = [...last.values()].flatMap((other) => waitOf(step, other) ?? [])[0];
      if (wait !== undefined) return wait;
      last.set(connection, step);
    }
    return [];
  });
}

/** The transaction of a call is over when the call is. A relation that a transaction made nobody else sees. */
function waitOf(step: Step, { after: { transaction } }: Step): OwnWait | undefined {
  if (transaction === null || transaction.opener === 'call') return undefined;
  for (const lock of step.locks) {
    const asked = waitedFor(step.operations, lock.mode);
    const held = transaction.held.find(
      ({ relation, mode, visible }) => visible && relation === lock.relation.id && conflicts(mode, asked),
    );
    if (held !== undefined) return { step, lock, held };
  }
  return undefined;
}

/**
 * The mode with which a statement waits for others. CONCURRENTLY takes a weak lock and waits for those who hold what conflicts with
 * a stronger one. Measured on 11 and 18.
 */
function waitedFor(operations: readonly Operation[], mode: LockMode): LockMode {
  return operations.reduce((asked, operation) => stronger(asked, waitModeOf(operation)), mode);
}

function waitModeOf(operation: Operation): LockMode {
  if (!('concurrently' in operation) || !operation.concurrently) return 'ACCESS SHARE';
  if (operation.kind === 'create-index') return 'SHARE';
  return operation.kind === 'refresh-materialized-view' ? 'ACCESS SHARE' : 'ACCESS EXCLUSIVE';
}
