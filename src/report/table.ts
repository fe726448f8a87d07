import { displayWidth, fit, startOf } from './display-width';

/** One column of a table: its head, how wide it is, and how a finished cell line is painted. */
export interface TableColumn {
  readonly head: string;
  readonly width: number;
  readonly right?: boolean;
}

/** One cell: its text, and what paints each of its lines after alignment (colour codes have no width). */
export interface TableCell {
  readonly text: string;
  readonly paint?: (line: string) => string;
}

const GUTTER = '  ';

/** The lines of a table: cells wrap at blanks, at most `maxLines` lines a row, and are cut with `…` behind that. */
export function table(
  columns: readonly TableColumn[],
  rows: readonly (readonly TableCell[])[],
  maxLines: number,
): readonly string[] {
  const heads = columns.map((column) => ({ text: column.head }));
  return [heads, ...rows].flatMap((row) => rowLines(columns, row, maxLines));
}

function rowLines(
  columns: readonly TableColumn[],
  row: readonly TableCell[],
  maxLines: number,
): readonly string[] {
  const cells = columns.map((column, index) => wrap(row[index]?.text ?? '', column.width, maxLines));
  const height = Math.max(...cells.map((lines) => lines.length));
  return Array.from({ length: height }, (_, line) =>
    columns
      .map((column, index) => {
        const text = cells[index]?.[line] ?? '';
        const blanks = ' '.repeat(Math.max(0, column.width - displayWidth(text)));
        const painted = text === '' ? text : (row[index]?.paint ?? identity)(text);
        return column.right === true ? blanks + painted : painted + blanks;
      })
      .join(GUTTER)
      .trimEnd(),
  );
}

/** The lines of a text, broken at blanks; a word longer than a line is broken where the line ends. `\n` breaks too. */
export function wrap(text: string, width: number, maxLines: number): readonly string[] {
  const lines: string[] = [];
  for (const paragraph of text.split('\n')) {
    let line = '';
    for (const word of paragraph.split(' ')) {
      const longer = line === '' ? word : `${line} ${word}`;
      if (displayWidth(longer) <= width) line = longer;
      else {
        if (line !== '') lines.push(line);
        line = word;
        while (displayWidth(line) > width && lines.length < maxLines) {
          const start = startOf(line, width) || [...line].slice(0, 1).join('');
          lines.push(start);
          line = line.slice(start.length);
        }
      }
    }
    lines.push(line);
  }
  if (lines.length <= maxLines) return lines;
  return [...lines.slice(0, maxLines - 1), fit(`${lines[maxLines - 1] ?? ''}…`, width)];
}

function identity(line: string): string {
  return line;
}
