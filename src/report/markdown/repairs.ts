import type { Finding, RepairStep } from '../../findings/finding';
import { RISKS } from '../../findings/finding';
import type { Report } from '../../findings/report';
import type { MarkdownContext } from './context';
import { escapeText, fenced } from './escape';

const RUN: Readonly<Record<RepairStep['run'], string>> = {
  statement: 'In this place',
  migration: 'In a migration of its own',
  batches: 'In batches, outside any migration',
  deploy: 'Deploy the application',
};

const TRANSACTION: Readonly<Record<RepairStep['transaction'], string>> = {
  same: '',
  own: ', in its own transaction',
  none: ', outside a transaction',
};

/** What each finding says, and the safe way: a fold a finding, worst first. Equal advice stands once. */
export function findingFolds(
  report: Report,
  context: MarkdownContext,
  withRepairs: boolean,
): readonly string[] {
  const open = report.findings
    .filter((finding) => finding.suppressed === null)
    .sort((a, b) => Number(b.gating) - Number(a.gating) || RISKS.indexOf(b.risk) - RISKS.indexOf(a.risk));
  return open.map((finding) => fold(finding, report, context, withRepairs));
}

function fold(finding: Finding, report: Report, context: MarkdownContext, withRepairs: boolean): string {
  const { place } = finding;
  const file = escapeText(finding.at.file.split('/').pop() ?? '');
  const sign = finding.repair === null ? '🔎' : '🔧';
  const title =
    finding.repair === null
      ? escapeText(finding.rule)
      : `<b>Safe way</b> · ${escapeText(finding.repair.summary)}`;
  return [
    `<details><summary>${sign} ${title} · ${file} line ${place.line}</summary>`,
    '',
    `${escapeText(finding.message)}. ${escapeText(finding.help)}`,
    ...(withRepairs && finding.repair !== null ? ['', ...finding.repair.steps.flatMap(stepOf)] : []),
    '',
    `Rule [${escapeText(finding.rule)}](${context.ruleUrl(finding.rule)}) · accept it with <code>-- pgfence allow ${finding.rule}: reason</code>`,
    '</details>',
  ].join('\n');
}

function stepOf(step: RepairStep, index: number): readonly string[] {
  const head = `${index + 1}. ${RUN[step.run]}${TRANSACTION[step.transaction]}`;
  const note = step.note === undefined ? '' : `: ${escapeText(step.note)}`;
  return [`${head}${note}`, ...(step.sql === undefined ? [] : ['', fenced('sql', step.sql)]), ''];
}
