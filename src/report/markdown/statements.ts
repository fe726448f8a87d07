import type { Risk } from '../../findings/finding';
import { RISKS } from '../../findings/finding';
import type { Report, ReportedMigration, ReportedStep } from '../../findings/report';
import { HELD_IN_WORDS, shortName, stopsInWords, worthShowing } from '../words';
import type { MarkdownContext } from './context';
import { escapeCode } from './escape';

/** The sign and the word of a risk: never colour alone. */
export const RISK_IN_WORDS: Readonly<Record<Risk, string>> = {
  critical: '🛑&nbsp;**critical**',
  high: '🟠&nbsp;**high**',
  medium: '🟡&nbsp;medium',
  low: '🔵&nbsp;low',
  safe: '✅&nbsp;safe',
};

const HELD_SIGN = {
  'a moment, bounded': '⚡',
  'a moment, unbounded': '⚡',
  scan: '⏱️',
  'index build': '⏳',
  rewrite: '⏳',
} as const;

/** One row: a step with its migration. */
export interface StatementRow {
  readonly migration: ReportedMigration;
  readonly reported: ReportedStep;
}

/** The steps worth a row before the first fold, worst first; changed ones before unchanged ones. */
export function rowsOf(report: Report): readonly StatementRow[] {
  return report.migrations
    .flatMap((migration) => migration.steps.map((reported) => ({ migration, reported })))
    .filter(({ reported }) => reported.risk !== 'safe')
    .sort(
      (a, b) =>
        Number(b.reported.changed) - Number(a.reported.changed) ||
        RISKS.indexOf(b.reported.risk) - RISKS.indexOf(a.reported.risk),
    );
}

/** A table of statements, a file at a time, in the order of the rows. */
export function statementTables(
  rows: readonly StatementRow[],
  report: Report,
  context: MarkdownContext,
): string {
  const files = [...new Set(rows.map((row) => row.migration))];
  return files
    .map((migration) => {
      const lines = rows
        .filter((row) => row.migration === migration)
        .map((row) => rowOf(row, report, context));
      return [
        `#### ${escapeCode(migration.path, 200)}`,
        '',
        '| Risk | Line | Statement | Stops | Held for |',
        '| :-- | --: | :-- | :-- | :-- |',
        ...lines,
      ].join('\n');
    })
    .join('\n\n');
}

/** The same statements with every lock that is more than everyday traffic: what an expert asks for. */
export function lockTable(rows: readonly StatementRow[], context: MarkdownContext): string {
  const lines = rows.map(({ migration, reported }) => {
    const locks = worthShowing(reported.step.locks)
      .map((lock) => {
        const sure = lock.certainty === 'certain' ? '' : ' (assumed)';
        const work = lock.work === 'none' ? '' : ` · ${lock.work}`;
        return `<code>${lock.mode.replace(/ /g, '&nbsp;')}</code> ${escapeCode(shortName(lock.relation.name), 60)}${work}${sure}`;
      })
      .join('<br>');
    return `| ${lineLink(migration, reported, context)} | ${escapeCode(reported.step.statement.text, 60)} | ${locks || 'none'} |`;
  });
  return ['| Line | Statement | Locks |', '| --: | :-- | :-- |', ...lines].join('\n');
}

function rowOf({ migration, reported }: StatementRow, report: Report, context: MarkdownContext): string {
  const { step, risk, held } = reported;
  const findings = reported.findings
    .flatMap((index) => report.findings[index] ?? [])
    .filter((finding) => finding.suppressed === null);
  const duration =
    held === null
      ? failureInWords(findings.map((finding) => finding.rule))
      : `${HELD_SIGN[held]} ${HELD_IN_WORDS[held]}`;
  const stops =
    step.stops.length === 0
      ? ''
      : `${stopsInWords(step.stops).replace(/ /g, '&nbsp;')}<br>${stoppedNames(reported)}`;
  const unchanged = reported.changed ? '' : ' <sub>unchanged</sub>';
  return `| ${RISK_IN_WORDS[risk]} | ${lineLink(migration, reported, context)} | ${escapeCode(step.statement.text)}${unchanged} | ${stops} | ${duration} |`;
}

function stoppedNames({ step }: ReportedStep): string {
  const tables = step.stops
    .filter((stop) => !stop.relation.kind.endsWith('index'))
    .map((stop) => shortName(stop.relation.name));
  const names = tables.length > 0 ? tables : step.stops.map((stop) => shortName(stop.relation.name));
  const shown = names.slice(0, 3).map((name) => escapeCode(name, 40));
  return names.length > 3 ? `${shown.join(', ')} and ${names.length - 3} more` : shown.join(', ');
}

function failureInWords(rules: readonly string[]): string {
  return rules
    .slice(0, 2)
    .map((rule) => `<code>${rule}</code>`)
    .join('<br>');
}

function lineLink(migration: ReportedMigration, reported: ReportedStep, context: MarkdownContext): string {
  const { place, step } = reported;
  const url = context.lineUrl(step.statement.at.file, place);
  return url === null ? String(place.line) : `[${place.line}](${url})`;
}
