/** Lines of a file, one-based, both ends included. */
export interface LineRange {
  readonly start: number;
  readonly end: number;
}

/** What a unified diff says about the head side of a file. */
export interface ChangedLines {
  /** Runs of added lines, ascending. `whole` where no usable diff was to be had: then every line counts as added. */
  readonly added: readonly LineRange[] | 'whole';
  /** Lines of the head after which lines were removed, ascending; 0 where they were removed before the first one. */
  readonly removedAfter: readonly number[];
}

export const WHOLE: ChangedLines = { added: 'whole', removedAfter: [] };
export const NO_LINES: ChangedLines = { added: [], removedAfter: [] };

/** How many lines a patch must add and remove to be believed: those that GitHub counts beside it. */
export interface LineCounts {
  readonly additions: number;
  readonly deletions: number;
}

/**
 * Reads the hunks of a unified diff. Undefined if it is cut off, malformed or has other counts than it should:
 * an incomplete patch must not make a changed line pass for an unchanged one.
 */
export function readPatch(patch: string, counts?: LineCounts): ChangedLines | undefined {
  const reader = new HunkReader();
  for (const line of patch.split('\n')) if (!reader.take(line)) return undefined;
  return reader.result(counts);
}

const HUNK = /^@@ -\d+(?:,(\d+))? \+(\d+)(?:,(\d+))? @@/;

class HunkReader {
  readonly #added: number[] = [];
  readonly #removedAfter: number[] = [];
  /** The head line that comes next, and what the hunk still has to show of either side. */
  #next = 1;
  #oldLeft = 0;
  #newLeft = 0;
  #deletions = 0;

  take(line: string): boolean {
    if (this.#oldLeft === 0 && this.#newLeft === 0) return this.#between(line);
    switch (line[0]) {
      case '+':
        this.#added.push(this.#next);
        this.#step(0, 1);
        break;
      case '-':
        this.#removedAfter.push(this.#next - 1);
        this.#deletions++;
        this.#step(1, 0);
        break;
      case '\\':
        break;
      // Some servers strip the blank of an empty context line.
      case ' ':
      case undefined:
        this.#step(1, 1);
        break;
      default:
        return false;
    }
    return this.#oldLeft >= 0 && this.#newLeft >= 0;
  }

  result(counts: LineCounts | undefined): ChangedLines | undefined {
    if (this.#oldLeft !== 0 || this.#newLeft !== 0) return undefined;
    if (
      counts !== undefined &&
      (counts.additions !== this.#added.length || counts.deletions !== this.#deletions)
    )
      return undefined;
    return { added: runsOf(this.#added), removedAfter: [...new Set(this.#removedAfter)] };
  }

  #between(line: string): boolean {
    if (line === '' || line.startsWith('\\')) return true;
    const hunk = HUNK.exec(line);
    if (hunk === null) return false;
    this.#oldLeft = Number(hunk[1] ?? 1);
    this.#newLeft = Number(hunk[3] ?? 1);
    // Of a hunk without head lines, the number is that of the line before it.
    this.#next = Number(hunk[2]) + (this.#newLeft === 0 ? 1 : 0);
    return true;
  }

  #step(old: number, fresh: number): void {
    this.#oldLeft -= old;
    this.#newLeft -= fresh;
    this.#next += fresh;
  }
}

function runsOf(lines: readonly number[]): readonly LineRange[] {
  const runs: LineRange[] = [];
  for (const line of lines) {
    const last = runs.at(-1);
    if (last !== undefined && last.end + 1 === line) runs[runs.length - 1] = { start: last.start, end: line };
    else runs.push({ start: line, end: line });
  }
  return runs;
}
