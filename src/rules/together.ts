import type { Origin } from '../analysis/catalog/relation';
import type { Session } from '../analysis/session';
import { lockTimeout } from '../analysis/settings';
import type { Step } from '../analysis/step';
import { atLeast } from '../postgres/lock-mode';
import type { OperationKind } from '../postgres/operation';
import type { RuleRun } from './rule';

/** The steps that ship with a step and come after it: of the known change set, else of its migration. With kinds, those with an operation of one. */
export function laterTogether(step: Step, run: RuleRun, ...kinds: readonly OperationKind[]): readonly Step[] {
  const later = run.knownChangeSet
    ? run.laterInChangeSet(step, ...kinds)
    : run.laterInMigration(step, ...kinds);
  return later.filter((each) => !each.rolledBack);
}

/** The steps that ship with a step and come before it. */
export function earlierTogether(
  step: Step,
  run: RuleRun,
  ...kinds: readonly OperationKind[]
): readonly Step[] {
  const earlier = run.knownChangeSet
    ? run.earlierInChangeSet(step, ...kinds)
    : run.earlierInMigration(step, ...kinds);
  return earlier.filter((each) => !each.rolledBack);
}

/** The session when the transaction of a step begins. */
export function startOfTransaction(step: Step, run: RuleRun): Session {
  return run.earlierInTransaction(step)[0]?.before ?? step.before;
}

/** The session when the transaction of a step ends. */
export function endOfTransaction(step: Step, run: RuleRun): Session {
  return run.laterInTransaction(step).at(-1)?.after ?? step.after;
}

/** The session when all that ships with a step has run. */
export function endTogether(step: Step, run: RuleRun): Session {
  return run.knownChangeSet ? run.finalSession : (run.stepsOf(step.migration).at(-1)?.after ?? step.after);
}

/** Whether something was made for certain by what ships together, so that no running client knows it. */
export function isMadeHere(origin: Origin, step: Step, run: RuleRun): boolean {
  if (origin.source !== 'migration' || !origin.certain || origin.transaction === null) return false;
  const start = run.knownChangeSet
    ? run.startSession.changeSetStart
    : (run.stepsOf(step.migration)[0]?.transaction ?? step.transaction);
  return origin.transaction >= start;
}

/** The same for a relation. Temporary ones are nobody else's at any time. */
export function isOurs(
  relation: { readonly origin: Origin; readonly persistence: string },
  step: Step,
  run: RuleRun,
): boolean {
  return relation.persistence === 'temporary' || isMadeHere(relation.origin, step, run);
}

/** Whether the wait for a lock of the step is bounded. */
export function hasLockTimeout(step: Step, run: RuleRun): boolean {
  const timeout = lockTimeout(step.before);
  return run.options.lockTimeout.setBy === 'elsewhere' || (typeof timeout === 'number' && timeout > 0);
}

/** Whether a statement uses tables that others use: it writes them, locks them as strongly, or reads all of one. */
export function usesTables(step: Step): boolean {
  return step.locks.some(
    (lock) => lock.visible && !lock.isNew && (atLeast(lock.mode, 'ROW EXCLUSIVE') || lock.work !== 'none'),
  );
}

/** Whether no other statement of its transaction uses tables that others use. */
export function isAlone(step: Step, run: RuleRun): boolean {
  if (!step.inTransaction) return true;
  const using = usersIn(run.steps).get(step.transaction);
  return using === undefined || using === step;
}

const users = new WeakMap<readonly Step[], ReadonlyMap<number, Step | 'several'>>();

/** By transaction, which of its steps uses tables that others use: asked for each step, looked up once a run. */
function usersIn(steps: readonly Step[]): ReadonlyMap<number, Step | 'several'> {
  const known = users.get(steps);
  if (known !== undefined) return known;
  const found = new Map<number, Step | 'several'>();
  for (const step of steps) {
    if (usesTables(step)) found.set(step.transaction, found.has(step.transaction) ? 'several' : step);
  }
  users.set(steps, found);
  return found;
}
