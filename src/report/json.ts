import type { Finding, Risk, Severity, TextEdit } from '../findings/finding';
import type { Report, ReportedGap, ReportedMigration, ReportedStep } from '../findings/report';
import type { LineMap, Place } from '../sql/line-map';
import { lineMap } from '../sql/line-map';
import type { ReportContext } from './reporter';

/** The JSON report, version 1. Additive changes keep the version; anything else raises it. */
export interface JsonReport {
  readonly version: 1;
  /** Version of the program. */
  readonly pgfence: string;
  /** Major version of PostgreSQL that the analysis speaks for. */
  readonly postgres: number;
  /** `changed`, `paths`, `all`, or why the diff was not to be had. */
  readonly scope: string;
  readonly history: {
    readonly migrations: number;
    readonly gaps: number;
    readonly source: 'files' | 'snapshot' | 'none';
  };
  /** The judged ones, in the order the tool runs them. */
  readonly migrations: readonly JsonMigration[];
  readonly summary: {
    /** The worst. */
    readonly risk: Risk;
    readonly statements: Readonly<Record<Risk, number>>;
    readonly findings: Readonly<Record<Severity, number>>;
    /** Findings that gate. */
    readonly gating: number;
    readonly understood: number;
    readonly gaps: number;
    /** Counted nowhere else. */
    readonly suppressed: number;
  };
}

export interface JsonMigration {
  readonly path: string;
  readonly previousPath?: string;
  readonly tool: string;
  readonly sequence: string;
  readonly direction: 'up' | 'down';
  readonly status: ReportedMigration['status'];
  readonly transaction: ReportedMigration['transaction'];
  /** Every statement, also the harmless ones. */
  readonly statements: readonly JsonStatement[];
  /** About the file as a whole. */
  readonly findings: readonly JsonFinding[];
  readonly gaps: readonly JsonGap[];
}

export interface JsonStatement extends Place {
  /** As it is sent to the server. */
  readonly sql: string;
  /** Part of what the change set adds or changes; true throughout when there is no change set. */
  readonly changed: boolean;
  readonly risk: Risk;
  readonly inTransaction: boolean;
  /** Strongest mode per relation, only on relations that other sessions can see. */
  readonly locks: readonly JsonLock[];
  readonly stops: readonly JsonStop[];
  readonly findings: readonly JsonFinding[];
}

export interface JsonLock {
  /** Schema-qualified. */
  readonly relation: string;
  readonly kind: string;
  readonly mode: string;
  /** The longest work on this relation in this statement. */
  readonly work: 'none' | 'scan' | 'build-index' | 'copy-file' | 'rewrite';
  /** The mode in force while that work runs. */
  readonly under: string;
  readonly certainty: 'certain' | 'assumed';
}

export interface JsonStop {
  readonly relation: string;
  readonly kind: string;
  readonly reads: boolean;
  readonly writes: boolean;
  /** The locked ones. */
  readonly by: readonly string[];
}

export interface JsonFinding extends Place {
  readonly id: string;
  readonly rule: string;
  readonly severity: Severity;
  readonly risk: Risk;
  readonly message: string;
  readonly help: string;
  readonly url: string;
  readonly gating: boolean;
  readonly suppressed?: JsonSuppression;
  readonly repair?: {
    readonly summary: string;
    readonly steps: readonly {
      readonly run: 'statement' | 'migration' | 'batches' | 'deploy';
      readonly transaction: 'same' | 'own' | 'none';
      readonly sql?: string;
      readonly note?: string;
    }[];
    /** Where the safe form is an edit of what stands there. */
    readonly edits?: readonly (Place & { readonly text: string })[];
  };
}

export interface JsonGap extends Place {
  readonly reason: string;
  readonly detail: string;
  readonly rule: 'unread-sql' | 'syntax-error';
  readonly suppressed?: JsonSuppression;
}

interface JsonSuppression {
  readonly reason: string;
  readonly line: number;
}

/** The report as `--output json` and `report-path` print it: one object, two blanks of indent, a line end at the end. */
export function json(report: Report, context: ReportContext): string {
  return `${JSON.stringify(jsonReport(report, context), null, 2)}\n`;
}

/** The report as a value of the published shape. */
export function jsonReport(report: Report, context: ReportContext): JsonReport {
  return {
    version: 1,
    pgfence: report.pgfence,
    postgres: report.postgres,
    scope: report.scope,
    history: report.history,
    migrations: report.migrations.map((migration) => migrationOf(migration, report, context)),
    summary: report.summary,
  };
}

function migrationOf(migration: ReportedMigration, report: Report, context: ReportContext): JsonMigration {
  const places = lineMap(migration.source.text);
  const finding = (index: number): readonly JsonFinding[] => {
    const found = report.findings[index];
    return found === undefined ? [] : [findingOf(found, places, context)];
  };
  return {
    path: migration.path,
    ...(migration.previousPath === null ? {} : { previousPath: migration.previousPath }),
    tool: migration.tool,
    sequence: migration.sequence,
    direction: migration.direction,
    status: migration.status,
    transaction: migration.transaction,
    statements: migration.steps.map((step) => statementOf(step, step.findings.flatMap(finding))),
    findings: migration.findings.flatMap(finding),
    gaps: migration.gaps.map((gap) => gapOf(gap)),
  };
}

function statementOf(reported: ReportedStep, findings: readonly JsonFinding[]): JsonStatement {
  const { step } = reported;
  return {
    ...reported.place,
    sql: step.statement.text,
    changed: reported.changed,
    risk: reported.risk,
    inTransaction: step.inTransaction,
    locks: step.locks
      .filter((lock) => lock.visible)
      .map(({ relation, mode, work, under, certainty }) => ({
        relation: relation.name,
        kind: relation.kind,
        mode,
        work,
        under,
        certainty,
      })),
    stops: step.stops.map(({ relation, reads, writes, by }) => ({
      relation: relation.name,
      kind: relation.kind,
      reads,
      writes,
      by: by.map((locked) => locked.name),
    })),
    findings,
  };
}

function findingOf(finding: Finding, places: LineMap, context: ReportContext): JsonFinding {
  const { id, rule, severity, risk, message, help, gating, suppressed, repair } = finding;
  return {
    ...finding.place,
    id,
    rule,
    severity,
    risk,
    message,
    help,
    url: context.ruleUrl(rule),
    gating,
    ...(suppressed === null ? {} : { suppressed }),
    ...(repair === null
      ? {}
      : {
          repair: {
            summary: repair.summary,
            steps: repair.steps,
            ...(repair.edits === undefined
              ? {}
              : { edits: repair.edits.map((edit) => editOf(edit, places)) }),
          },
        }),
  };
}

function editOf(edit: TextEdit, places: LineMap): Place & { readonly text: string } {
  return { ...places.place(edit.at.start, edit.at.end), text: edit.text };
}

function gapOf({ gap, place, suppressed }: ReportedGap): JsonGap {
  return {
    ...place,
    reason: gap.reason,
    detail: gap.detail,
    rule: gap.reason === 'syntax-error' ? 'syntax-error' : 'unread-sql',
    ...(suppressed === null ? {} : { suppressed }),
  };
}
