import type { Gap } from '../sql/gap';
import type { Transaction } from '../sql/fragment';
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
  /** The steps before and after it that share its transaction, without it; none in autocommit. */
  earlierInTransaction(step: Step): readonly Step[];
  laterInTransaction(step: Step): readonly Step[];
  earlierInMigration(step: Step): readonly Step[];
  laterInMigration(step: Step): readonly Step[];
  earlierInChangeSet(step: Step): readonly Step[];
  laterInChangeSet(step: Step): readonly Step[];
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
  const ends = new Map<number, { first: number; last: number }>();
  for (const step of steps) {
    byMigration[step.migration]?.push(step);
    const known = ends.get(step.transaction);
    if (known === undefined) ends.set(step.transaction, { first: step.index, last: step.index });
    else known.last = step.index;
  }
  const windows = lockWindows(steps);
  const windowOfTransaction = new Map(windows.map((window) => [window.transaction, window]));
  const bounds = (step: Step): { readonly first: number; readonly last: number } =>
    ends.get(step.transaction) ?? { first: step.index, last: step.index };
  const inMigration = (step: Step): readonly Step[] => byMigration[step.migration] ?? [];
  const placeInMigration = (step: Step): number => step.index - (inMigration(step)[0]?.index ?? step.index);
  return {
    major: start.major,
    steps,
    migrations: migrations.map((facts, index) => ({ ...facts, index, steps: byMigration[index] ?? [] })),
    neighbours,
    windows,
    startSession: start,
    finalSession: final,
    knownChangeSet: start.knownChangeSet,
    stepsOf: (migration) => byMigration[migration] ?? [],
    earlierInTransaction: (step) => steps.slice(bounds(step).first, step.index),
    laterInTransaction: (step) => steps.slice(step.index + 1, bounds(step).last + 1),
    earlierInMigration: (step) => inMigration(step).slice(0, placeInMigration(step)),
    laterInMigration: (step) => inMigration(step).slice(placeInMigration(step) + 1),
    earlierInChangeSet: (step) => steps.slice(0, step.index),
    laterInChangeSet: (step) => steps.slice(step.index + 1),
    windowOf(step) {
      const window = windowOfTransaction.get(step.transaction);
      return window === undefined || step.index < window.first ? null : window;
    },
  };
}
