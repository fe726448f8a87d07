import type { Finding, Repair, Risk, Severity } from '../findings/finding';
import type { Report, ReportedMigration, ReportedStep } from '../findings/report';
import { printable, printableLines } from './printable';
import type { ReportContext } from './reporter';
import { table, wrap } from './table';
import type { TableCell, TableColumn } from './table';
import { HELD_IN_WORDS, oneLine, shortName, stopsInWords, worthShowing } from './words';

/** Paints text, or leaves it as it is: what picocolors offers, of which only this is used. */
export interface Colors {
  bold(text: string): string;
  dim(text: string): string;
  red(text: string): string;
  yellow(text: string): string;
  green(text: string): string;
  cyan(text: string): string;
  magenta(text: string): string;
}

/** What the terminal report depends on. */
export interface TerminalContext extends ReportContext {
  /** Columns of the terminal; 60 at least, more than 160 are not used. */
  readonly columns: number;
  readonly colors: Colors;
  /** Only findings, gaps and the summary. */
  readonly quiet: boolean;
}

/** The report for a terminal: per migration a table of what its statements lock and stop, the findings with the safe way, the summary. */
export function terminal(report: Report, context: TerminalContext): string {
  const width = Math.min(Math.max(context.columns, 60), 160);
  const lines = [
    ...report.migrations.flatMap((migration) => migrationLines(migration, report, context, width)),
    ...report.notes.flatMap((note) => hanging(`note: ${printable(note)}`, 0, width)),
    ...(report.notes.length > 0 ? [''] : []),
    ...summaryLines(report, context),
  ];
  return `${lines.join('\n')}\n`;
}

function migrationLines(
  migration: ReportedMigration,
  report: Report,
  context: TerminalContext,
  width: number,
): readonly string[] {
  const findings = [...migration.findings, ...migration.steps.flatMap((step) => step.findings)]
    .flatMap((index) => report.findings[index] ?? [])
    .filter((finding) => finding.suppressed === null)
    .sort((a, b) => a.at.start - b.at.start);
  const shown = migration.steps.filter(
    (step) => step.risk !== 'safe' || worthShowing(step.step.locks).length > 0,
  );
  const gaps = migration.gaps.filter((gap) => gap.suppressed === null);
  if (context.quiet && findings.length === 0 && gaps.length === 0) return [];
  const { bold, dim } = context.colors;
  return [
    `${bold(printable(migration.path))}  ${dim(runnerInWords(migration))}`,
    ...(context.quiet || shown.length === 0 ? [] : ['', ...stepTable(shown, context, width)]),
    ...(context.quiet ? [] : restLine(migration.steps.length, shown.length, context)),
    ...findings.flatMap((finding) => ['', ...findingLines(finding, context, width)]),
    ...gaps.flatMap((gap) => [
      '',
      ...hanging(
        `${context.colors.magenta('gap')}  line ${gap.place.line}: not read, so nothing is said about it: ${printable(gap.gap.detail)}`,
        5,
        width,
      ),
    ]),
    '',
  ];
}

function stepTable(
  steps: readonly ReportedStep[],
  context: TerminalContext,
  width: number,
): readonly string[] {
  const wide = width >= 110;
  const fixed = { line: 5, risk: 8, stops: wide ? 13 : 7, held: wide ? 13 : 8 };
  const left = width - 2 - fixed.line - fixed.risk - fixed.stops - fixed.held - 10;
  const lock = wide ? Math.max(24, Math.floor(left * 0.4)) : Math.floor(left / 2);
  const columns: readonly TableColumn[] = [
    { head: 'line', width: fixed.line, right: true },
    { head: 'risk', width: fixed.risk },
    { head: 'statement', width: left - lock },
    { head: 'lock', width: lock },
    { head: 'stops', width: fixed.stops },
    { head: 'held for', width: fixed.held },
  ];
  const [head, ...rows] = table(
    columns,
    steps.map((step) => stepRow(step, context)),
    wide ? 3 : 4,
  );
  return [`  ${context.colors.dim(head ?? '')}`, ...rows.map((row) => `  ${row}`)];
}

function stepRow(reported: ReportedStep, context: TerminalContext): readonly TableCell[] {
  const { step, risk, held } = reported;
  return [
    { text: String(reported.place.line), paint: context.colors.dim },
    { text: risk, paint: (line) => paintRisk(risk, line, context.colors) },
    { text: printable(oneLine(step.statement.text)) },
    { text: locksInWords(step) },
    { text: stopsInWords(step.stops) },
    { text: held === null ? '' : HELD_IN_WORDS[held] },
  ];
}

function locksInWords(step: ReportedStep['step']): string {
  const byMode = new Map<string, string[]>();
  for (const lock of worthShowing(step.locks)) {
    const names = byMode.get(lock.mode) ?? [];
    names.push(printable(shortName(lock.relation.name)));
    byMode.set(lock.mode, names);
  }
  return [...byMode].map(([mode, names]) => `${mode}: ${namesInWords(names)}`).join('\n');
}

