import type { Node, ParseResult } from '@pgsql/types';
import { isTooDeep } from './depth';
import { isComment, isSpace, readToken } from './lexer';
import { byteOffsets } from './offset';
import type { Answer } from './parser-module';

/** A statement of a parsed text: from its first token to its last, in UTF-16 code units. */
export interface RawStatement {
  readonly node: Node;
  readonly start: number;
  readonly end: number;
  /** The start in UTF-8 bytes, in which the locations of the tree count. */
  readonly byteStart: number;
  /** Its tree is nested too deeply to be walked by recursion. */
  readonly tooDeep: boolean;
}

/** The statements that the parser found in a text. */
export function rawStatements(
  text: string,
  { json, ascii }: Extract<Answer, { kind: 'json' }>,
): readonly RawStatement[] {
  const { stmts = [] } = JSON.parse(json) as ParseResult;
  const offset = ascii ? (bytes: number) => bytes : byteOffsets(text);
  const statements: RawStatement[] = [];
  for (const { stmt, stmt_location: byteStart = 0, stmt_len: byteLength = 0 } of stmts) {
    if (stmt === undefined) continue;
    const start = offset(byteStart);
    // A length of zero is that of a statement without a semicolon: it goes to the end of the text.
    const end = endOfStatement(text, start, byteLength === 0 ? text.length : offset(byteStart + byteLength));
    statements.push({ node: stmt, start, end, byteStart, tooDeep: isTooDeep(end - start, stmt) });
  }
  return statements;
}

/** The end of the last token: the parser's goes up to the semicolon, over white space and comments. */
function endOfStatement(text: string, start: number, limit: number): number {
  let end = limit;
  while (end > start && isSpace(text.charCodeAt(end - 1))) end--;
  return mayEndInComment(text, start, end) ? lastTokenEnd(text, start, end) : end;
}

/** Looks at the last line alone: in a comment it ends with that of a block, or has the two dashes of a line. */
function mayEndInComment(text: string, start: number, end: number): boolean {
  if (text.charCodeAt(end - 1) === 47 && text.charCodeAt(end - 2) === 42) return true;
  const statement = text.slice(start, end);
  const lastLine = Math.max(statement.lastIndexOf('\n'), statement.lastIndexOf('\r')) + 1;
  return statement.includes('--', lastLine);
}

function lastTokenEnd(text: string, start: number, end: number): number {
  let last = start;
  for (
    let token = readToken(text, start);
    token !== undefined && token.start < end;
    token = readToken(text, token.end)
  ) {
    if (!isComment(token)) last = token.end;
  }
  return last;
}
