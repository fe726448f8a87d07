import type { Gap } from '../sql/gap';
import type { Transaction } from '../sql/fragment';
import type { SourceFile } from '../sql/source';
import type { LockWindow } from './lock-window';
import type { Session } from './session';
import type { Step } from './step';

/** One judged migration of a run, as rules see it. */
export interface RunMigration {
  readonly index: number;
  readonly source: SourceFile;
  readonly tool: string;
  readonly sequence: string;
  readonly status: 'added' | 'modified' | 'renamed' | 'deleted' | 'unknown';
  readonly direction: 'up' | 'down';
  readonly transaction: Transaction;
  readonly version: string | null;
  /** Sorts it within its sequence, as the tool does. */
  readonly order: readonly (string | number)[];
  /** Indexes into `steps`, in the order they run. */
  readonly steps: readonly number[];
  readonly gaps: readonly Gap[];
}

/** What came of all judged migrations: rules ask it what stands before and after a step. Built once, so that no question walks all steps. */
export interface Run {
  readonly major: number;
  readonly steps: readonly Step[];
  readonly migrations: readonly RunMigration[];
  /** The migrations are known to ship together. */
  readonly knownChangeSet: boolean;
  readonly finalSession: Session;
  /** Steps of the same transaction after this one, in order. */
  laterInTransaction(step: Step): readonly Step[];
  /** Steps of the same transaction before this one, in order. */
  earlierInTransaction(step: Step): readonly Step[];
  /** All judged steps after this one: later in its migration and in the migrations that follow. */
  laterInChangeSet(step: Step): readonly Step[];
  earlierInChangeSet(step: Step): readonly Step[];
  /** The lock window of the step's transaction, null where no strong lock is held. */
  windowOf(step: Step): LockWindow | null;
  readonly windows: readonly LockWindow[];
}
