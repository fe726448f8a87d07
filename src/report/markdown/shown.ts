import type { Finding } from '../../findings/finding';
import type { LockWindow, WindowLock } from '../../analysis/lock-window';
import type { Stop } from '../../analysis/step';
import type { Report, ReportedGap, ReportedStep, ReportedWindow, ToldLock } from '../../findings/report';
import type { Work } from '../../postgres/effects/effect';

/**
 * What of a report is shown as Markdown. A report is one; so is what a JSON report tells, which is how the workflow that may
 * write publishes what the one that may not has found.
 */
export interface ShownReport extends Pick<
  Report,
  'pgfence' | 'postgres' | 'scope' | 'failOn' | 'notes' | 'summary'
> {
  readonly windows: readonly ShownWindow[];
  readonly migrations: readonly ShownMigration[];
  readonly findings: readonly ShownFinding[];
}

/** A lock window, as far as it is drawn. Steps are named by the `index` that they have in `steps`. */
export interface ShownWindow extends Pick<ReportedWindow, 'steps' | 'assumed'> {
  readonly window: Pick<LockWindow, 'first'> & {
    readonly locks: readonly (Pick<WindowLock, 'mode' | 'step'> & { readonly relation: Relation })[];
    readonly work: readonly { readonly step: number; readonly work: Work }[];
  };
}

export interface ShownMigration {
  readonly path: string;
  readonly steps: readonly ShownStep[];
  readonly gaps: readonly ShownGap[];
}

export interface ShownStep extends Pick<ReportedStep, 'place' | 'risk' | 'held' | 'changed' | 'findings'> {
  readonly step: {
    readonly statement: { readonly text: string; readonly at: At };
    readonly locks: readonly ShownLock[];
    readonly stops: readonly ShownStop[];
  };
}

export interface ShownLock extends Pick<ToldLock, 'mode' | 'work' | 'certainty' | 'isNew'> {
  readonly relation: Relation;
}

export interface ShownStop extends Pick<Stop, 'reads' | 'writes'> {
  readonly relation: Relation;
}

export interface ShownFinding extends Pick<
  Finding,
  | 'rule'
  | 'severity'
  | 'risk'
  | 'place'
  | 'step'
  | 'migration'
  | 'message'
  | 'help'
  | 'suppressed'
  | 'gating'
  | 'id'
> {
  readonly at: At;
  readonly repair: Pick<NonNullable<Finding['repair']>, 'summary' | 'steps'> | null;
}

export interface ShownGap extends Pick<ReportedGap, 'place' | 'suppressed'> {
  readonly gap: { readonly detail: string; readonly at: At };
}

interface At {
  readonly file: string;
}

interface Relation {
  readonly name: string;
  readonly kind: string;
}
