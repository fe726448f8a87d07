import type { Node } from '@pgsql/types';
import type { Fragment } from './fragment';
import { spanAt } from './fragment';
import type { Gap } from './gap';
import { byteOffsets } from './offset';
import { PLACEHOLDER } from './placeholder';
import type { RawStatement } from './raw-statement';
import type { Span } from './source';

/** One SQL statement with its parse tree and its place. */
export interface ParsedStatement {
  readonly kind: 'statement';
  /** From its first token to its last, as the source has it: no comment before or behind it, no semicolon. */
  readonly text: string;
  readonly at: Span;
  /** Where `text` stands in the fragment's SQL, in UTF-16 code units. */
  readonly sqlStart: number;
  readonly sqlEnd: number;
  readonly node: Node;
  readonly fragment: Fragment;
  /** It holds text that is known only when it runs: see `isPlaceholder`. */
  readonly placeholders: boolean;
  /** `text` as the parser was given it, of the same length: with placeholders, without what psql keeps to itself. */
  readonly parsed: string;
  /** The location that nodes of the tree would have at the start of `parsed`: see `offsetIn`. */
  readonly byteStart: number;
}

/** A text that the parser was given: a fragment's SQL or a part of it, which may have been cleaned. */
export interface GivenText {
  readonly text: string;
  /** Where it stands in the fragment's SQL. */
  readonly origin: number;
  readonly cleaned: boolean;
}

/** A statement of a fragment, or the gap in its place if its tree is too deep. */
export function statementOf(fragment: Fragment, given: GivenText, raw: RawStatement): ParsedStatement | Gap {
  const sqlStart = given.origin + raw.start;
  const sqlEnd = given.origin + raw.end;
  const at = spanAt(fragment, sqlStart, sqlEnd);
  if (raw.tooDeep)
    return { kind: 'gap', at, reason: 'too-deep', detail: 'The statement is nested too deeply to be read' };
  const parsed = given.text.slice(raw.start, raw.end);
  return {
    kind: 'statement',
    text: given.cleaned ? fragment.sql.slice(sqlStart, sqlEnd) : parsed,
    at,
    sqlStart,
    sqlEnd,
    node: raw.node,
    fragment,
    placeholders: given.cleaned && parsed.includes(PLACEHOLDER),
    parsed,
    byteStart: raw.byteStart,
  };
}

/** Where a `location` of the statement's tree points to, in UTF-16 code units from the start of its text. */
export function offsetIn({ parsed, byteStart }: ParsedStatement, location: number): number {
  return byteOffsets(parsed)(location - byteStart);
}

/** Where a stretch of the statement's text, in UTF-16 code units from its start, stands in the source. */
export function spanIn({ fragment, sqlStart }: ParsedStatement, start: number, end: number): Span {
  return spanAt(fragment, sqlStart + start, sqlStart + end);
}
