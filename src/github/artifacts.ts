import type { Risk } from '../findings/finding';
import type { Progress } from './comment-state';
import type { Renderings } from './renderings';
import type { Suggestion } from './suggestions';
import type { Annotation } from './workflow-command';

/** A finished report in the forms that the channels take. Rendering is over; what follows is only carried. */
export interface Artifacts {
  readonly json: string;
  readonly sarif: string;
  /** False for the empty run of the default branch, which closes alerts but carries no finding. */
  readonly sarifHasFindings: boolean;
  /** Without the hidden lines. Absent progress means that there was no comment before this commit. */
  readonly comment: (progress: Progress | undefined) => Renderings;
  /** Whether the findings are worth a comment where there is none. */
  readonly worthComment: boolean;
  readonly summary: Renderings;
  /** Of the findings, worst first. */
  readonly annotations: readonly Annotation[];
  readonly suggestions: readonly Suggestion[];
  readonly findingIds: readonly string[];
  readonly counts: Counts;
  readonly gate: Gate;
}

export interface Counts {
  readonly risk: Risk;
  /** Findings by risk. */
  readonly findings: Readonly<Record<Risk, number>>;
  readonly files: number;
  readonly statements: number;
  readonly gaps: number;
}

export interface Gate {
  readonly conclusion: 'success' | 'failure' | 'neutral';
  /** Of a failure: `2 findings at or above high`. */
  readonly message: string;
}
