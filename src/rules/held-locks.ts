import { relationNamed } from '../analysis/catalog/find';
import { TEMPORARY_SCHEMA } from '../analysis/catalog/resolve';
import type { LockFact, Step } from '../analysis/step';
import { atLeast, conflicts } from '../postgres/lock-mode';
import type { RuleRun } from './rule';
import { strongLocks } from './strong-locks';
import { endOfTransaction } from './together';

/** A strong lock that an earlier statement of the transaction took and that is still held. */
export interface HeldFact {
  readonly step: Step;
  readonly lock: LockFact;
}

/** The strong locks that earlier statements of the transaction hold when a step runs, strongest of each relation, in the order taken. */
export function heldBefore(step: Step, run: RuleRun): readonly HeldFact[] {
  if (!step.inTransaction || (run.windowOf(step)?.first ?? step.index) >= step.index) return [];
  const held = new Map<number, HeldFact>();
  for (const earlier of run.earlierInTransaction(step)) {
    if (earlier.rolledBack) continue;
    for (const lock of strongLocks(earlier)) {
      if (lock.relation.kind.endsWith('index') || isOldTemporary(lock, earlier, step, run)) continue;
      const known = held.get(lock.relation.id);
      if (known === undefined || isStronger(lock, known.lock))
        held.set(lock.relation.id, { step: earlier, lock });
    }
  }
  return [...held.values()];
}

/**
 * What nobody knows and a statement drops, to make a temporary table of its name: it is a temporary one that an earlier run left
 * behind, `DROP TABLE IF EXISTS batch; CREATE TEMPORARY TABLE batch …`.
 */
function isOldTemporary({ relation }: LockFact, earlier: Step, step: Step, run: RuleRun): boolean {
  const dropped = earlier.before.catalog.relations.get(relation.id);
  if (dropped !== undefined && dropped.origin.source !== 'assumed') return false;
  if (step.before.catalog.relations.get(relation.id) !== undefined) return false;
  const name = relation.name.slice(relation.name.indexOf('.') + 1);
  const { catalog } = endOfTransaction(step, run);
  const all = [catalog, ...run.laterInTransaction(step).map(({ before }) => before.catalog)];
  return all.some((each) => relationNamed(each, { schema: TEMPORARY_SCHEMA, name }) !== undefined);
}

/** Of two locks on one relation the stronger one says what is closed. */
function isStronger(lock: LockFact, known: LockFact): boolean {
  return lock.mode !== known.mode && atLeast(lock.mode, known.mode);
}

/** `reads and writes of` or `writes to`: what a held mode keeps waiting. */
export function keptWaiting(held: readonly HeldFact[]): string {
  return held.some(({ lock }) => conflicts(lock.mode, 'ACCESS SHARE')) ? 'reads and writes of' : 'writes to';
}

/** `ACCESS EXCLUSIVE lock`, `SHARE and ACCESS EXCLUSIVE locks`: what is held. */
export function heldModes(held: readonly HeldFact[]): string {
  const modes = [...new Set(held.map(({ lock }) => lock.mode))];
  return `${modes.join(' and ')} ${modes.length === 1 ? 'lock' : 'locks'}`;
}
