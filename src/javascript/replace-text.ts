import type { SqlPart } from './sql-text';
import { joinSql } from './sql-text';
import { hasHole, searchableText, slicePieces } from './text';
import type { TextValue } from './value';

/**
 * Puts something else in the place of each match in what is known of a text; what stays keeps its place. A
 * replacement of `undefined` leaves the match as it is.
 */
export function replaceText(
  text: TextValue,
  pattern: RegExp,
  replacement: (match: RegExpExecArray) => SqlPart | undefined,
): TextValue {
  const [first] = text.pieces;
  if (first === undefined) return text;
  const parts: SqlPart[] = [];
  let start = 0;
  for (const match of searchableText(text).matchAll(pattern)) {
    const replaced = hasHole(match[0]) ? undefined : replacement(match);
    if (replaced === undefined) continue;
    parts.push({ kind: 'text', pieces: slicePieces(text.pieces, start, match.index) }, replaced);
    start = match.index + match[0].length;
  }
  parts.push({ kind: 'text', pieces: slicePieces(text.pieces, start) });
  return joinSql(parts, '', first.at);
}
