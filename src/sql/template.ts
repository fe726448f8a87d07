import { branches } from './branches';
import type { Branches } from './branches';
import type { Cleaned, Hole } from './clean';
import { readToken } from './lexer';
import type { TokenKind } from './lexer';
import { placeholderFor, spaces } from './placeholder';

/** True if a text that parses may still hold a template: a quoted name is the one place where SQL lets its signs stand. */
export function mayHoldTemplate(text: string): boolean {
  return text.includes('{{') || text.includes('${');
}

/** The text with placeholders in the place of template expressions within quoted names, and nothing else changed. */
export function cleanQuotedNames(text: string): string {
  return replaceTokens(text, 'quoted-name', quotedName);
}

/** The text with placeholders in the place of template expressions within dollar quotes: these hold the bodies of functions. */
export function cleanBodies(text: string): string {
  return replaceTokens(text, 'dollar-string', (literal) => {
    const tag = literal.slice(0, literal.indexOf('$', 1) + 1);
    return tag + cleanTemplates(literal.slice(tag.length)).text;
  });
}

function replaceTokens(text: string, kind: TokenKind, replace: (token: string) => string): string {
  const parts: string[] = [];
  let copied = 0;
  for (let token = readToken(text, 0); token !== undefined; token = readToken(text, token.end)) {
    if (token.kind !== kind) continue;
    parts.push(text.slice(copied, token.start), replace(text.slice(token.start, token.end)));
    copied = token.end;
  }
  return parts.join('') + text.slice(copied);
}

/**
 * Puts a placeholder of the same length in the place of every psql variable and template expression. String literals, comments
 * and dollar quotes are left as they are. The commands of templates (`{{ if … }}`, `{% for … %}`) become spaces.
 */
