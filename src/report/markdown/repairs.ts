import type { RepairStep } from '../../findings/finding';
import { RISKS } from '../../findings/finding';
import { sentence, whereRun } from '../words';
import type { MarkdownContext } from './context';
import { details } from './details';
import { escapeCode, escapeText, fenced } from './escape';
import type { ShownFinding, ShownReport } from './shown';

/** Of one rule, so many are written out; the others are named. */
const MOST_WRITTEN_OUT = 5;

/** What the findings say, and the safe way: a fold a rule, worst first. What is the same for all of its findings stands once. */
export function findingFolds(
  report: ShownReport,
  context: MarkdownContext,
  withRepairs: boolean,
): readonly string[] {
  const open = report.findings
    .filter((finding) => finding.suppressed === null)
    .sort((a, b) => Number(b.gating) - Number(a.gating) || RISKS.indexOf(b.risk) - RISKS.indexOf(a.risk));
  const rules = [...new Set(open.map(({ rule }) => rule))];
  return rules.map((rule) =>
    fold(
      open.filter((finding) => finding.rule === rule),
      context,
      withRepairs,
    ),
  );
}

/** What was found and accepted, with the reasons: who reviews a change reviews them, too. */
export function acceptedFold(report: ShownReport, context: MarkdownContext): readonly string[] {
  const accepted = report.findings.filter((finding) => finding.suppressed !== null);
  const lines = accepted
    .slice(0, MOST_ACCEPTED)
    .map(
      (finding) =>
        `- ${placeOf(finding, context)}: [${escapeText(finding.rule)}](${context.ruleUrl(finding.rule)}), because ${escapeText(finding.suppressed?.reason ?? '')}`,
    );
  const left = accepted.length - lines.length;
  if (accepted.length === 0) return [];
  return [
    details(
      `🤝 ${String(accepted.length)} accepted ${accepted.length === 1 ? 'finding' : 'findings'}`,
      [...lines, ...(left > 0 ? [`- and ${String(left)} more`] : [])].join('\n'),
    ),
  ];
}

const MOST_ACCEPTED = 20;

function fold(findings: readonly ShownFinding[], context: MarkdownContext, withRepairs: boolean): string {
  const [first] = findings;
  if (first === undefined) return '';
  const { rule, help } = first;
  const sign = first.repair === null ? '🔎' : '🔧';
  const what =
    first.repair === null
      ? escapeText(context.ruleTitle(rule))
      : `<b>Safe way</b> · ${escapeText(first.repair.summary)}`;
  const written = findings.slice(0, MOST_WRITTEN_OUT);
  const others = linesByFile(findings.slice(MOST_WRITTEN_OUT));
  const blocks = [
    ...written.flatMap((finding, index) => [
      `${placeOf(finding, context)}: ${escapeText(sentence(finding.message))}${finding.help === help && index > 0 ? '' : ` ${escapeText(finding.help)}`}`,
      ...(withRepairs && !isTold(finding, written.slice(0, index))
        ? repairSteps(finding.repair?.steps ?? [])
        : []),
    ]),
    ...(others.length === 0 ? [] : [`The same at ${others.join('; ')}.`]),
    `Rule [${escapeText(rule)}](${context.ruleUrl(rule)}) · accept it with <code>${commentMark(first.at.file)} pgfence allow ${rule}: reason</code>`,
  ];
  return details(`${sign} ${what} · ${placesOf(findings)}`, blocks.join('\n\n'));
}

/** What begins a comment in a file. */
function commentMark(file: string): string {
  return /\.[cm]?[jt]sx?$/.test(file) ? '//' : '--';
}

function placesOf(findings: readonly ShownFinding[]): string {
  const [first] = findings;
  if (first === undefined) return '';
  const files = new Set(findings.map(({ at }) => at.file));
  if (findings.length > 1)
    return `${String(findings.length)} places in ${files.size === 1 ? escapeCode(nameOf(first), 60) : `${String(files.size)} files`}`;
  return `${escapeCode(nameOf(first), 60)} line&nbsp;${String(first.place.line)}`;
}

/** Short, without links: there may be hundreds. */
function linesByFile(findings: readonly ShownFinding[]): readonly string[] {
  const files = new Map<string, { readonly name: string; readonly lines: number[] }>();
  for (const finding of findings) {
    const known = files.get(finding.at.file) ?? { name: nameOf(finding), lines: [] };
    known.lines.push(finding.place.line);
    files.set(finding.at.file, known);
  }
  return [...files.values()].map(
    ({ name, lines }) =>
      `${escapeCode(name, 60)} ${lines.length === 1 ? 'line' : 'lines'} ${lines.join(', ')}`,
  );
}

function placeOf(finding: ShownFinding, context: MarkdownContext): string {
  const url = context.lineUrl(finding.at.file, finding.place);
  const words = `line ${String(finding.place.line)}`;
  return `${escapeCode(nameOf(finding), 60)} ${url === null ? words : `[${words}](${url})`}`;
}

const nameOf = ({ at }: ShownFinding): string => at.file.split('/').pop() ?? '';

/** Whether the same steps stand above already. */
function isTold({ repair }: ShownFinding, earlier: readonly ShownFinding[]): boolean {
  return earlier.some((other) => JSON.stringify(other.repair?.steps) === JSON.stringify(repair?.steps));
}

/** The steps of a repair, a block each. */
export function repairSteps(steps: readonly RepairStep[]): readonly string[] {
  return steps.map(stepOf);
}

function stepOf(step: RepairStep, index: number): string {
  const note = step.note === undefined ? '' : `: ${escapeText(step.note)}`;
  const own = step.own?.();
  const where = escapeText(whereRun(step, own));
  const head = `${String(index + 1)}. ${where.slice(0, 1).toUpperCase()}${where.slice(1)}${note}`;
  if (step.sql === undefined) return head;
  const { language, text } = own ?? { language: 'sql', text: step.sql };
  const indent = ' '.repeat(String(index + 1).length + 2);
  return `${head}\n\n${fenced(language, text).replace(/^/gm, indent)}`;
}
