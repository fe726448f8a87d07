import type { Report } from '../../findings/report';
import { atLeastRisk, RISKS } from '../../findings/finding';
import { hanging } from './finding-lines';
import { counted, grouped, paintRisk, rule } from './context';
import type { TerminalContext } from './context';

/** The end of the report: what gates, how many statements of which risk, and how much of the SQL was read. */
export function summaryLines(report: Report, context: TerminalContext): readonly string[] {
  const { bold, dim } = context.colors;
  const { summary } = report;
  const statements = Object.values(summary.statements).reduce((sum, number) => sum + number, 0);
  const risks = [...RISKS]
    .reverse()
    .filter((risk) => summary.statements[risk] > 0)
    .map((risk) => paintRisk(risk, `${grouped(summary.statements[risk])} ${risk}`, context.colors));
  return [
    rule(context),
    bold(verdict(report, context)),
    `  ${counted(report.migrations.length, 'migration')}, ${counted(statements, 'statement')}${risks.length > 0 ? `: ${risks.join(' · ')}` : ''}`,
    `  ${coverage(report, context)}`,
    ...hanging(
      [
        `history of ${counted(report.history.migrations, 'migration')}`,
        `PostgreSQL ${report.postgres}`,
        `pgfence ${report.pgfence}`,
      ].join(' · '),
      2,
      context,
    ).map(dim),
  ];
}

function verdict({ summary, findings, failOn }: Report, { colors }: TerminalContext): string {
  if (summary.gating > 0) return colors.red(`✗ ${counted(summary.gating, 'finding')} at or above ${failOn}`);
  if (failOn === 'never') return colors.green('✓ nothing fails, as it was asked for');
  const spared = findings.filter(
    ({ risk, suppressed }) => suppressed === null && atLeastRisk(risk, failOn),
  ).length;
  // Those that stood there before, or in files of which nobody knows whether they changed.
  if (spared > 0)
    return colors.green(`✓ nothing fails, with ${counted(spared, 'finding')} at or above ${failOn}`);
  return colors.green(`✓ nothing at or above ${failOn}`);
}

function coverage({ summary }: Report, { colors }: TerminalContext): string {
  const { understood, gaps, suppressed } = summary;
  const all = understood + gaps;
  const read = `coverage: ${grouped(understood)} of ${counted(all, 'statement')} read`;
  const parts = [
    all === 0 ? 'coverage: there was nothing to read' : read,
    ...(gaps > 0 ? [colors.magenta(counted(gaps, 'gap'))] : []),
    ...(suppressed > 0 ? [`${counted(suppressed, 'finding')} suppressed`] : []),
  ];
  return parts.join(' · ');
}