export function cleanTemplates(text: string): Cleaned {
  if (!/[:{@$]|\*\/\./.test(text)) return { text, holes: [], conditional: [] };
  const expressionAt = expressionReader(text);
  const parts: string[] = [];
  const holes: Hole[] = [];
  const conditional = branches();
  let copied = 0;
  let brackets = 0;
  for (let token = readToken(text, 0); token !== undefined;) {
    const { start } = token;
    const sign = text[start];
    if (sign === '[') brackets++;
    else if (sign === ']') brackets--;
    else if (sign === ';') brackets = 0;
    let instead: string | undefined;
    if (token.kind === 'quoted-name') {
      instead = quotedName(text.slice(start, token.end));
    } else if (token.kind === 'block-comment') {
      // Right before a dot it stands for the schema that a runner puts there.
      if (text[token.end] === '.') instead = placeholderFor(text.slice(start, token.end));
    } else if (sign === ':') {
      // Not in a cast, nor in a slice: psql would look for a variable there, too, but nobody means one.
      if (brackets === 0 && text[start - 1] !== ':') instead = psqlVariable(text, start);
    } else if (token.kind === 'symbol') {
      const expression = expressionAt(start);
      const command = expression === undefined ? undefined : commandOf(expression);
      if (command !== undefined) follow(command, start, conditional, holes);
      if (expression !== undefined)
        instead = command === undefined ? placeholderFor(expression) : spaces(expression);
    }
    if (instead !== undefined) {
      parts.push(text.slice(copied, start), instead);
      copied = start + instead.length;
    }
    token = readToken(text, instead === undefined ? token.end : copied);
  }
  parts.push(text.slice(copied));
  return { text: parts.join(''), holes, conditional: conditional.ranges(text.length) };
}

const IN_QUOTES = /\{\{[^{}"]{1,200}\}\}|\$\{[^{}"]{1,200}\}|@[A-Z][A-Z0-9_]{0,62}@|\$%\w{1,62}%\$/g;

function quotedName(name: string): string {
  return name.replace(IN_QUOTES, placeholderFor);
}

const VARIABLE =
  /:(?:\{\?[^\s}]{1,62}\}|'[\w\u0080-\uffff]{1,62}'|"[\w\u0080-\uffff]{1,62}"|[A-Za-z_\u0080-\uffff][\w\u0080-\uffff]{0,62}(?::(?![:=]))?)/y;

/** `:name`, `:'literal'`, `:"name"`, `:{?name}`, and `:name:` as Knex writes it for names. */
function psqlVariable(text: string, start: number): string | undefined {
  VARIABLE.lastIndex = start;
  const found = VARIABLE.exec(text)?.[0];
  const quote = found?.[1];
  if (found === undefined || (quote !== "'" && quote !== '"')) return found && placeholderFor(found);
  return ` ${quote}${placeholderFor(found.slice(2, -1))}${quote}`;
}

/** `@X@`, and the names that extension scripts may use. */
const NAMED = /\$\(\w{1,62}\)|\$%\w{1,62}%\$|@(?:[A-Z][A-Z0-9_]{0,62}|extschema(?::\w{1,62})?|extowner)@/y;

/** Longer ones are none: some quote was not closed. */
const LONGEST_EXPRESSION = 2000;

/** Reads `{{ x }}`, `{% x %}`, `{# x #}`, `${x}`, `$(x)`, `$%X%$` and `@X@` at offsets that never go back. */
function expressionReader(text: string): (start: number) => string | undefined {
  const ends = new Map([
    ['{{', finder(text, '}}')],
    ['{%', finder(text, '%}')],
    ['{#', finder(text, '#}')],
    ['${', finder(text, '}')],
  ]);
  return (start) => {
    const end = ends.get(text.slice(start, start + 2))?.(start + 2);
    if (end !== undefined) return end - start > LONGEST_EXPRESSION ? undefined : text.slice(start, end);
    NAMED.lastIndex = start;
    return NAMED.exec(text)?.[0];
  };
}

/** The end of the next closing sign after an offset, each of which is looked for once; far away if there is none. */
function finder(text: string, sign: string): (from: number) => number {
  let found = 0;
  return (from) => {
    if (found < from) {
      const at = text.indexOf(sign, from);
      found = at === -1 ? Infinity : at;
    }
    return found + sign.length;
  };
}

interface Command {
  readonly kind: 'open' | 'turn' | 'close' | 'include' | 'nothing';
  /** As the text has it, without its signs. */
  readonly text: string;
  readonly length: number;
}

/** What a template command does to the text around it; nothing for an expression, which gives a text of its own. */
function commandOf(expression: string): Command | undefined {
  const sign = expression.slice(0, 2);
  if (sign !== '{{' && sign !== '{%' && sign !== '{#') return undefined;
  const text = expression.slice(2, -2).replace(/^[-~#\s]+|[-~\s]+$/g, '');
  const kind = sign === '{#' ? 'nothing' : commandKind(text, sign === '{%');
  return kind && { kind, text, length: expression.length };
}

function commandKind(text: string, isStatement: boolean): Command['kind'] | undefined {
  if (/^(?:if|unless|with|range|for|each|block|define)\b/.test(text)) return 'open';
  if (/^(?:else|elif|elsif)\b/.test(text)) return 'turn';
  if (/^(?:end\w*$|\/(?!\*))/.test(text)) return 'close';
  if (isStatement) return /^(?:include|import|extends|call|from)\b/.test(text) ? 'include' : 'nothing';
  return /^(?:\/\*|!|\$\w+\s*:?=)/.test(text) ? 'nothing' : undefined;
}

function follow({ kind, text, length }: Command, start: number, conditional: Branches, holes: Hole[]): void {
  switch (kind) {
    case 'open':
      return conditional.open(text, start);
    case 'turn':
      return conditional.turn(/^else$/.test(text) ? undefined : text, start, start);
    case 'close':
      return conditional.close(start);
    case 'include':
      holes.push({
        start,
        end: start + length,
        reason: 'template',
        detail: `{% ${text} %} puts in a text that is not read`,
      });
      return;
    case 'nothing':
      return;
  }
}
