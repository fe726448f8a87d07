import { verbatimFragment } from '../sql/fragment';
import type { Fragment, Transaction } from '../sql/fragment';
import type { SourceFile } from '../sql/source';
import type { Direction, Extraction } from './tool';

/** A line that a tool reads as a marker: from its first character to behind its line end, at UTF-16 offsets. */
export interface Marker {
  readonly start: number;
  readonly end: number;
  /** What the pattern found: groups from 1 on. */
  readonly groups: readonly string[];
}

/** A stretch of a file, the end exclusive. */
export interface Stretch {
  readonly start: number;
  readonly end: number;
}

/**
 * The lines of a text that match a pattern from their first character to their last. The tools read line by line and know no
 * quotes, so neither does this.
 */
export function markersOf(text: string, line: RegExp): readonly Marker[] {
  const whole = new RegExp(`^(?:${line.source})[ \\t]*$`, `gm${line.flags.replace(/[gm]/g, '')}`);
  // In a text with CR LF, `$` stands before the LF: the CR is white space.
  return [...text.replaceAll('\r', ' ').matchAll(whole)].map((match) => {
    const end = text.indexOf('\n', match.index + match[0].length);
    return {
      start: match.index,
      end: end === -1 ? text.length : end + 1,
      groups: match.slice(1).map((group) => group ?? ''),
    };
  });
}

/** The stretches between markers: one behind each, and one before the first with no marker. */
export function stretchesOf(
  text: string,
  markers: readonly Marker[],
): readonly (Stretch & { readonly marker: Marker | null })[] {
  const starts = [{ marker: null, start: 0 }, ...markers.map((marker) => ({ marker, start: marker.end }))];
  return starts.map(({ marker, start }, index) => ({
    marker,
    start,
    end: markers[index]?.start ?? text.length,
  }));
}

/** A stretch of a file as a fragment in a call of its own; none where it holds nothing. */
export function fragmentOf(
  file: SourceFile,
  { start, end }: Stretch,
  transaction: Transaction,
  call = start,
): readonly Fragment[] {
  if (file.text.slice(start, end).trim() === '') return [];
  return [verbatimFragment(file, transaction, start, end, call)];
}

/**
 * A file of a tool that reads sections, without the marker of any: the tool refuses it, and what stands there is still read, as
 * the way up.
 */
export function unmarked(
  file: SourceFile,
  direction: Direction,
  transaction: Transaction,
  { tool, marker }: { readonly tool: string; readonly marker: string },
): Extraction {
  const whole = { start: 0, end: file.text.length };
  const fragments = direction === 'up' ? fragmentOf(file, whole, transaction) : [];
  if (fragments.length === 0) return { fragments, gaps: [], transaction };
  const lineEnd = file.text.indexOf('\n');
  const at = { file: file.path, start: 0, end: lineEnd === -1 ? file.text.length : lineEnd };
  const detail = `${tool} refuses a file without \`${marker}\`; it is read as plain SQL`;
  return { fragments, gaps: [{ kind: 'gap', at, reason: 'unreadable-file', detail }], transaction };
}
