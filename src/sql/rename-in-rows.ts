import type { Lexeme } from './clauses';
import { isSymbol, lexemes } from './clauses';

/** The text of a condition on `NEW` and `OLD`, with another name of a column of theirs. All else stays as it is written. */
export function renameInRows(text: string, from: string, to: string): string {
  const tokens = lexemes(text);
  let renamed = '';
  let end = 0;
  tokens.forEach((token, at) => {
    if (nameAt(text, token) !== from || !isSymbol(text, tokens[at - 1], '.')) return;
    if (!isRow(text, tokens, at - 2)) return;
    renamed += text.slice(end, token.start) + quoted(to);
    end = token.end;
  });
  return renamed + text.slice(end);
}

/** `NEW`, `"new"` or `(NEW)`, by its last token. */
function isRow(text: string, tokens: readonly Lexeme[], at: number): boolean {
  const isClosed = isSymbol(text, tokens[at], ')');
  const name = nameAt(text, tokens[isClosed ? at - 1 : at]);
  if (name !== 'new' && name !== 'old') return false;
  return !isClosed || isSymbol(text, tokens[at - 2], '(');
}

/** An identifier as the server reads it; null for any other token. */
function nameAt(text: string, token: Lexeme | undefined): string | null {
  if (token?.kind === 'word') return token.word;
  if (token?.kind !== 'quoted-name') return null;
  return text.slice(token.start + 1, token.end - 1).replaceAll('""', '"');
}

/** After a dot every word is a name. */
function quoted(name: string): string {
  return /^[a-z_][a-z0-9_$]*$/.test(name) ? name : `"${name.replaceAll('"', '""')}"`;
}
