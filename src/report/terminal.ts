import type { Report, ReportedMigration, ReportedStep } from '../findings/report';
import type { Gap } from '../sql/gap';
import { displayWidth } from './display-width';
import { printable } from './printable';
import { isReadInPart } from './read-in-part';
import { counted, rule, widthOf } from './terminal/context';
import type { TerminalContext } from './terminal/context';
import { findingLines, gapLines, hanging } from './terminal/finding-lines';
import { stepTable } from './terminal/step-table';
import { summaryLines } from './terminal/summary-lines';
import { worthShowing } from './words';

export type { Colors, TerminalContext } from './terminal/context';

/** More migrations without anything to say are counted, not listed. */
const MOST_LISTED = 20;

/** The report for a terminal: per migration a table of what its statements lock and stop, the findings with the safe way, the summary. */
export function terminal(report: Report, context: TerminalContext): string {
  const said = report.migrations.map((migration) => migrationLines(migration, report, context));
  const calm = report.migrations.filter((_, index) => said[index]?.length === 0);
  const lines = [
    ...scopeLines(report, context),
    ...said.flatMap((each) => (each.length === 0 ? [] : [...each, ''])),
    ...(context.quiet || calm.length === 0 ? [] : [...calmLines(calm, context), '']),
    ...report.notes.flatMap((note) => hanging(`note: ${printable(note)}`, 0, context)),
    ...(report.notes.length > 0 ? [''] : []),
    ...summaryLines(report, context),
  ];
  return `${lines.join('\n')}\n`;
}

/** Where nobody knows what changed, the first line says so. */
function scopeLines({ scope }: Report, context: TerminalContext): readonly string[] {
  if (['changed', 'paths', 'all'].includes(scope)) return [];
  return [...hanging(`All files, not only the changed ones: ${printable(scope)}`, 0, context), ''];
}

/** Nothing, where a migration has no finding, no gap and no lock that is worth a row. */
function migrationLines(
  migration: ReportedMigration,
  report: Report,
  context: TerminalContext,
): readonly string[] {
  const findings = [...migration.findings, ...migration.steps.flatMap((step) => step.findings)]
    .flatMap((index) => report.findings[index] ?? [])
    .filter((finding) => finding.suppressed === null)
    .sort((a, b) => a.at.start - b.at.start);
  const shown = context.quiet
    ? []
    : migration.steps.filter((step) => step.risk !== 'safe' || worthShowing(step.step.locks).length > 0);
  const told = new Set(findings.filter(({ rule: id }) => id === 'syntax-error').map(({ at }) => at.start));
  const gaps = migration.gaps
    .filter(({ gap, suppressed }) => suppressed === null && !isTold(gap, told))
    .sort((a, b) => a.gap.at.start - b.gap.at.start);
  if (findings.length === 0 && gaps.length === 0 && shown.length === 0) return [];
  return [
    heading(migration, context),
    rule(context),
    ...(shown.length === 0 ? [] : stepTable(shown, context)),
    ...(context.quiet ? [] : restLine(migration, shown, context)),
    ...findings.flatMap((finding) => ['', ...findingLines(finding, migration.path, context)]),
    ...gaps.flatMap((gap) => ['', ...gapLines(gap, migration.path, context)]),
  ];
}

/** A syntax error is a finding too, and is told once. */
function isTold({ reason, at }: Gap, told: ReadonlySet<number>): boolean {
  return reason === 'syntax-error' && told.has(at.start);
}

/** The path, and at the right end what runs it. */
function heading(migration: ReportedMigration, context: TerminalContext): string {
  const path = printable(migration.path);
  const runner = runnerInWords(migration);
  const blanks = widthOf(context) - displayWidth(path) - displayWidth(runner);
  const between = blanks >= 2 ? ' '.repeat(blanks) : '\n';
  return `${context.colors.bold(path)}${between}${context.colors.dim(runner)}`;
}

function runnerInWords(migration: ReportedMigration): string {
  const transactions: Readonly<Record<ReportedMigration['transaction'], string>> = {
    file: 'one transaction',
    call: 'sent in one call',
    all: 'one transaction with all pending migrations',
    none: 'no transaction',
    unknown: 'runner not recognised',
  };
  return `${migration.tool}, ${transactions[migration.transaction]}${migration.direction === 'down' ? ', down' : ''}`;
}

function restLine(
  { steps, gaps }: ReportedMigration,
  shown: readonly ReportedStep[],
  context: TerminalContext,
): readonly string[] {
  const known = new Set(shown);
  const rest = steps.filter((step) => !known.has(step) && !isReadInPart(step, gaps)).length;
  if (rest === 0) return [];
  const what = `${rest}${shown.length > 0 ? ' more' : ''} ${rest === 1 ? 'statement locks' : 'statements lock'}`;
  return [context.colors.dim(`  ${what} nothing that anybody waits for`)];
}

function calmLines(migrations: readonly ReportedMigration[], context: TerminalContext): readonly string[] {
  const { green, dim } = context.colors;
  if (migrations.length > MOST_LISTED)
    return [`${green('✓')} ${counted(migrations.length, 'migration')} in which nothing makes anybody wait`];
  return migrations.map((migration) => {
    const statements = migration.steps.length;
    const what = statements === 0 ? 'no statement' : `${counted(statements, 'statement')}, nobody waits`;
    return `${green('✓')} ${printable(migration.path)}  ${dim(what)}`;
  });
}
