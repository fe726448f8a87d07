import type { ChangedLines, LineRange } from './patch';

/** A region of a file: one-based, in UTF-16 units, the end column exclusive. */
export interface Region {
  readonly line: number;
  readonly column: number;
  readonly endLine: number;
  readonly endColumn: number;
}

/** The lines that a region touches. One that ends before the first column of a line does not touch it. */
export function linesOf({ line, endLine, endColumn }: Region): LineRange {
  return { start: line, end: endColumn <= 1 && endLine > line ? endLine - 1 : endLine };
}

/** A region is changed if it has an added line, or if lines were removed between two of its lines. */
export function isChanged(region: Region, { added, removedAfter }: ChangedLines): boolean {
  if (added === 'whole') return true;
  const { start, end } = linesOf(region);
  return (
    added.some((run) => run.start <= end && run.end >= start) ||
    removedAfter.some((line) => line >= start && line < end)
  );
}

/**
 * The part of a region that a pull request can show: its first run of added lines, because GitHub shows an alert or a
 * comment only if every line of it is in the diff. Undefined if none of its lines was added.
 *
 * @param lengthOf length of a line in UTF-16 units, without its end
 */
export function clip(
  region: Region,
  { added }: ChangedLines,
  lengthOf: (line: number) => number,
): Region | undefined {
  if (added === 'whole') return region;
  const { start, end } = linesOf(region);
  const run = added.find((candidate) => candidate.start <= end && candidate.end >= start);
  if (run === undefined) return undefined;
  const first = Math.max(start, run.start);
  const last = Math.min(end, run.end);
  return {
    line: first,
    column: first === region.line ? region.column : 1,
    endLine: last,
    endColumn: last === region.endLine ? region.endColumn : lengthOf(last) + 1,
  };
}
