import type { MarkdownContext } from './context';
import { details } from './details';
import { escapeCode, escapeText } from './escape';
import { headline } from './headline';
import { windowPicture } from './lock-window';
import { acceptedFold, findingFolds } from './repairs';
import type { StatementRow } from './statements';
import { fileTable, lockTable, rowsOf, statementTables } from './statements';
import type { ShownReport } from './shown';
import { isReadInPart } from '../read-in-part';

/** How much of a report is written: each step leaves something out, in whole blocks. */
export type Size = 'full' | 'without safe statements' | 'without repairs' | 'top twenty' | 'verdict';

/** The sizes from the fullest on. */
export const SIZES: readonly Size[] = [
  'full',
  'without safe statements',
  'without repairs',
  'top twenty',
  'verdict',
];

const ROWS_BEFORE_FOLD = 10;
const TOP = 20;

/** The report as Markdown: comment and job summary alike. The same bytes for the same report, apart from commit and run. */
export function document(report: ShownReport, context: MarkdownContext, size: Size): string {
  const blocks = [
    `## ${headline(report, context)}`,
    ...(context.noDiff === null
      ? []
      : [`**All files, not only the changed ones:** ${escapeText(context.noDiff)}`]),
    counts(report, context),
  ];
  if (size === 'verdict') return page([...blocks, more(context), footer(report, context)]);
  const rows = rowsOf(report);
  if (size === 'top twenty') {
    blocks.push(fileTable(rows), statementTables(rows.slice(0, TOP), report, context));
    if (rows.length > TOP) blocks.push(`…and ${String(rows.length - TOP)} more. ${more(context)}`);
    return page([...blocks, coverage(report, context), footer(report, context)]);
  }
  const before = rows.slice(0, ROWS_BEFORE_FOLD);
  const behind = rows.slice(ROWS_BEFORE_FOLD);
  if (before.length > 0) blocks.push(statementTables(before, report, context));
  if (behind.length > 0) {
    const title = `${String(behind.length)} more ${behind.length === 1 ? 'statement' : 'statements'} with a risk`;
    blocks.push(details(title, statementTables(behind, report, context)));
  }
  blocks.push(...lockWindowBlocks(report));
  blocks.push(...findingFolds(report, context, size !== 'without repairs'));
  blocks.push(...acceptedFold(report, context));
  if (rows.length > 0) blocks.push(details('🔒 Locks, statement by statement', lockTable(rows)));
  if (size === 'full') blocks.push(...safeStatements(report));
  return page([...blocks, coverage(report, context), footer(report, context)]);
}

const page = (blocks: readonly string[]): string => `${blocks.join('\n\n')}\n`;

const MOST_WINDOWS = 3;

function lockWindowBlocks(report: ShownReport): readonly string[] {
  const drawn = report.windows.flatMap((window) => windowPicture(report, window) ?? []);
  const left = drawn.length - MOST_WINDOWS;
  return [
    ...drawn
      .slice(0, MOST_WINDOWS)
      .map(({ title, picture, advice }) => `**${title}**\n\n${picture}\n\n${advice}`),
    ...(left > 0
      ? [`…and ${String(left)} more ${left === 1 ? 'transaction' : 'transactions'} like this.`]
      : []),
  ];
}

function counts(report: ShownReport, context: MarkdownContext): string {
  const { summary, migrations, failOn, postgres } = report;
  const steps = migrations.flatMap((migration) => migration.steps);
  const inPart = safeRows(report).filter(isUnread).length;
  const parts = (['critical', 'high', 'medium', 'low', 'safe'] as const)
    .filter((risk) => summary.statements[risk] > 0)
    .flatMap((risk) => {
      const unchanged = steps.filter((step) => step.risk === risk && !step.changed).length;
      const all = summary.statements[risk] - (risk === 'safe' ? inPart : 0);
      if (all === 0) return [];
      const known =
        unchanged === 0 || risk === 'safe' ? '' : ` (${unchanged === all ? '' : `${unchanged} `}unchanged)`;
      return [`${all} ${risk}${known}`];
    })
    .concat(inPart === 0 ? [] : [`${inPart} read in part`]);
  const counted =
    parts.length > 0 ? `**${parts.join(' · ')}**` : summary.gaps > 0 ? 'Nothing read' : 'No statements';
  const files = `${migrations.length} ${context.noDiff === null ? 'changed ' : ''}${migrations.length === 1 ? 'migration' : 'migrations'}`;
  const gate = failOn === 'never' || !context.gates ? 'never fails' : `fails at **${failOn}**`;
  const resolved =
    context.resolved > 0
      ? `\n\n${context.resolved} ${context.resolved === 1 ? 'finding' : 'findings'} from earlier pushes ${context.resolved === 1 ? 'is' : 'are'} **resolved**.`
      : '';
  return `${counted} in ${files} · ${gate} · PostgreSQL&nbsp;${postgres}${resolved}`;
}

const isUnread = ({ migration, reported }: StatementRow): boolean => isReadInPart(reported, migration.gaps);

const safeRows = (report: ShownReport): readonly StatementRow[] =>
  report.migrations.flatMap((migration) =>
    migration.steps
      .filter((reported) => reported.risk === 'safe')
      .map((reported) => ({ migration, reported })),
  );

function safeStatements(report: ShownReport): readonly string[] {
  const safe = safeRows(report).filter((row) => !isUnread(row));
  if (safe.length === 0) return [];
  const files = new Set(safe.map((row) => row.migration)).size;
  const title = `✅ ${safe.length} safe ${safe.length === 1 ? 'statement' : 'statements'} in ${files} ${files === 1 ? 'file' : 'files'}`;
  return [details(title, lockTable(safe))];
}

function coverage(report: ShownReport, context: MarkdownContext): string {
  const { understood, gaps } = report.summary;
  const all = understood + gaps;
  const unread = report.migrations.flatMap((migration) =>
    migration.gaps
      .filter((gap) => gap.suppressed === null)
      .map(({ gap, place }) => {
        const url = context.lineUrl(gap.at.file, place);
        const where = `${escapeCode(gap.at.file.split('/').pop() ?? '', 60)} line ${place.line}`;
        return `${escapeText(gap.detail.slice(0, 200))} (${url === null ? where : `[${where}](${url})`})`;
      }),
  );
  const first = `**Coverage** ${understood} of ${all} statements read`;
  const notes = report.notes.map((note) => `\n- ${escapeText(note)}`).join('');
  if (unread.length === 0) return `${first}${notes}`;
  const shown = unread.slice(0, 5).map((gap) => `\n- ⚠️ not read: ${gap}`);
  const rest = unread.length > 5 ? `\n- and ${unread.length - 5} more` : '';
  return `${first}${shown.join('')}${rest}${notes}`;
}

function footer(report: ShownReport, context: MarkdownContext): string {
  const parts = [
    `pgfence ${report.pgfence}`,
    ...(context.commit === null ? [] : [`commit ${context.commit}`]),
    ...(context.run === null ? [] : [`[run ${context.run.number}](${context.run.url})`]),
    `[what the columns mean](${context.ruleUrl('')})`,
    ...(context.updated ? ['this comment is updated in place'] : []),
  ];
  return `<sub>${parts.join(' · ')}</sub>`;
}

function more(context: MarkdownContext): string {
  return context.run === null
    ? 'The rest is in the job summary.'
    : `The rest is in the [job summary](${context.run.url}).`;
}
