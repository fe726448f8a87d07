import type { SqlPart } from './sql-text';
import { joinSql } from './sql-text';
import { slicePieces } from './text';
import type { TextValue } from './value';

/**
 * Puts something else in the place of each match in the parts of a text that are known; what stays keeps its place. A
 * replacement of `undefined` leaves the match as it is.
 */
export function replaceText(
  text: TextValue,
  pattern: RegExp,
  replacement: (match: RegExpExecArray) => SqlPart | undefined,
): TextValue {
  const parts: SqlPart[] = [];
  for (const piece of text.pieces) {
    if (piece.kind === 'unknown') {
      parts.push({ kind: 'text', pieces: [piece] });
      continue;
    }
    let start = 0;
    for (const match of piece.text.matchAll(pattern)) {
      const replaced = replacement(match);
      if (replaced === undefined) continue;
      parts.push({ kind: 'text', pieces: slicePieces([piece], start, match.index) }, replaced);
      start = match.index + match[0].length;
    }
    parts.push({ kind: 'text', pieces: slicePieces([piece], start) });
  }
  const [first] = text.pieces;
  return first === undefined ? text : joinSql(parts, '', first.at);
}
