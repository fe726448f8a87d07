import type { Clause, Lexeme } from './clauses';
import { clauseOf, lexemes } from './clauses';

/** What a clause of a column's definition begins with. */
export type ColumnClauseKind =
  | 'not null'
  | 'null'
  | 'default'
  | 'check'
  | 'unique'
  | 'primary'
  | 'references'
  | 'generated'
  | 'collate'
  | 'storage'
  | 'compression'
  | 'other';

/** A column's definition as it is written. Offsets are those of the text that was read. */
export interface WrittenColumn {
  /** As it is written, quotes kept. */
  readonly name: string;
  readonly type: Clause | null;
  /** With `CONSTRAINT name` before them, and with what says when they are checked. */
  readonly clauses: readonly (Clause & { readonly kind: ColumnClauseKind })[];
}

/** Reads `ADD [COLUMN] [IF NOT EXISTS] name type …`; null for another subcommand. */
export function writtenColumn(subcommand: string): WrittenColumn | null {
  const tokens = lexemes(subcommand);
  let at = 0;
  if (tokens[at]?.word === 'add') at += 1;
  if (tokens[at]?.word === 'column') at += 1;
  if (tokens[at]?.word === 'if' && tokens[at + 1]?.word === 'not') at += 3;
  const name = clauseOf(subcommand, tokens, at, at + 1);
  if (name === null) return null;
  const starts = clauseStarts(tokens, at + 1);
  const [first = { at: tokens.length }] = starts;
  return {
    name: name.text,
    type: clauseOf(subcommand, tokens, at + 1, first.at),
    clauses: starts.flatMap(({ at: from, kind }, index) => {
      const clause = clauseOf(subcommand, tokens, from, starts[index + 1]?.at ?? tokens.length);
      return clause === null ? [] : [{ kind, ...clause }];
    }),
  };
}

function clauseStarts(
  tokens: readonly Lexeme[],
  from: number,
): readonly { readonly at: number; readonly kind: ColumnClauseKind }[] {
  const starts: { at: number; kind: ColumnClauseKind }[] = [];
  let named: number | null = null;
  let cases = 0;
  for (let at = from; at < tokens.length; at += 1) {
    const token = tokens[at];
    if (token === undefined || token.depth > 0) continue;
    if (token.word === 'case') cases += 1;
    else if (token.word === 'end') cases -= 1;
    if (cases > 0 || at === from) continue;
    if (token.word === 'constraint') {
      named = at;
      at += 1;
      continue;
    }
    const kind = kindAt(tokens, at);
    if (kind === null) continue;
    starts.push({ at: named ?? at, kind });
    named = null;
    if (kind === 'not null') at += 1;
  }
  return starts;
}

const PLAIN: Readonly<Record<string, ColumnClauseKind>> = {
  check: 'check',
  unique: 'unique',
  primary: 'primary',
  references: 'references',
  generated: 'generated',
  collate: 'collate',
  storage: 'storage',
  compression: 'compression',
};

function kindAt(tokens: readonly Lexeme[], at: number): ColumnClauseKind | null {
  const word = tokens[at]?.word ?? '';
  const before = tokens[at - 1]?.word ?? '';
  if (word === 'not') return tokens[at + 1]?.word === 'null' ? 'not null' : null;
  if (word === 'null') return before === 'set' || before === 'default' ? null : 'null';
  if (word === 'default') return before === 'by' || before === 'set' ? null : 'default';
  return PLAIN[word] ?? null;
}
