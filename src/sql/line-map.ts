import type { SourceFile } from './source';

/** Where a span stands for people: lines and columns count from one, columns in UTF-16 code units, the end is exclusive. */
export interface Place {
  readonly line: number;
  readonly column: number;
  readonly endLine: number;
  readonly endColumn: number;
}

/** The lines of one text. A line ends at LF, CR LF or a lone CR, as editors and GitHub count. */
export interface LineMap {
  /** How many lines the text has; a text that ends with a line end has an empty last one. */
  readonly lineCount: number;
  /** The line and columns of the offsets, which are clamped to the text. */
  place(start: number, end: number): Place;
  /** The line of an offset, from one. */
  lineAt(offset: number): number;
  /** The offset at which a line (from one) starts; the length of the text behind the last line. */
  lineStart(line: number): number;
}

/** Reads the lines of a text once; each look-up is a binary search. */
export function lineMap(text: string): LineMap {
  const starts = lineStarts(text);
  const lineAt = (offset: number): number => {
    let low = 0;
    let high = starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((starts[middle] ?? 0) <= offset) low = middle;
      else high = middle - 1;
    }
    return low + 1;
  };
  const lineStart = (line: number): number => (line < 1 ? 0 : (starts[line - 1] ?? text.length));
  const clamp = (offset: number): number => Math.min(Math.max(offset, 0), text.length);
  return {
    lineCount: starts.length,
    lineAt,
    lineStart,
    place(start, end) {
      const from = clamp(start);
      const to = Math.max(from, clamp(end));
      const line = lineAt(from);
      const endLine = lineAt(to);
      return { line, column: from - lineStart(line) + 1, endLine, endColumn: to - lineStart(endLine) + 1 };
    },
  };
}

const known = new WeakMap<SourceFile, LineMap>();

/** The lines of a file, read once for each value: many findings and gaps may stand in one file. */
export function linesOf(source: SourceFile): LineMap {
  const lines = known.get(source) ?? lineMap(source.text);
  known.set(source, lines);
  return lines;
}

function lineStarts(text: string): readonly number[] {
  const starts = [0];
  if (!text.includes('\r')) {
    for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) starts.push(at + 1);
    return starts;
  }
  for (const end of text.matchAll(/\r\n?|\n/g)) starts.push(end.index + end[0].length);
  return starts;
}
