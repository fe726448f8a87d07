import type { RelationReference, Step } from '../analysis/step';
import { conflicts } from '../postgres/lock-mode';
import { heldBefore } from './held-locks';
import type { RuleRun } from './rule';
import { strongLocks } from './strong-locks';
import { unlessHeld, whatIsStopped } from './words';

/** What earlier statements of the transaction keep closed while a step does its work, beyond what its own locks stop. */
export interface Meanwhile {
  /** A clause that can stand behind a message; empty where there is nothing. */
  readonly clause: string;
  readonly relations: readonly RelationReference[];
}

export function meanwhile(step: Step, run: RuleRun): Meanwhile {
  const own = new Map(strongLocks(step).map((lock) => [lock.relation.id, lock.mode]));
  const held = heldBefore(step, run).filter(({ lock }) => {
    const mode = own.get(lock.relation.id);
    return mode === undefined || (!conflicts(mode, 'ACCESS SHARE') && conflicts(lock.mode, 'ACCESS SHARE'));
  });
  if (held.length === 0) return { clause: '', relations: [] };
  const locks = held.map(({ lock }) => lock);
  return {
    clause: `; meanwhile ${whatIsStopped(locks)} wait for what this transaction did before${unlessHeld(locks)}`,
    relations: locks.map(({ relation }) => relation),
  };
}
