import type { Node } from '@pgsql/types';
import type { Fragment } from './fragment';
import type { Gap } from './gap';
import type { Span } from './source';

/** One SQL statement with its parse tree and its place. */
export interface ParsedStatement {
  readonly kind: 'statement';
  /** From its first token to its last: no comment before it, no semicolon. */
  readonly text: string;
  readonly at: Span;
  /** Where `text` stands in the fragment's SQL, in UTF-16 code units. */
  readonly sqlStart: number;
  readonly sqlEnd: number;
  readonly node: Node;
  readonly fragment: Fragment;
  /** It holds text that is known only when it runs: see `isPlaceholder`. */
  readonly placeholders: boolean;
}

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

/** The PL/pgSQL tree of one function, as the parser prints it. */
export interface PlPgSQLTree {
  readonly kind: 'plpgsql';
  readonly functions: readonly unknown[];
}

export interface Parser {
  /** The statements of a fragment, and a gap for each that could not be read, in the order of the text. */
  parse(fragment: Fragment): readonly (ParsedStatement | Gap)[];
  /** Statements of any text that stands in no file of its own: the body of a function, a string that is executed. */
  parseText(sql: string): readonly InnerStatement[] | ParseFailure;
  /** The body of a whole DO or CREATE FUNCTION statement in PL/pgSQL. Other languages must be filtered out before. */
  parsePlPgSQL(statementText: string): PlPgSQLTree | ParseFailure;
}
