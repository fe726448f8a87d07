import type { LockMode } from '../postgres/lock-mode';
import { atLeast } from '../postgres/lock-mode';
import type { Work } from '../postgres/effects/effect';
import type { LockFact, RelationReference, Step } from './step';

/** One relation that a lock window keeps closed. */
export interface WindowLock {
  readonly relation: RelationReference;
  /** The strongest mode that the transaction takes on it. */
  readonly mode: LockMode;
  /** The index of the step that first takes a strong mode on it. */
  readonly step: number;
  readonly certainty: 'certain' | 'assumed';
}

/** From the first strong lock (SHARE or more, on a visible relation that is not new) of a transaction to its end. */
export interface LockWindow {
  readonly transaction: number;
  /** Indexes of steps: the first that takes a strong lock, and the last of the transaction. */
  readonly first: number;
  readonly last: number;
  /** In the order in which the relations are first closed. */
  readonly locks: readonly WindowLock[];
  /** What is done inside it and grows with a table, in order. */
  readonly work: readonly {
    readonly step: number;
    readonly relation: RelationReference;
    readonly work: Work;
  }[];
}

/** The lock windows of a run, in order. Steps that are certainly rolled back hold their locks too. */
export function lockWindows(steps: readonly Step[]): readonly LockWindow[] {
  const transactions = new Map<number, Step[]>();
  for (const step of steps) {
    const known = transactions.get(step.transaction);
    if (known === undefined) transactions.set(step.transaction, [step]);
    else known.push(step);
  }
  return [...transactions.values()].flatMap((each) => windowOf(each) ?? []).sort((a, b) => a.first - b.first);
}

/** Whether a lock opens a window. */
export function isStrong(lock: LockFact): boolean {
  return atLeast(lock.mode, 'SHARE') && lock.visible && !lock.isNew;
}

function windowOf(steps: readonly Step[]): LockWindow | null {
  const first = steps.findIndex((step) => step.locks.some(isStrong));
  const inside = first === -1 ? [] : steps.slice(first);
  const [opening] = inside;
  const last = inside.at(-1);
  if (opening === undefined || last === undefined) return null;
  const locks = new Map<number, WindowLock>();
  for (const step of inside) {
    for (const lock of step.locks.filter(isStrong)) {
      const held = locks.get(lock.relation.id);
      if (held !== undefined && atLeast(held.mode, lock.mode)) continue;
      locks.set(lock.relation.id, {
        relation: held?.relation ?? lock.relation,
        mode: lock.mode,
        step: held?.step ?? step.index,
        certainty: lock.certainty,
      });
    }
  }
  return {
    transaction: opening.transaction,
    first: opening.index,
    last: last.index,
    locks: [...locks.values()],
    work: inside.flatMap((step) =>
      step.locks
        .filter((lock) => lock.work !== 'none' && !lock.isNew)
        .map((lock) => ({ step: step.index, relation: lock.relation, work: lock.work })),
    ),
  };
}
