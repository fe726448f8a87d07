import type { HeldLock } from '../analysis/session';
import type { LockFact, Step } from '../analysis/step';
import { isHeldUp } from '../postgres/effects/effects';
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
    const held = transaction.held.find(
      ({ relation, mode, visible }) =>
        visible && relation === lock.relation.id && isHeldUp(lock.effects, lock.mode, mode),
    );
    if (held !== undefined) return { step, lock, held };
  }
  return undefined;
}
