import type { Gap } from '../sql/gap';
import type { Transaction } from '../sql/fragment';
import type { OperationKind } from '../postgres/operation';
import type { FilePath, SourceFile } from '../sql/source';
import type { LockWindow } from './lock-window';
import { lockWindows } from './lock-window';
import type { Session } from './session';
import type { Step } from './step';

/** What the caller knows of a migration, and rules may ask. */
export interface MigrationFacts {
  readonly path: FilePath;
  readonly source: SourceFile;
  readonly tool: string;
  /** What one runner runs in one order. */
  readonly sequence: string;
  readonly direction: 'up' | 'down';
  readonly status: 'added' | 'modified' | 'renamed' | 'deleted' | 'unknown';
  readonly previousPath: FilePath | null;
  /** What the runner orders by, where it is part of the name. */
  readonly version: string | null;
  readonly transaction: Transaction;
  /** Its place in the tool's own order, among all of its sequence; absent where nobody knows it. */
  readonly place?: number;
  /** The text at the base, where the change set edits a file that was there. */
  readonly before?: string;
  /** Whether there is a way back; absent where the tool has none, or nobody looked. */
  readonly hasDown?: boolean;
}

/** Any migration of the sequence, in the order in which they are read. */
export interface Neighbour extends MigrationFacts {
  /** False: it was there before, and is not judged. */
  readonly judged: boolean;
}

/** A judged migration with its place in the run. */
export interface RunMigration extends MigrationFacts {
  readonly index: number;
  readonly steps: readonly Step[];
  /** What of its text could not be read, in the order of the text; gaps inside of statements are at their steps. */
  readonly gaps: readonly Gap[];
}

/** What rules ask: what comes earlier and later, and what the catalog is at the end. */
export interface Run {
  readonly major: number;
  /** All judged steps, in the order they run. `steps[step.index]` is the step. */
  readonly steps: readonly Step[];
  readonly migrations: readonly RunMigration[];
  /** All migrations of the sequence, those of history too. */
  readonly neighbours: readonly Neighbour[];
  readonly windows: readonly LockWindow[];
  /** The session before the first judged statement, and after the last. */
  readonly startSession: Session;
  readonly finalSession: Session;
  /** The migrations are known to ship together. */
  readonly knownChangeSet: boolean;
  stepsOf(migration: number): readonly Step[];
  /**
   * The steps before and after it that share its transaction, without it; none in autocommit. Here as below, where kinds are
   * named, only those with an operation of one of them: a rule that asks so does not look at each step for each step.
   */
  earlierInTransaction(step: Step, ...kinds: readonly OperationKind[]): readonly Step[];
  laterInTransaction(step: Step, ...kinds: readonly OperationKind[]): readonly Step[];
  earlierInMigration(step: Step, ...kinds: readonly OperationKind[]): readonly Step[];
  laterInMigration(step: Step, ...kinds: readonly OperationKind[]): readonly Step[];
  earlierInChangeSet(step: Step, ...kinds: readonly OperationKind[]): readonly Step[];
  laterInChangeSet(step: Step, ...kinds: readonly OperationKind[]): readonly Step[];
  /** The lock window that the step is in; null where its transaction has none, or it comes before the first strong lock. */
  windowOf(step: Step): LockWindow | null;
}

/** A run over what `analyze` gives. Look-ups cost what they return. */
export function runOf(
  start: Session,
  final: Session,
  steps: readonly Step[],
  migrations: readonly (MigrationFacts & { readonly gaps: readonly Gap[] })[],
  neighbours: readonly Neighbour[],
): Run {
  const byMigration = migrations.map(() => [] as Step[]);
  const ends = new Map<number, { first: number; last: number; isMixed: boolean }>();
  for (const step of steps) {
    byMigration[step.migration]?.push(step);
    const known = ends.get(step.transaction);
    if (known === undefined)
      ends.set(step.transaction, { first: step.index, last: step.index, isMixed: false });
    else {
      // Another connection sent something in between.
      if (known.last !== step.index - 1) known.isMixed = true;
      known.last = step.index;
    }
  }
  const windows = lockWindows(steps);
  const windowOfTransaction = new Map(windows.map((window) => [window.transaction, window]));
  const inTransaction = (
    step: Step,
    start: number,
    end: number,
    kinds: readonly OperationKind[],
  ): readonly Step[] => {
    const found = between(start, end, kinds);
    return ends.get(step.transaction)?.isMixed === true
      ? found.filter(({ transaction }) => transaction === step.transaction)
      : found;
  };
  const inMigration = (step: Step): readonly Step[] => byMigration[step.migration] ?? [];
  const between = betweenOf(steps);
  return {
    major: start.major,
    steps,
    migrations: migrations.map((facts, index) => ({ index, steps: byMigration[index] ?? [], ...facts })),
    neighbours,
    windows,
    startSession: start,
    finalSession: final,
    knownChangeSet: start.knownChangeSet,
    stepsOf: (migration) => byMigration[migration] ?? [],
    earlierInTransaction: (step, ...kinds) =>
      inTransaction(step, ends.get(step.transaction)?.first ?? step.index, step.index, kinds),
    laterInTransaction: (step, ...kinds) =>
      inTransaction(step, step.index + 1, (ends.get(step.transaction)?.last ?? step.index) + 1, kinds),
    earlierInMigration: (step, ...kinds) =>
      between(inMigration(step)[0]?.index ?? step.index, step.index, kinds),
    laterInMigration: (step, ...kinds) =>
      between(step.index + 1, (inMigration(step).at(-1)?.index ?? step.index) + 1, kinds),
    earlierInChangeSet: (step, ...kinds) => between(0, step.index, kinds),
    laterInChangeSet: (step, ...kinds) => between(step.index + 1, steps.length, kinds),
    windowOf(step) {
      const window = windowOfTransaction.get(step.transaction);
      return window === undefined || step.index < window.first ? null : window;
    },
  };
}

type Between = (start: number, end: number, kinds: readonly OperationKind[]) => readonly Step[];

/** Steps from one index to another, the end exclusive; with kinds, those of them that perform one. */
function betweenOf(steps: readonly Step[]): Between {
  const byKind = new Map<OperationKind, Step[]>();
  let indexed = 0;
  const ofKind = (kind: OperationKind): readonly Step[] => {
    for (; indexed < steps.length; indexed += 1) {
      const step = steps[indexed];
      for (const each of new Set(step?.operations.map((operation) => operation.kind))) {
        const known = byKind.get(each);
        if (step === undefined) continue;
        if (known === undefined) byKind.set(each, [step]);
        else known.push(step);
      }
    }
    return byKind.get(kind) ?? [];
  };
  return (start, end, kinds) => {
    if (kinds.length === 0) return steps.slice(start, end);
    const found = kinds.map((kind) => {
      const all = ofKind(kind);
      return all.slice(placeOf(all, start), placeOf(all, end));
    });
    const [only = []] = found;
    if (found.length === 1) return only;
    return [...new Set(found.flat())].sort((one, other) => one.index - other.index);
  };
}

/** How many of the steps come before an index. */
function placeOf(steps: readonly Step[], index: number): number {
  let low = 0;
  let high = steps.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((steps[middle]?.index ?? index) < index) low = middle + 1;
    else high = middle;
  }
  return low;
}