function namesInWords(names: readonly string[]): string {
  return names.length <= 3
    ? names.join(', ')
    : `${names.slice(0, 2).join(', ')} and ${names.length - 2} more`;
}

function restLine(all: number, shown: number, context: TerminalContext): readonly string[] {
  const rest = all - shown;
  if (rest === 0) return [];
  const text = `${rest}${shown > 0 ? ' more' : ''} ${rest === 1 ? 'statement locks' : 'statements lock'} nothing that anybody waits for`;
  return [context.colors.dim(`  ${text}`)];
}

function findingLines(finding: Finding, context: TerminalContext, width: number): readonly string[] {
  const { bold, dim } = context.colors;
  const head = `  ${paintSeverity(finding.severity, finding.severity, context.colors)}  ${bold(finding.rule)}  ${dim(`line ${finding.place.line}`)}`;
  return [
    head,
    ...hanging(printableLines(finding.message), 4, width),
    ...hanging(printableLines(finding.help), 4, width),
    ...(finding.repair === null ? [] : repairLines(finding.repair, context, width)),
  ];
}

function repairLines(repair: Repair, context: TerminalContext, width: number): readonly string[] {
  const { green, dim } = context.colors;
  return [
    ...hanging(green(`Safe way: ${printable(repair.summary)}`), 4, width),
    ...repair.steps.flatMap((step, index) => [
      `      ${dim(`${index + 1}. ${RUN_IN_WORDS[step.run]}${TRANSACTION_IN_WORDS[step.transaction]}`)}`,
      ...(step.sql === undefined
        ? []
        : printableLines(step.sql)
            .split('\n')
            .map((line) => `         ${line}`)),
      ...(step.note === undefined ? [] : hanging(dim(printableLines(step.note)), 9, width)),
    ]),
  ];
}

const RUN_IN_WORDS: Readonly<Record<Repair['steps'][number]['run'], string>> = {
  statement: 'in this place',
  migration: 'a migration of its own',
  batches: 'in batches, outside any migration',
  deploy: 'deploy the application',
};

const TRANSACTION_IN_WORDS: Readonly<Record<Repair['steps'][number]['transaction'], string>> = {
  same: '',
  own: ', in its own transaction',
  none: ', outside a transaction',
};

function summaryLines(report: Report, context: TerminalContext): readonly string[] {
  const { bold, red, green, dim } = context.colors;
  const { summary } = report;
  const statements = Object.values(summary.statements).reduce((sum, count) => sum + count, 0);
  const risks = (['critical', 'high', 'medium', 'low', 'safe'] as const)
    .filter((risk) => summary.statements[risk] > 0)
    .map((risk) => paintRisk(risk, `${summary.statements[risk]} ${risk}`, context.colors));
  const read = summary.understood + summary.gaps;
  const coverage = read === 0 ? 'nothing to read' : `${summary.understood} of ${read} statements read`;
  const verdict =
    summary.gating > 0
      ? red(
          `✗ ${summary.gating} ${summary.gating === 1 ? 'finding' : 'findings'} at or above ${report.failOn}`,
        )
      : green(`✓ nothing at or above ${report.failOn === 'never' ? 'the gate (never)' : report.failOn}`);
  return [
    bold(verdict),
    `${count(report.migrations.length, 'migration')}, ${count(statements, 'statement')}${risks.length > 0 ? `: ${risks.join(' · ')}` : ''}`,
    dim(
      `${coverage}${summary.suppressed > 0 ? ` · ${count(summary.suppressed, 'finding')} suppressed` : ''} · history of ${count(report.history.migrations, 'migration')} · PostgreSQL ${report.postgres} · pgfence ${report.pgfence}`,
    ),
  ];
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

function paintRisk(risk: Risk, text: string, colors: Colors): string {
  switch (risk) {
    case 'critical':
      return colors.bold(colors.red(text));
    case 'high':
      return colors.red(text);
    case 'medium':
      return colors.yellow(text);
    case 'low':
      return colors.cyan(text);
    case 'safe':
      return colors.green(text);
  }
}

function paintSeverity(severity: Severity, text: string, colors: Colors): string {
  switch (severity) {
    case 'error':
      return colors.red(text);
    case 'warning':
      return colors.yellow(text);
    case 'notice':
      return colors.cyan(text);
  }
}

function hanging(text: string, indent: number, width: number): readonly string[] {
  return wrap(text, width - indent, Number.POSITIVE_INFINITY).map((line) => ' '.repeat(indent) + line);
}

function count(number: number, word: string): string {
  return `${number} ${word}${number === 1 ? '' : 's'}`;
}
