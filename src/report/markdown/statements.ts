import type { Work } from '../../postgres/effects/effect';
import type { Risk } from '../../findings/finding';
import { atLeastRisk, RISKS } from '../../findings/finding';
import { HELD_IN_WORDS, shortName, stopsInWordsOf, worthShowing } from '../words';
import type { MarkdownContext } from './context';
import { escapeCode, escapeText } from './escape';
import type { ShownFinding, ShownMigration, ShownReport, ShownStep } from './shown';
import { waitingRisk } from './waiting-risk';

/** The sign and the word of a risk: never colour alone. */
export const RISK_IN_WORDS: Readonly<Record<Risk, string>> = {
  critical: '🛑 **critical**',
  high: '🟠 **high**',
  medium: '🟡 medium',
  low: '🔵 low',
  safe: '✅ safe',
};

const HELD_SIGN = {
  'a moment, bounded': '⚡',
  'a moment, unbounded': '⚡',
  scan: '⏱️',
  'index build': '⏳',
  'unbounded write': '⏳',
  rewrite: '⏳',
} as const;

/** One row: a step with its migration. */
export interface StatementRow {
  readonly migration: ShownMigration;
  readonly reported: ShownStep;
}

/** The steps worth a row before the first fold, worst first; changed ones before unchanged ones. */
export function rowsOf(report: ShownReport): readonly StatementRow[] {
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
  report: ShownReport,
  context: MarkdownContext,
): string {
  return [...byMigration(rows)]
    .map(([migration, own]) => {
      const lines = own.map((row) => rowOf(row, report, context));
      return [
        `#### ${escapeCode(migration.path, 200)}`,
        '',
        '| Risk | Stops | Statement |',
        '| :-- | :-- | :-- |',
        ...lines,
      ].join('\n');
    })
    .join('\n\n');
}

function byMigration(rows: readonly StatementRow[]): ReadonlyMap<ShownMigration, readonly StatementRow[]> {
  const groups = new Map<ShownMigration, StatementRow[]>();
  for (const row of rows) {
    const group = groups.get(row.migration);
    if (group === undefined) groups.set(row.migration, [row]);
    else group.push(row);
  }
  return groups;
}

/** How many statements of each risk a file has: what is left of the tables where they are too many. */
export function fileTable(rows: readonly StatementRow[]): string {
  const risks = ['critical', 'high', 'medium', 'low'] as const;
  const lines = [...byMigration(rows)].map(([migration, own]) => {
    const counts = risks.map((risk) => own.filter(({ reported }) => reported.risk === risk).length);
    return `| ${escapeCode(migration.path, 200)} | ${counts.map((count) => (count === 0 ? '' : String(count))).join(' | ')} |`;
  });
  return [`| File | ${risks.join(' | ')} |`, '| :-- | --: | --: | --: | --: |', ...lines].join('\n');
}

/** Beyond these the JSON report has them. */
const MOST_LOCK_ROWS = 100;

/** The same statements with every lock that is more than everyday traffic: what an expert asks for. The links are those of the other tables. */
export function lockTable(rows: readonly StatementRow[]): string {
  const severalFiles = new Set(rows.map(({ migration }) => migration)).size > 1;
  const lines = rows.slice(0, MOST_LOCK_ROWS).map(({ migration, reported }) => {
    const locks = worthShowing(reported.step.locks)
      .map((lock) => {
        const sure = lock.certainty === 'certain' ? '' : ' (assumed)';
        const work = lock.work === 'none' ? '' : ` · ${WORK_IN_WORDS[lock.work]}`;
        return `<code>${lock.mode.replace(/ /g, '&nbsp;')}</code> ${escapeCode(shortName(lock.relation.name), 60)}${work}${sure}`;
      })
      .join('<br>');
    const file = severalFiles ? `${escapeCode(migration.path.split('/').pop() ?? '', 60)} ` : '';
    return `| ${file}${String(reported.place.line)} | ${escapeCode(reported.step.statement.text, 60)} | ${locks || 'none'} |`;
  });
  const left = rows.length - lines.length;
  return [
    '| Line | Statement | Locks |',
    '| --: | :-- | :-- |',
    ...lines,
    ...(left > 0 ? ['', `…and ${String(left)} more: see the JSON report.`] : []),
  ].join('\n');
}

