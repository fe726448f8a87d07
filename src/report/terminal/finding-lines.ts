import type { Finding, Repair, RepairStep } from '../../findings/finding';
import type { ReportedGap } from '../../findings/report';
import { printable, printableLines } from '../printable';
import { wrap } from '../table';
import { sentence, whereRun } from '../words';
import { paintRisk, widthOf } from './context';
import type { TerminalContext } from './context';

/** A finding: how bad, which rule, where (`path` is that of its migration); what is stopped; what to do; the safe way with its SQL. */
export function findingLines(finding: Finding, path: string, context: TerminalContext): readonly string[] {
  const { bold, dim, green } = context.colors;
  const { risk, rule, gating, place, at } = finding;
  const mark = paintRisk(risk, `${gating ? '✗' : '•'} ${risk}`, context.colors);
  return [
    `  ${mark}  ${bold(rule)}  ${dim(whereIs(place.line, at.file, path))}`,
    ...hanging(sentence(printableLines(finding.message)), 4, context),
    ...repairLines(finding.repair, context, () =>
      hanging(printableLines(finding.help), 6, context, `${green('→')} `),
    ),
  ];
}

/** What could not be read. */
export function gapLines(
  { gap, place }: ReportedGap,
  path: string,
  context: TerminalContext,
): readonly string[] {
  const { magenta, dim, bold } = context.colors;
  const rule = gap.reason === 'syntax-error' ? 'syntax-error' : 'unread-sql';
  return [
    `  ${magenta('? gap')}  ${bold(rule)}  ${dim(whereIs(place.line, gap.at.file, path))}`,
    ...hanging(sentence(`Not read, so nothing is said about it: ${printable(gap.detail)}`), 4, context),
  ];
}

function repairLines(
  repair: Repair | null,
  context: TerminalContext,
  help: () => readonly string[],
): readonly string[] {
  if (repair === null) return help();
  const { green, bold } = context.colors;
  const numbered = repair.steps.length > 1;
  return [
    ...help(),
    ...hanging(bold(green(`Safe way: ${printable(repair.summary)}`)), 4, context),
    ...repair.steps.flatMap((step, index) => stepLines(step, numbered ? `${index + 1}. ` : '', context)),
  ];
}

function stepLines(step: RepairStep, number: string, context: TerminalContext): readonly string[] {
  const { dim } = context.colors;
  const indent = 6 + number.length;
  const own = step.own?.();
  const written = own?.text ?? step.sql;
  return [
    `      ${number}${dim(printable(whereRun(step, own)))}`,
    ...(written === undefined
      ? []
      : printableLines(written)
          .split('\n')
          .map((line) => `${' '.repeat(indent + 2)}${line}`.trimEnd())),
    ...(step.note === undefined ? [] : hanging(printableLines(step.note), indent, context).map(dim)),
  ];
}

/** Wrapped text behind an indent; a mark takes the last columns of the indent of the first line. */
export function hanging(
  text: string,
  indent: number,
  context: TerminalContext,
  mark = '',
): readonly string[] {
  return wrap(text, widthOf(context) - indent, Number.POSITIVE_INFINITY).map(
    (line, index) =>
      (index === 0 && mark !== '' ? `${' '.repeat(indent - 2)}${mark}` : ' '.repeat(indent)) + line,
  );
}

/** A constant or a sibling .sql file stands elsewhere than its migration. */
function whereIs(line: number, file: string, path: string): string {
  return file === path ? `line ${line}` : `line ${line} of ${printable(file)}`;
}
