import { printable } from './printable';

/** A stretch of lines that differ: where they stand (from zero), and how many. */
interface Change {
  readonly oldStart: number;
  readonly oldLines: number;
  readonly newStart: number;
  readonly newLines: number;
}

const CONTEXT = 3;

/** How a file would change, as `git apply` and people read it; empty where nothing differs. */
export function unifiedDiff(path: string, before: string, after: string): string {
  const old = linesOf(before);
  const fresh = linesOf(after);
  const hunks = hunksOf(changesOf(old, fresh), old, fresh);
  const name = printable(path);
  return hunks.length === 0 ? '' : [`--- a/${name}`, `+++ b/${name}`, ...hunks, ''].join('\n');
}

/** Lines with their ends. */
function linesOf(text: string): readonly string[] {
  return text.match(/[^\n]*\n|[^\n]+$/g) ?? [];
}

/**
 * The stretches that differ, from the first line that does to the next that both have. Edits are few and far between, so that a
 * look ahead finds what a search for the shortest script would find.
 */
function changesOf(old: readonly string[], fresh: readonly string[]): readonly Change[] {
  const changes: Change[] = [];
  let a = 0;
  let b = 0;
  while (a < old.length || b < fresh.length) {
    if (old[a] === fresh[b]) {
      a += 1;
      b += 1;
      continue;
    }
    const [oldLines, newLines] = nextMeeting(old, fresh, a, b);
    changes.push({ oldStart: a, oldLines, newStart: b, newLines });
    a += oldLines;
    b += newLines;
  }
  return changes;
}

/** How far to go on either side, together least, until the lines are the same again. */
function nextMeeting(
  old: readonly string[],
  fresh: readonly string[],
  a: number,
  b: number,
): readonly [number, number] {
  const restOld = old.length - a;
  const restNew = fresh.length - b;
  for (let steps = 1; steps < Math.min(restOld + restNew, MOST_AHEAD); steps += 1) {
    for (let added = Math.min(steps, restNew); added >= 0 && steps - added <= restOld; added -= 1) {
      const line = old[a + steps - added];
      if (line !== undefined && line === fresh[b + added]) return [steps - added, added];
    }
  }
  return [restOld, restNew];
}

const MOST_AHEAD = 2000;

function hunksOf(
  changes: readonly Change[],
  old: readonly string[],
  fresh: readonly string[],
): readonly string[] {
  const groups: Change[][] = [];
  for (const change of changes) {
    const last = groups.at(-1)?.at(-1);
    if (last !== undefined && change.oldStart - (last.oldStart + last.oldLines) <= 2 * CONTEXT)
      groups.at(-1)?.push(change);
    else groups.push([change]);
  }
  return groups.map((group) => hunkOf(group, old, fresh));
}

function hunkOf(group: readonly Change[], old: readonly string[], fresh: readonly string[]): string {
  const [first] = group;
  const last = group.at(-1);
  if (first === undefined || last === undefined) return '';
  const before = Math.min(CONTEXT, first.oldStart);
  const oldFrom = first.oldStart - before;
  const newFrom = first.newStart - before;
  const oldTo = Math.min(old.length, last.oldStart + last.oldLines + CONTEXT);
  const newTo = newFrom + (oldTo - oldFrom) + group.reduce((sum, c) => sum + c.newLines - c.oldLines, 0);
  const lines: string[] = [];
  let at = oldFrom;
  for (const { oldStart, oldLines, newStart, newLines } of group) {
    lines.push(...old.slice(at, oldStart).map((line) => marked(' ', line)));
    lines.push(...old.slice(oldStart, oldStart + oldLines).map((line) => marked('-', line)));
    lines.push(...fresh.slice(newStart, newStart + newLines).map((line) => marked('+', line)));
    at = oldStart + oldLines;
  }
  lines.push(...old.slice(at, oldTo).map((line) => marked(' ', line)));
  return [`@@ -${rangeOf(oldFrom, oldTo)} +${rangeOf(newFrom, newTo)} @@`, ...lines].join('\n');
}

function rangeOf(from: number, to: number): string {
  const count = to - from;
  const start = count === 0 ? from : from + 1;
  return count === 1 ? String(start) : `${String(start)},${String(count)}`;
}

function marked(mark: string, line: string): string {
  return line.endsWith('\n') ? mark + line.slice(0, -1) : `${mark}${line}\n\\ No newline at end of file`;
}
