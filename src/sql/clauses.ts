import type { Token } from './lexer';
import { isComment, readToken, wordAt } from './lexer';

/** A stretch of a statement's text, at UTF-16 offsets from its start: from the first token to the last. */
export interface Clause {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

/** A token of a text with its word (lower case; empty for what is no word) and how deep in parentheses it stands. */
export interface Lexeme extends Token {
  readonly word: string;
  readonly depth: number;
}

/** The tokens of a text without its comments. Both parentheses of a pair have the depth of what is around them. */
export function lexemes(text: string): readonly Lexeme[] {
  const found: Lexeme[] = [];
  let depth = 0;
  for (let token = readToken(text, 0); token !== undefined; token = readToken(text, token.end)) {
    if (isComment(token)) continue;
    const sign = token.kind === 'symbol' ? text[token.start] : undefined;
    if (sign === ')' || sign === ']') depth -= 1;
    const { kind, start, end, closed } = token;
    found.push({ kind, start, end, closed, word: kind === 'word' ? wordAt(text, token) : '', depth });
    if (sign === '(' || sign === '[') depth += 1;
  }
  return found;
}

/** The first word of a text without its comments; empty where it begins otherwise. */
function firstWord(text: string): string {
  for (let token = readToken(text, 0); token !== undefined; token = readToken(text, token.end)) {
    if (!isComment(token)) return token.kind === 'word' ? wordAt(text, token) : '';
  }
  return '';
}

/** The subcommands of ALTER TABLE as they are written, and what stands before them; null for another statement. */
export function subcommandsOf(
  text: string,
  known?: readonly Lexeme[],
): { readonly head: Clause; readonly subcommands: readonly Clause[] } | null {
  if (firstWord(text) !== 'alter') return null;
  const tokens = known ?? lexemes(text);
  const first = endOfTarget(text, tokens);
  const subcommands: Clause[] = [];
  let start = first;
  for (let at = first; at <= tokens.length; at += 1) {
    const token = tokens[at];
    const isEnd =
      token === undefined || (token.depth === 0 && text[token.start] === ',' && token.kind === 'symbol');
    if (!isEnd) continue;
    const clause = clauseOf(text, tokens, start, at);
    if (clause !== null) subcommands.push(clause);
    start = at + 1;
  }
  const head = clauseOf(text, tokens, 0, first);
  return head === null || subcommands.length === 0 ? null : { head, subcommands };
}

/** The tokens from one index to another as a stretch of text; null where there are none. */
export function clauseOf(text: string, tokens: readonly Lexeme[], from: number, to: number): Clause | null {
  const first = tokens[from];
  const last = tokens[to - 1];
  if (first === undefined || last === undefined || from >= to) return null;
  return { text: text.slice(first.start, last.end), start: first.start, end: last.end };
}

/** What stands in the first parentheses at or after a token, without them; null where there are none. */
export function inParentheses(text: string, tokens: readonly Lexeme[], from: number): Clause | null {
  const open = tokens.findIndex(
    (token, at) => at >= from && token.kind === 'symbol' && text[token.start] === '(',
  );
  const depth = tokens[open]?.depth;
  if (open === -1 || depth === undefined) return null;
  const close = tokens.findIndex(
    (token, at) => at > open && token.depth === depth && text[token.start] === ')',
  );
  return close === -1 ? null : clauseOf(text, tokens, open + 1, close);
}

/** The index of the token behind `ALTER TABLE [IF EXISTS] [ONLY] schema.name [*]`. */
function endOfTarget(text: string, tokens: readonly Lexeme[]): number {
  let at = 1;
  while (['foreign', 'materialized', 'table', 'index', 'view', 'sequence'].includes(tokens[at]?.word ?? ''))
    at += 1;
  if (tokens[at]?.word === 'if') at += 2;
  if (tokens[at]?.word === 'only') at += 1;
  const parenthesised = isSymbol(text, tokens[at], '(');
  if (parenthesised) at += 1;
  at += 1;
  while (isSymbol(text, tokens[at], '.')) at += 2;
  if (parenthesised || isSymbol(text, tokens[at], '*')) at += 1;
  return at;
}

/** Whether a token is one sign. */
export function isSymbol(text: string, token: Lexeme | undefined, sign: string): boolean {
  return token?.kind === 'symbol' && text[token.start] === sign;
}
