import type { Fragment } from '../../src/sql/fragment';
import type { ParsedStatement } from '../../src/sql/statement';
import type { Tree } from '../../src/tools/tool';

/**
 * Whether a statement stands where it is said to stand: each part of its text that was taken from a file character by character
 * is there, and if it begins with such a part, so does its span.
 */
export function isInPlace(statement: ParsedStatement, tree: Tree): boolean {
  const { fragment, sqlStart, sqlEnd, at } = statement;
  const parts = verbatimParts(fragment, sqlStart, sqlEnd);
  const areThere = parts.every(({ file, start, text }) => tree.read(file)?.startsWith(text, start) === true);
  const [first] = parts;
  const begins = first !== undefined && first.sqlStart === sqlStart;
  const isHeld = !begins || (first.file === at.file && first.start === at.start);
  return areThere && isHeld && at.start < at.end && at.end <= (tree.read(at.file)?.length ?? 0);
}

function verbatimParts({ segments, sql }: Fragment, from: number, to: number) {
  return segments.flatMap(({ sqlStart, at, mapping }, index) => {
    const start = Math.max(sqlStart, from);
    const end = Math.min(segments[index + 1]?.sqlStart ?? sql.length, to);
    if (mapping === 'whole' || start >= end) return [];
    return [
      { sqlStart: start, file: at.file, start: at.start + start - sqlStart, text: sql.slice(start, end) },
    ];
  });
}
