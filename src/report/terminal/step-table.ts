import type { ReportedStep } from '../../findings/report';
import { atLeastRisk } from '../../findings/finding';
import { displayWidth } from '../display-width';
import { printable } from '../printable';
import { table } from '../table';
import type { TableCell, TableColumn } from '../table';
import { HELD_IN_WORDS, oneLine, shortName, stopsInWords, worthShowing } from '../words';
import { paintRisk, widthOf } from './context';
import type { TerminalContext } from './context';

/** How narrow a column may get, and how wide it need not get, where its content asks for more. */
const LIMITS = {
  lock: { narrow: 19, wide: 40 },
  stops: { narrow: 6, wide: 13 },
  held: { narrow: 12, wide: 22 },
} as const;

const INDENT = 2;
const GUTTERS = 5 * 2;
/** A statement with fewer columns cannot be recognised. */
const LEAST_STATEMENT = 24;

/** The table of statements: what each locks and stops, for how long, and the risk. */
export function stepTable(steps: readonly ReportedStep[], context: TerminalContext): readonly string[] {
  const rows = steps.map((step) => stepRow(step, context));
  const [head = '', ...lines] = table(columnsOf(rows, widthOf(context)), rows, 4);
  const indent = ' '.repeat(INDENT);
  return [indent + context.colors.dim(head), ...lines.map((line) => indent + line)];
}

/** Each column as wide as its content asks for; where the statement would get too little, the others wrap first. */
function columnsOf(rows: readonly (readonly TableCell[])[], width: number): readonly TableColumn[] {
  const asked = (column: number, head: string): number =>
    Math.max(head.length, ...rows.map((row) => widest(row[column]?.text ?? '')));
  const line = asked(0, 'line');
  const risk = asked(5, 'risk');
  const free = width - INDENT - GUTTERS - line - risk;
  const wanted = [
    { ...LIMITS.lock, asked: asked(2, 'lock') },
    { ...LIMITS.stops, asked: asked(3, 'stops') },
    { ...LIMITS.held, asked: asked(4, 'held for') },
  ].map(({ asked: columns, wide, narrow }) => ({
    wide: Math.min(columns, wide),
    narrow: Math.min(columns, narrow),
  }));
  const statement = asked(1, 'statement');
  let spare = free - Math.min(statement, LEAST_STATEMENT) - sum(wanted.map(({ narrow }) => narrow));
  const [lock = 0, stops = 0, held = 0] = wanted.map(({ wide, narrow }) => {
    const more = Math.max(0, Math.min(spare, wide - narrow));
    spare -= more;
    return narrow + more;
  });
  return [
    { head: 'line', width: line, right: true },
    { head: 'statement', width: Math.min(statement, free - lock - stops - held) },
    { head: 'lock', width: lock },
    { head: 'stops', width: stops },
    { head: 'held for', width: held },
    { head: 'risk', width: risk },
  ];
}

function stepRow(reported: ReportedStep, context: TerminalContext): readonly TableCell[] {
  const { step, risk, held } = reported;
  const { bold, dim } = context.colors;
  const harmful = atLeastRisk(risk, 'high');
  return [
    { text: String(reported.place.line), paint: dim },
    { text: printable(oneLine(step.statement.text)), ...(harmful ? { paint: bold } : {}) },
    { text: locksInWords(step) },
    { text: stopsInWords(step.stops) },
    { text: held === null ? '' : HELD_IN_WORDS[held] },
    { text: risk, paint: (line) => paintRisk(risk, line, context.colors) },
  ];
}

/** Each mode on a line of its own, with the relations below it. */
function locksInWords(step: ReportedStep['step']): string {
  const byMode = new Map<string, string[]>();
  for (const lock of worthShowing(step.locks)) {
    const names = byMode.get(lock.mode) ?? [];
    names.push(printable(shortName(lock.relation.name)));
    byMode.set(lock.mode, names);
  }
  return [...byMode].map(([mode, names]) => `${mode}\n${namesInWords(names)}`).join('\n');
}

function namesInWords(names: readonly string[]): string {
  return names.length <= 3
    ? names.join(', ')
    : `${names.slice(0, 2).join(', ')} and ${names.length - 2} more`;
}

function widest(text: string): number {
  return Math.max(...text.split('\n').map(displayWidth));
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
