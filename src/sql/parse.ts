import type { Node } from '@pgsql/types';
import { clean } from './clean';
import { conditionalFragments } from './conditionally';
import type { Fragment } from './fragment';
import { spanAt } from './fragment';
import type { Gap, GapReason } from './gap';
import { codePointOffset } from './offset';
import type { Found } from './parse-piecemeal';
import { parsePiecemeal } from './parse-piecemeal';
import { loadParserModule } from './parser-module';
import type { Answer, ParserModule } from './parser-module';
import { rawStatements } from './raw-statement';
import { MAX_FILE_BYTES } from './source';
import type { GivenText, ParsedStatement } from './statement';
import { statementOf } from './statement';
import { cleanBodies, cleanQuotedNames, mayHoldTemplate } from './template';

export type { ParsedStatement } from './statement';

/** One inner statement of a body, at UTF-16 offsets in the text that was parsed. */
export interface InnerStatement {
  readonly node: Node;
  readonly start: number;
  readonly end: number;
}

/** Why a text did not parse: the parser's message, and where in the text (UTF-16), if it said so. */
export interface ParseFailure {
  readonly kind: 'failure';
  readonly error: string;
  readonly position: number | undefined;
  /** Nested too deeply for the parser, which is not a fault of the SQL. */
  readonly tooDeep: boolean;
}

/** The PL/pgSQL trees of the functions of a statement, as the parser prints them: one, or none for another language. */
export interface PlPgSQLTree {
  readonly kind: 'plpgsql';
  readonly functions: readonly unknown[];
}

/** The parser of PostgreSQL 18. Nothing that it is given makes it throw. */
export interface Parser {
  /** The statements of a fragment, and a gap for each that could not be read, in the order of the text. */
  parse(fragment: Fragment): readonly (ParsedStatement | Gap)[];
  /** Statements of any text that stands in no file of its own: the body of a function, a string that is executed. */
  parseText(sql: string): readonly InnerStatement[] | ParseFailure;
  /** The body of a whole DO or CREATE FUNCTION statement in PL/pgSQL. Other languages must be filtered out before. */
  parsePlPgSQL(statementText: string): PlPgSQLTree | ParseFailure;
}

/** Loads and starts the parser, which takes some ten milliseconds. V8's flags have to be set before. */
export async function loadParser(): Promise<Parser> {
  const module = await loadParserModule();
  return {
    parse: (fragment) => parse(module, fragment),
    parseText: (sql) => parseText(module, sql),
    parsePlPgSQL: (statementText) => parsePlPgSQL(module, statementText),
  };
}

function parse(module: ParserModule, fragment: Fragment): readonly (ParsedStatement | Gap)[] {
  const { sql } = fragment;
  if (sql === '') return [];
  if (sql.includes('\0')) return [refused(fragment, 'syntax-error', NUL)];
  if (sql.length > MAX_FILE_BYTES)
    return [refused(fragment, 'file-too-large', 'The SQL is longer than what is read of a file')];
  const answer = module.parse(sql);
  if (answer.kind === 'error') return parseCleaned(module, fragment);
  if (mayHoldTemplate(sql)) {
    const named = cleanQuotedNames(sql);
    const second = module.parse(named);
    if (second.kind === 'json')
      return statements(fragment, { text: named, origin: 0, cleaned: true }, second);
  }
  return statements(fragment, { text: sql, origin: 0, cleaned: false }, answer);
}

function statements(
  fragment: Fragment,
  given: GivenText,
  answer: JsonAnswer,
): readonly (ParsedStatement | Gap)[] {
  return rawStatements(given.text, answer).map((raw) => statementOf(fragment, given, raw));
}

/** For a text that the parser refused: what it holds besides SQL is told as gaps, and as conditions of the statements. */
function parseCleaned(module: ParserModule, fragment: Fragment): readonly (ParsedStatement | Gap)[] {
  const cleaned = clean(fragment.sql);
  const fragmentOf = conditionalFragments(fragment, cleaned.conditional);
  const read = parsePiecemeal(module, fragment, cleaned).map(({ start, item }): Found => {
    return { start, item: item.kind === 'gap' ? item : { ...item, fragment: fragmentOf(item) } };
  });
  const holes = cleaned.holes.map(({ start, end, reason, detail }): Found => {
    return { start, item: { kind: 'gap', at: spanAt(fragment, start, end), reason, detail } };
  });
  return [...read, ...holes].sort((a, b) => a.start - b.start).map(({ item }) => item);
}

function parseText(module: ParserModule, sql: string): readonly InnerStatement[] | ParseFailure {
  if (sql === '') return [];
  const answer = sql.includes('\0') ? NUL_ANSWER : module.parse(sql);
  if (answer.kind === 'error') return failure(sql, answer);
  const raw = rawStatements(sql, answer);
  if (raw.some(({ tooDeep }) => tooDeep))
    return { kind: 'failure', error: 'A statement is nested too deeply', position: undefined, tooDeep: true };
  return raw.map(({ node, start, end }) => ({ node, start, end }));
}

function parsePlPgSQL(module: ParserModule, statementText: string): PlPgSQLTree | ParseFailure {
  if (statementText.includes('\0')) return failure(statementText, NUL_ANSWER);
  const answer = module.parsePlPgSQL(statementText);
  if (answer.kind === 'json') return { kind: 'plpgsql', functions: functionsOf(answer) };
  // The text of a statement is that of its source, in which a variable or a template may stand in the place of a name.
  const cleaned = cleanBodies(clean(statementText).text);
  const second = cleaned === statementText ? answer : module.parsePlPgSQL(cleaned);
  return second.kind === 'json'
    ? { kind: 'plpgsql', functions: functionsOf(second) }
    : failure(statementText, answer);
}

function functionsOf({ json }: JsonAnswer): readonly unknown[] {
  return (JSON.parse(json) as { readonly plpgsql_funcs?: readonly unknown[] }).plpgsql_funcs ?? [];
}

type JsonAnswer = Extract<Answer, { kind: 'json' }>;
type ErrorAnswer = Extract<Answer, { kind: 'error' }>;

const NUL = 'The SQL holds a NUL character, which ends it for PostgreSQL';
const NUL_ANSWER: ErrorAnswer = { kind: 'error', message: NUL, position: undefined, tooDeep: false };

function failure(text: string, { message, position, tooDeep }: ErrorAnswer): ParseFailure {
  return { kind: 'failure', error: message, position: position && codePointOffset(text, position), tooDeep };
}

function refused(fragment: Fragment, reason: GapReason, detail: string): Gap {
  return { kind: 'gap', at: spanAt(fragment, 0, fragment.sql.length), reason, detail };
}
