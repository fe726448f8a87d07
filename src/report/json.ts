import type { Finding, RepairStep, TextEdit } from '../findings/finding';
import type {
  Report,
  ReportedGap,
  ReportedMigration,
  ReportedStep,
  ReportedWindow,
} from '../findings/report';
import type { LineMap, Place } from '../sql/line-map';
import { lineMap } from '../sql/line-map';
import type { Span } from '../sql/source';
import type {
  JsonFinding,
  JsonGap,
  JsonMigration,
  JsonRepairStep,
  JsonReport,
  JsonStatement,
  JsonWindow,
} from './json-report';
import type { ReportContext } from './reporter';
import { whereRun } from './words';

/** The report as `report-path` holds it: one object, two blanks of indent, a line end at the end. */
export function json(report: Report, context: ReportContext): string {
  return [...jsonPieces(report, context)].join('');
}

/** The same, a migration at a time: thousands of files make a text that nobody needs as a whole. */
export function* jsonPieces(report: Report, context: ReportContext): Iterable<string> {
  const none = '\n  "migrations": [';
  const [head = '', tail = ''] = JSON.stringify(around(report, []), null, 2).split(none);
  yield head + none;
  for (const [index, migration] of report.migrations.entries()) {
    const [open, nested, close] = [
      '[\n  [',
      JSON.stringify([[migrationOf(migration, report, context)]], null, 2),
      '\n  ]\n]',
    ];
    yield (index === 0 ? '' : ',') + nested.slice(open.length, -close.length);
  }
  yield `${report.migrations.length === 0 ? '' : '\n  '}${tail}\n`;
}

/** The report as a value of the published shape. */
export function jsonReport(report: Report, context: ReportContext): JsonReport {
  return around(
    report,
    report.migrations.map((migration) => migrationOf(migration, report, context)),
  );
}

function around(report: Report, migrations: readonly JsonMigration[]): JsonReport {
  return {
    version: 1,
    pgfence: report.pgfence,
    postgres: report.postgres,
    scope: report.scope,
    failOn: report.failOn,
    ...(report.notes.length === 0 ? {} : { notes: report.notes }),
    history: report.history,
    migrations,
    ...windowsOf(report),
    summary: report.summary,
  };
}

function windowsOf({ windows }: Report): Pick<JsonReport, 'windows'> {
  return windows.length === 0 ? {} : { windows: windows.map(windowOf) };
}

function windowOf({ window, assumed, steps }: ReportedWindow): JsonWindow {
  const at = (index: number): number => steps.findIndex((step) => step.index === index);
  return {
    ...(assumed ? { assumed: true as const } : {}),
    statements: steps.map(({ migration, step }) => ({ migration, statement: step })),
    locks: window.locks.map(({ relation, mode, step, certainty }) => ({
      relation: relation.name,
      kind: relation.kind,
      mode,
      certainty,
      from: at(step),
    })),
    work: window.work.map(({ relation, work, step }) => ({ relation: relation.name, work, at: at(step) })),
  };
}

function migrationOf(migration: ReportedMigration, report: Report, context: ReportContext): JsonMigration {
  const places = lineMap(migration.source.text);
  const finding = (index: number): JsonFinding[] => {
    const found = report.findings[index];
    return found === undefined ? [] : [findingOf(found, migration.path, places, context)];
  };
  return {
    path: migration.path,
    ...(migration.previousPath === null ? {} : { previousPath: migration.previousPath }),
    tool: migration.tool,
    sequence: migration.sequence,
    direction: migration.direction,
    status: migration.status,
    transaction: migration.transaction,
    statements: migration.steps.map((step) =>
      statementOf(step, migration.path, step.findings.flatMap(finding)),
    ),
    findings: migration.findings.flatMap(finding),
    gaps: migration.gaps.map((gap) => gapOf(gap, migration.path)),
  };
}

function statementOf(reported: ReportedStep, path: string, findings: JsonFinding[]): JsonStatement {
  const { step, place } = reported;
  return {
    line: place.line,
    column: place.column,
    endLine: place.endLine,
    endColumn: place.endColumn,
    ...fileOf(step.statement.at, path),
    sql: step.statement.text,
    changed: reported.changed,
    risk: reported.risk,
    ...(reported.held === null ? {} : { held: reported.held }),
    inTransaction: step.inTransaction,
    locks: step.locks.map(({ relation, mode, work, under, certainty, isNew }) => ({
      relation: relation.name,
      kind: relation.kind,
      mode,
      work,
      under,
      certainty,
      ...(isNew ? { new: true as const } : {}),
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

function findingOf(finding: Finding, path: string, places: LineMap, context: ReportContext): JsonFinding {
  const { id, rule, severity, risk, message, help, gating, suppressed, repair, place } = finding;
  return {
    line: place.line,
    column: place.column,
    endLine: place.endLine,
    endColumn: place.endColumn,
    ...fileOf(finding.at, path),
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
            steps: repair.steps.map(stepOf),
            ...(repair.edits === undefined
              ? {}
              : { edits: repair.edits.map((edit) => editOf(edit, places)) }),
          },
        }),
  };
}

/** The published shape has no subscribers: what is done there is no part of the migrations either, so the note says where. */
function stepOf({ run, transaction, sql, note, own }: RepairStep): JsonRepairStep {
  const elsewhere = run === 'subscribers';
  const written = own?.();
  const told = elsewhere
    ? [whereRun({ run, transaction }, undefined), note].filter(Boolean).join(', ')
    : note;
  return {
    run: elsewhere ? 'deploy' : run,
    transaction,
    ...(sql === undefined ? {} : { sql }),
    ...(told === undefined ? {} : { note: told }),
    ...(written === undefined ? {} : { own: written }),
  };
}

function editOf(edit: TextEdit, places: LineMap): Place & { readonly text: string } {
  return { ...places.place(edit.at.start, edit.at.end), text: edit.text };
}

function gapOf({ gap, place, suppressed }: ReportedGap, path: string): JsonGap {
  return {
    ...place,
    ...fileOf(gap.at, path),
    reason: gap.reason,
    detail: gap.detail,
    rule: gap.reason === 'syntax-error' ? 'syntax-error' : 'unread-sql',
    ...(suppressed === null ? {} : { suppressed }),
  };
}

function fileOf(at: Span, path: string): { readonly file?: string } {
  return at.file === path ? {} : { file: at.file };
}
