/** What a token is, as far as quoting and cutting are concerned. `symbol` is any single character that is none of the others. */
export type TokenKind =
  | 'line-comment'
  | 'block-comment'
  | 'string'
  | 'quoted-name'
  | 'dollar-string'
  | 'word'
  | 'number'
  | 'parameter'
  | 'symbol';

/** One token or comment at UTF-16 offsets. `closed` is false for a string or comment that the text ends within. */
export interface Token {
  readonly kind: TokenKind;
  readonly start: number;
  readonly end: number;
  readonly closed: boolean;
}

/**
 * The first token or comment at or after an offset, by the rules of the server's `scan.l` with standard_conforming_strings on.
 * It never fails: characters that no rule knows are symbols. Each call costs no more than the token it returns.
 */
export function readToken(text: string, from: number): Token | undefined {
  let start = from;
  while (start < text.length && isSpace(text.charCodeAt(start))) start++;
  if (start >= text.length) return undefined;
  const first = text.charCodeAt(start);
  if (isWordStart(first)) return readWord(text, start, first);
  if (isDigit(first)) return token('number', start, endOf(WORD_PARTS, text, start + 1));
  const sign = text[start];
  if (sign === "'") return readQuoted('string', text, start, start, sign);
  if (sign === '"') return readQuoted('quoted-name', text, start, start, sign);
  if (sign === '$') return readDollar(text, start);
  if (sign === '-' && text[start + 1] === '-') return token('line-comment', start, endOfLine(text, start));
  if (sign === '/' && text[start + 1] === '*') return readBlockComment(text, start);
  return token('symbol', start, start + 1);
}

/** The word as the server folds it: ASCII letters only, since keywords have no others. */
export function wordAt(text: string, { start, end }: Token): string {
  return text.slice(start, end).toLowerCase();
}

export function isComment(token: Token): boolean {
  return token.kind === 'line-comment' || token.kind === 'block-comment';
}

/** The offset of the line end at or after an offset; the length of the text on its last line. */
export function endOfLine(text: string, from: number): number {
  let at = from;
  while (at < text.length && !isLineEnd(text.charCodeAt(at))) at++;
  return at;
}

export function isLineEnd(code: number): boolean {
  return code === 10 || code === 13;
}

/** Space, tab, line feed, vertical tab, form feed, carriage return: what the server takes for white space. */
export function isSpace(code: number): boolean {
  return code === 32 || (code >= 9 && code <= 13);
}

/** A letter, an underscore, or anything beyond ASCII. */
export function isWordStart(code: number): boolean {
  return (code >= 97 && code <= 122) || (code >= 65 && code <= 90) || code === 95 || code >= 128;
}

/** What a word goes on with, but for dollar signs. */
export function isWordPart(code: number): boolean {
  return isWordStart(code) || isDigit(code);
}

function isDigit(code: number): boolean {
  return code >= 48 && code <= 57;
}

function token(kind: TokenKind, start: number, end: number, closed = true): Token {
  return { kind, start, end, closed };
}

const DIGITS = /\d*/y;
/** Of characters for which `isWordPart` is true. */
const WORD_PARTS = /[\w\u0080-\uffff]*/y;
/** A dollar sign may stand within a name, so that `a$b$` opens no dollar quote. */
const REST_OF_WORD = /[\w$\u0080-\uffff]*/y;

/** The end of a run of characters, which may be empty, from an offset on. */
function endOf(run: RegExp, text: string, from: number): number {
  run.lastIndex = from;
  run.test(text);
  return run.lastIndex;
}

function readWord(text: string, start: number, first: number): Token {
  const next = text[start + 1];
  const letter = first | 32;
  // One letter before a quote makes it another kind of string: E'…' is the only one in which a backslash escapes.
  if (next === "'" && letter === 101) return readEscapeString(text, start);
  if (next === "'" && (letter === 98 || letter === 120 || letter === 110))
    return readQuoted('string', text, start, start + 1, "'");
  if (next === '&' && letter === 117) {
    const quote = text[start + 2];
    if (quote === "'") return readQuoted('string', text, start, start + 2, quote);
    if (quote === '"') return readQuoted('quoted-name', text, start, start + 2, quote);
  }
  return token('word', start, endOf(REST_OF_WORD, text, start + 1));
}

function readQuoted(kind: TokenKind, text: string, start: number, opening: number, quote: string): Token {
  let at = text.indexOf(quote, opening + 1);
  while (at !== -1) {
    if (text[at + 1] !== quote) return token(kind, start, at + 1);
    at = text.indexOf(quote, at + 2);
  }
  return token(kind, start, text.length, false);
}

function readEscapeString(text: string, start: number): Token {
  for (let at = start + 2; at < text.length; at++) {
    const char = text[at];
    if (char === '\\') at++;
    else if (char === "'") {
      if (text[at + 1] !== "'") return token('string', start, at + 1);
      at++;
    }
  }
  return token('string', start, text.length, false);
}

function readDollar(text: string, start: number): Token {
  const next = text.charCodeAt(start + 1);
  if (isDigit(next)) return token('parameter', start, endOf(DIGITS, text, start + 1));
  const tagEnd = isWordStart(next) ? endOf(WORD_PARTS, text, start + 1) : start + 1;
  if (text[tagEnd] !== '$') return token('symbol', start, start + 1);
  const tag = text.slice(start, tagEnd + 1);
  const close = text.indexOf(tag, tagEnd + 1);
  if (close === -1) return token('dollar-string', start, text.length, false);
  return token('dollar-string', start, close + tag.length);
}

function readBlockComment(text: string, start: number): Token {
  let depth = 1;
  for (let at = start + 2; at < text.length; at++) {
    const char = text[at];
    if (char === '*' && text[at + 1] === '/') {
      depth--;
      at++;
      if (depth === 0) return token('block-comment', start, at + 1);
    } else if (char === '/' && text[at + 1] === '*') {
      depth++;
      at++;
    }
  }
  return token('block-comment', start, text.length, false);
}
