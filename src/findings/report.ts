import type { Gap } from '../sql/gap';
import type { Place } from '../sql/line-map';
import type { FilePath, SourceFile } from '../sql/source';
import type { Transaction } from '../sql/fragment';
import type { LockFact, Step } from '../analysis/step';
import type { LockWindow } from '../analysis/lock-window';
import type { Finding, Risk } from './finding';
import type { HeldFor } from './held-for';

/** A gap as reported: `syntax-error` counts as a finding too. */
export interface ReportedGap {
  readonly gap: Gap;
  readonly place: Place;
  readonly migration: number;
  readonly suppressed: { readonly reason: string; readonly line: number } | null;
}

/** What a report tells of a lock. */
export type ToldLock = Pick<LockFact, 'relation' | 'mode' | 'work' | 'under' | 'certainty' | 'isNew'>;

/** What a report tells of a step. The sessions around it, with their catalogs, are gone by then. */
export interface ToldStep extends Pick<
  Step,
  'statement' | 'conditional' | 'stops' | 'inTransaction' | 'transaction'
> {
  /** Those on relations that other sessions can see. */
  readonly locks: readonly ToldLock[];
  /** That a transaction is open around it is assumed: nobody knows the runner. */
  readonly isTransactionAssumed: boolean;
  /** All that it does is modelled. */
  readonly isUnderstood: boolean;
}

/** One step with its judgement. */
export interface ReportedStep {
  readonly step: ToldStep;
  readonly place: Place;
  /** The worst of its stops and its findings. */
  readonly risk: Risk;
  /** How long the worst of what it stops stands still; null where it stops nothing. */
  readonly held: HeldFor | null;
  /** Part of what the change set adds or changes; true throughout where there is no change set. */
  readonly changed: boolean;
  /** Indexes into `Report.findings`. */
  readonly findings: readonly number[];
}

/** One judged migration. */
export interface ReportedMigration {
  readonly path: FilePath;
  readonly previousPath: FilePath | null;
  readonly source: SourceFile;
  readonly tool: string;
  readonly sequence: string;
  readonly direction: 'up' | 'down';
  readonly status: 'added' | 'modified' | 'renamed' | 'deleted' | 'unknown';
  readonly transaction: Transaction;
  readonly steps: readonly ReportedStep[];
  /** Indexes of findings about the file as a whole. */
  readonly findings: readonly number[];
  readonly gaps: readonly ReportedGap[];
}

/** A lock window of several statements: the first that takes a strong lock to the last of the transaction. */
export interface ReportedWindow {
  readonly window: LockWindow;
  /** The runner is not recognised: that the statements share a transaction is assumed. */
  readonly assumed: boolean;
  /** In the order they run; `migration` and `step` are indexes into the report. */
  readonly steps: readonly { readonly migration: number; readonly step: number; readonly index: number }[];
}

/** All that is known at the end: reporters are functions of it. */
export interface Report {
  /** Version of the program. */
  readonly pgfence: string;
  /** The server major it speaks for. */
  readonly postgres: number;
  /** `changed`, `paths`, `all`, or why the diff was not to be had. */
  readonly scope: string;
  readonly history: {
    readonly migrations: number;
    readonly gaps: number;
    readonly source: 'files' | 'snapshot' | 'none';
  };
  readonly migrations: readonly ReportedMigration[];
  readonly findings: readonly Finding[];
  /** What the gate is: `never`, or the lowest risk that fails. */
  readonly failOn: Risk | 'never';
  readonly windows: readonly ReportedWindow[];
  /** Lines for people that are not findings: runner not recognised, history incomplete, files skipped. */
  readonly notes: readonly string[];
  readonly summary: ReportSummary;
}

/** The counts of a report. Suppressed findings are counted in `suppressed` and nowhere else. */
export interface ReportSummary {
  readonly risk: Risk;
  readonly statements: Readonly<Record<Risk, number>>;
  readonly findings: Readonly<Record<'error' | 'warning' | 'notice', number>>;
  readonly gating: number;
  readonly understood: number;
  readonly gaps: number;
  readonly suppressed: number;
}
