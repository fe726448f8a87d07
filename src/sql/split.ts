import { endOfLine, isComment, isLineEnd, readToken, wordAt } from './lexer';
import type { Token } from './lexer';

/** One statement as the lexer sees it: from its first token to its last, at UTF-16 offsets, without the semicolon. */
export interface Piece {
  readonly start: number;
  readonly end: number;
}

/** After this many strings that nobody closed, the rest of the text is one piece: each costs a look to the end of the text. */
const MOST_RESUMPTIONS = 50;

/**
 * Cuts a text at the semicolons that end statements, as the parser would, without parsing: quotes, comments, the bodies of
 * `BEGIN ATOMIC … END` and the parentheses of `CREATE RULE` are stepped over. Empty statements give no piece.
 *
 * A string, name or comment that is never closed spoils only its own statement if, below it, a line that follows a semicolon
 * starts with a word that starts statements; else the rest of the text belongs to it.
 */
export function split(text: string): readonly Piece[] {
  const pieces: Piece[] = [];
  let resumptions = 0;
  let at = 0;
  while (at < text.length) {
    const { piece, next, closed } = readStatement(text, at);
    if (piece === undefined) {
      at = next;
      continue;
    }
    const resume =
      closed || resumptions++ >= MOST_RESUMPTIONS ? undefined : nextStatementLine(text, piece.start);
    pieces.push(resume === undefined ? piece : trimmed(text, piece.start, resume));
    at = resume ?? next;
  }
  return pieces;
}

interface Read {
  readonly piece: Piece | undefined;
  readonly next: number;
  readonly closed: boolean;
}

function readStatement(text: string, from: number): Read {
  const nesting: Nesting = { words: [], previous: '', parentheses: 0, blocks: 0 };
  let piece: Piece | undefined;
  let next = from;
  for (let token = readToken(text, next); token !== undefined; token = readToken(text, next)) {
    next = token.end;
    if (!token.closed)
      return { piece: { start: piece?.start ?? token.start, end: token.end }, next, closed: false };
    if (isComment(token)) continue;
    if (text[token.start] === ';' && !holdsSemicolon(nesting)) return { piece, next, closed: true };
    step(nesting, text, token);
    piece = { start: piece?.start ?? token.start, end: token.end };
  }
  return { piece, next: text.length, closed: true };
}

/**
 * What of a statement decides whether a semicolon ends it. Only two commands hold semicolons of their own: CREATE RULE between
 * parentheses, and CREATE FUNCTION or PROCEDURE between BEGIN ATOMIC and END. Everywhere else a semicolon ends the statement even
 * within parentheses: one is missing then, and the next statement is not to suffer from it.
 */
interface Nesting {
  /** The first four words. */
  readonly words: string[];
  previous: string;
  parentheses: number;
  /** How many BEGIN ATOMIC and CASE wait for their END. */
  blocks: number;
}

function holdsSemicolon({ words, parentheses, blocks }: Nesting): boolean {
  return blocks > 0 || (parentheses > 0 && creates(words, 'rule'));
}

function step(nesting: Nesting, text: string, token: Token): void {
  const sign = text[token.start];
  const word = token.kind === 'word' ? wordAt(text, token) : '';
  if (nesting.words.length < 4) nesting.words.push(word);
  if (sign === '(') nesting.parentheses++;
  else if (sign === ')') nesting.parentheses = Math.max(0, nesting.parentheses - 1);
  else if (nesting.blocks > 0) nesting.blocks += word === 'case' ? 1 : word === 'end' ? -1 : 0;
  else if (word === 'atomic' && nesting.previous === 'begin' && createsRoutine(nesting.words))
    nesting.blocks = 1;
  nesting.previous = word;
}

function createsRoutine(words: readonly string[]): boolean {
  return creates(words, 'function') || creates(words, 'procedure');
}

function creates([first, second, third, fourth]: readonly string[], what: string): boolean {
  return (
    first === 'create' && (second === what || (second === 'or' && third === 'replace' && fourth === what))
  );
}

function trimmed(text: string, start: number, end: number): Piece {
  return { start, end: start + text.slice(start, end).trimEnd().length };
}

/** Words that start the statements of migrations. Names begin lines as well, so the list holds no word that is a common name. */
const STARTS =
  /^(?:ALTER|ANALYZE|BEGIN|CALL|COMMENT|COMMIT|COPY|CREATE|DELETE|DO|DROP|GRANT|INSERT|LOCK|MERGE|REFRESH|REINDEX|REVOKE|ROLLBACK|SELECT|SET|TRUNCATE|UPDATE|VACUUM|WITH)\b/i;

/** The first line below that starts like a statement, where the last ink before it is a semicolon. */
function nextStatementLine(text: string, from: number): number | undefined {
  let afterSemicolon = false;
  for (let line = from; line < text.length;) {
    const end = endOfLine(text, line);
    const content = text.slice(line, end).trimEnd();
    if (line > from && afterSemicolon && STARTS.test(content)) return line;
    if (content !== '') afterSemicolon = content.endsWith(';');
    line = end;
    while (line < text.length && isLineEnd(text.charCodeAt(line))) line++;
  }
  return undefined;
}