const WORK_IN_WORDS: Readonly<Record<Exclude<Work, 'none'>, string>> = {
  scan: 'scan',
  'build-index': 'index build',
  'copy-file': 'copy',
  rewrite: 'rewrite',
};

function rowOf({ migration, reported }: StatementRow, report: ShownReport, context: MarkdownContext): string {
  const { step, risk, held } = reported;
  const all = reported.findings.flatMap((index) => report.findings[index] ?? []);
  const findings = all.filter((finding) => finding.suppressed === null);
  const waiting = waitingRisk(reported);
  const worse = findings.filter((finding) => waiting === 'safe' || !atLeastRisk(waiting, finding.risk));
  const stops =
    waiting === 'safe' || held === null
      ? stopsUnnamed(worse, context)
      : [
          `${stopsInWordsOf(step.stops).replace(/, /g, ',&nbsp;')} ${stoppedNames(reported)}`,
          `${HELD_SIGN[held]}&nbsp;${HELD_IN_WORDS[held]}`,
          ...titlesOf(worse, (rule) => (context.isAboutLocks(rule) ? CLOSED_BEFORE : titleOf(rule, context))),
        ];
  const told = stops.join('<br>');
  const unchanged = reported.changed ? '' : ' <sub>unchanged</sub>';
  const accepted = all.length > 0 && findings.length === 0 ? ' <sub>accepted</sub>' : '';
  return `| ${RISK_IN_WORDS[risk]} | ${told} | ${lineLink(migration, reported, context, 'line&nbsp;')} ${escapeCode(step.statement.text)}${unchanged}${accepted} |`;
}

function stoppedNames({ step }: ShownStep): string {
  const tables = step.stops
    .filter((stop) => !stop.relation.kind.endsWith('index'))
    .map((stop) => shortName(stop.relation.name));
  const names = tables.length > 0 ? tables : step.stops.map((stop) => shortName(stop.relation.name));
  const shown = names.slice(0, 3).map((name) => escapeCode(name, 40));
  return names.length > 3 ? `${shown.join(', ')} and ${names.length - 3} more` : shown.join(', ');
}

/** A statement that stops nobody, as far as tables are known: a finding about locks speaks of others. */
function stopsUnnamed(findings: readonly ShownFinding[], context: MarkdownContext): readonly string[] {
  const titles = titlesOf(findings, (rule) => titleOf(rule, context));
  return findings.some(({ rule }) => context.isAboutLocks(rule)) ? titles : ['nobody', ...titles];
}

const titleOf = (rule: string, context: MarkdownContext): string => escapeText(context.ruleTitle(rule));

/** A lock rule finds more than a statement's own waiting only in what the transaction keeps closed. */
const CLOSED_BEFORE = 'what was closed before stays closed';

/** What the first finding is about, and how many others there are. */
function titlesOf(findings: readonly ShownFinding[], inWords: (rule: string) => string): readonly string[] {
  const [first, ...others] = new Set(findings.map(({ rule }) => inWords(rule)));
  if (first === undefined) return [];
  return [first, ...(others.length > 0 ? [`and ${String(others.length)} more`] : [])];
}

function lineLink(
  migration: ShownMigration,
  { place, step }: ShownStep,
  context: MarkdownContext,
  before = '',
): string {
  const url = context.lineUrl(step.statement.at.file, place);
  // A statement may stand in another file than its migration: a script that is read, a template.
  const elsewhere =
    step.statement.at.file === migration.path
      ? ''
      : `${escapeCode(step.statement.at.file.split('/').pop() ?? '', 40)} `;
  const words = `${before}${String(place.line)}`;
  return url === null ? `${elsewhere}${words}` : `${elsewhere}[${words}](${url})`;
}
