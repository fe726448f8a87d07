import { isComment, readToken } from './lexer';

/** A comment of an SQL text, at UTF-16 offsets, the end exclusive. */
export interface Comment {
  readonly kind: 'line' | 'block';
  readonly start: number;
  readonly end: number;
  /** What stands between its signs, spaces included. */
  readonly text: string;
}

/** The comments of an SQL text in order. What looks like one within a string, a quoted name or a dollar quote is none. */
export function comments(sql: string): readonly Comment[] {
  const found: Comment[] = [];
  // Reading tokens is the dearest thing that a file of a few statements could ask for, and most files have no comment.
  if (!sql.includes('--') && !sql.includes('/*')) return found;
  for (let token = readToken(sql, 0); token !== undefined; token = readToken(sql, token.end)) {
    if (!isComment(token)) continue;
    const kind = token.kind === 'line-comment' ? 'line' : 'block';
    const last = kind === 'block' && token.closed ? token.end - 2 : token.end;
    found.push({ kind, start: token.start, end: token.end, text: sql.slice(token.start + 2, last) });
  }
  return found;
}
