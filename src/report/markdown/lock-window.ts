import type { ReportedWindow, Report } from '../../findings/report';
import { displayWidth, fit, padEnd } from '../display-width';
import { conflicts } from '../../postgres/lock-mode';
import { oneLine, shortName } from '../words';
import { fenced } from './escape';

const WIDTH = 60;
const MAX_ROWS = 9;
const MAX_TABLES = 3;
const COLUMN = 11;

/**
 * A small drawing of a transaction that keeps tables closed through further work: which table is closed from which line to
 * which, at most 60 columns wide, so that it shows on GitHub, in mail and on a phone. Null where nothing is worth drawing.
 */
export function windowPicture(report: Report, reported: ReportedWindow): string | null {
  const { window, steps } = reported;
  const relations = window.locks.filter((entry) => !entry.relation.kind.endsWith('index'));
  if (relations.length === 0 || steps.length < 2 || !window.work.some((work) => work.step > window.first))
    return null;
  const shown = relations.slice(0, MAX_TABLES);
  const head = `line  ${shown.map((entry) => padEnd(fit(shortName(entry.relation.name), COLUMN - 1), COLUMN)).join('')}`;
  const rows = elide(
    steps.map(({ migration, step, index }) => {
      const shownStep = report.migrations[migration]?.steps[step];
      const statement = shownStep?.step.statement;
      const line = shownStep?.place.line ?? 0;
      const cells = shown
        .map((entry) =>
          padEnd(index < entry.step ? '' : conflicts(entry.mode, 'ACCESS SHARE') ? '███' : '░░░', COLUMN),
        )
        .join('');
      const work = window.work.filter((done) => done.step === index).map((done) => WORK[done.work])[0] ?? '';
      const left = WIDTH - 6 - COLUMN * shown.length;
      const text = oneLine(statement?.text ?? '');
      const tail = work === '' ? fit(text, left) : `${fit(text, left - displayWidth(work) - 1)} ${work}`;
      return `${String(line).padStart(4)}  ${cells}${tail}`;
    }),
  );
  const more = relations.length > shown.length ? `\nand ${relations.length - shown.length} more tables` : '';
  return fenced('text', `${head}\n${rows.join('\n')}\n\n███ reads and writes wait   ░░░ writes wait${more}`);
}

const WORK = {
  none: '',
  scan: '⟵ scan',
  'build-index': '⟵ index build',
  'copy-file': '⟵ copy',
  rewrite: '⟵ rewrite',
} as const;

function elide(rows: readonly string[]): readonly string[] {
  if (rows.length <= MAX_ROWS) return rows;
  const half = Math.floor((MAX_ROWS - 1) / 2);
  return [...rows.slice(0, half), `      … ${rows.length - 2 * half} more statements`, ...rows.slice(-half)];
}
