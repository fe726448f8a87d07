import { displayWidth, fit, padEnd } from '../display-width';
import { conflicts } from '../../postgres/lock-mode';
import { oneLine, shortName } from '../words';
import { printable } from '../printable';
import { escapeCode, fenced } from './escape';
import type { ShownReport, ShownWindow } from './shown';

const WIDTH = 60;
const MAX_ROWS = 9;
const MAX_TABLES = 3;
const COLUMN = 12;

/**
 * A small drawing of a transaction that keeps tables closed through further work: which table is closed from which line to
 * which, at most 60 columns wide, so that it shows on GitHub, in mail and on a phone. Null where nothing is worth drawing.
 */
export function windowPicture(
  report: ShownReport,
  reported: ShownWindow,
): { readonly title: string; readonly picture: string; readonly advice: string } | null {
  const { window, steps } = reported;
  const relations = window.locks.filter((entry) => !entry.relation.kind.endsWith('index'));
  if (relations.length === 0 || steps.length < 2 || !window.work.some((work) => work.step > window.first))
    return null;
  const shown = relations.slice(0, MAX_TABLES);
  const closes = (entry: (typeof shown)[number]): string =>
    conflicts(entry.mode, 'ACCESS SHARE') ? READS_AND_WRITES : WRITES;
  const names = shown.map(({ relation }) => fit(printable(oneLine(shortName(relation.name))), COLUMN - 2));
  const widths = names.map((name) => Math.max(displayWidth(name), READS_AND_WRITES.length) + 2);
  const head = `line  ${names.map((name, at) => padEnd(name, widths[at] ?? 0)).join('')}`;
  const taken = widths.reduce((sum, width) => sum + width, 0);
  const rows = steps.map(({ migration, step, index }) => {
    const shownStep = report.migrations[migration]?.steps[step];
    const cells = shown
      .map((entry, at) => padEnd(index < entry.step ? '' : closes(entry), widths[at] ?? 0))
      .join('');
    const work = window.work.find((done) => done.step === index)?.work ?? 'none';
    const text = `${WORK[work]}${printable(oneLine(shownStep?.step.statement.text ?? ''))}`;
    return `${String(shownStep?.place.line ?? 0).padStart(4)}  ${cells}${fit(text, WIDTH - 6 - taken)}`.trimEnd();
  });
  const legend = [
    ...(shown.some((entry) => closes(entry) === READS_AND_WRITES)
      ? [`${READS_AND_WRITES} reads and writes wait`]
      : []),
    ...(shown.some((entry) => closes(entry) === WRITES) ? [`${WRITES} writes wait`] : []),
  ];
  const more =
    relations.length > shown.length
      ? [
          `and ${String(relations.length - shown.length)} more ${relations.length - shown.length === 1 ? 'table' : 'tables'}`,
        ]
      : [];
  const picture = fenced(
    'text',
    [head.trimEnd(), ...elide(rows), '', legend.join('   '), ...more].join('\n'),
  );
  const files = [...new Set(steps.map(({ migration }) => report.migrations[migration]?.path ?? ''))];
  const name = escapeCode(files[0]?.split('/').pop() ?? '', 60);
  const others = files.length > 1 ? ` and ${String(files.length - 1)} more are` : ' is';
  return {
    title: `${name}${others} ${reported.assumed ? 'taken for ' : ''}one transaction: what it closes stays closed to its end`,
    picture,
    advice: adviceOf(report, reported),
  };
}

/** Which statements make it long, and where they would not. */
function adviceOf(report: ShownReport, { window, steps }: ShownWindow): string {
  const long = steps.filter(({ index }) => window.work.some(({ step }) => step === index));
  const [first, ...others] = long;
  const done = window.work.find(({ step }) => step === first?.index)?.work ?? 'none';
  const where = placesOf(report, long);
  return others.length === 0 && done !== 'none'
    ? `${where} ${DOES[done]}: in a migration of its own it would keep nothing else waiting.`
    : `${where} take long: in migrations of their own they would keep nothing else waiting.`;
}

/** `Line 6`, `Lines 6 and 9`; of several files, how many statements. */
function placesOf({ migrations }: ShownReport, steps: ShownWindow['steps']): string {
  const lines = [
    ...new Set(
      steps.map(({ migration, step }) => String(migrations[migration]?.steps[step]?.place.line ?? 0)),
    ),
  ];
  const isOneFile = new Set(steps.map(({ migration }) => migration)).size === 1;
  if (steps.length > 1 && (lines.length === 1 || !isOneFile)) return `${String(steps.length)} statements`;
  if (lines.length === 1) return `Line ${lines.join('')}`;
  const shown = lines.length > MAX_LINES ? [...lines.slice(0, MAX_LINES), 'more'] : lines;
  return `Lines ${shown.slice(0, -1).join(', ')} and ${shown.at(-1) ?? ''}`;
}

const MAX_LINES = 5;

const DOES = {
  scan: 'reads a whole table',
  'build-index': 'builds an index',
  'copy-file': 'copies a table',
  rewrite: 'writes a table anew',
} as const;

const READS_AND_WRITES = '███';
const WRITES = '░░░';

/** First in its row: on a phone, what stands behind is cut off. */
const WORK = {
  none: '',
  scan: '← scan: ',
  'build-index': '← index build: ',
  'copy-file': '← copy: ',
  rewrite: '← rewrite: ',
} as const;

function elide(rows: readonly string[]): readonly string[] {
  if (rows.length <= MAX_ROWS) return rows;
  const half = Math.floor((MAX_ROWS - 1) / 2);
  return [...rows.slice(0, half), `      … ${rows.length - 2 * half} more statements`, ...rows.slice(-half)];
}
