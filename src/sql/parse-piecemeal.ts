import type { Cleaned } from './clean';
import { otherDialect } from './dialect';
import { fillHoles } from './fill-holes';
import type { Fragment } from './fragment';
import { spanAt } from './fragment';
import type { Gap } from './gap';
import { linesOf } from './line-map';
import { codePointOffset } from './offset';
import type { Answer, ParserModule } from './parser-module';
import { PLACEHOLDER } from './placeholder';
import { rawStatements } from './raw-statement';
import { split } from './split';
import type { Piece } from './split';
import { statementOf } from './statement';
import type { GivenText, ParsedStatement } from './statement';

/** What stands at an offset of a fragment's SQL. */
export interface Found {
  readonly start: number;
  readonly item: ParsedStatement | Gap;
}

/**
 * Reads a fragment that did not parse as a whole: without what psql and template engines would have replaced, and if that does
 * not help, statement by statement, so that a fault costs no more than its own statement.
 */
export function parsePiecemeal(module: ParserModule, fragment: Fragment, cleaned: Cleaned): readonly Found[] {
  const given = { text: cleaned.text, origin: 0, cleaned: cleaned.text !== fragment.sql };
  return (
    (given.cleaned ? parseGiven(module, fragment, given) : undefined) ?? parsePieces(module, fragment, given)
  );
}

function parseGiven(
  module: ParserModule,
  fragment: Fragment,
  given: GivenText,
): readonly Found[] | undefined {
  const answer = module.parse(given.text);
  if (answer.kind === 'error') return undefined;
  return rawStatements(given.text, answer).map((raw) => ({
    start: given.origin + raw.start,
    item: statementOf(fragment, given, raw),
  }));
}

function parsePieces(module: ParserModule, fragment: Fragment, whole: GivenText): readonly Found[] {
  const pieces = split(whole.text);
  const faulty: Piece[] = [];
  const found: Found[] = [];
  for (const piece of pieces) {
    const given = {
      text: whole.text.slice(piece.start, piece.end),
      origin: piece.start,
      cleaned: whole.cleaned,
    };
    const answer = module.parse(given.text);
    if (answer.kind === 'json') {
      for (const raw of rawStatements(given.text, answer)) {
        found.push({ start: piece.start + raw.start, item: statementOf(fragment, given, raw) });
      }
      continue;
    }
    const rescued =
      (whole.cleaned ? parseUncleaned(module, fragment, piece, given.text) : undefined) ??
      parseFilled(module, fragment, piece, given.text);
    if (rescued === undefined) faulty.push(piece);
    found.push(...(rescued ?? [{ start: piece.start, item: faultAt(fragment, given, answer) }]));
  }
  return foreign(fragment, pieces, faulty) ?? found;
}

/** Cleaning takes some SQL for variables, as in `JSON_OBJECT('a':b)`: a fault elsewhere in the file must not cost such a statement. */
function parseUncleaned(
  module: ParserModule,
  fragment: Fragment,
  { start, end }: Piece,
  cleaned: string,
): readonly Found[] | undefined {
  const text = fragment.sql.slice(start, end);
  return text === cleaned ? undefined : parseGiven(module, fragment, { text, origin: start, cleaned: false });
}

/** A placeholder where the grammar wants a literal must not cost the statement. */
function parseFilled(
  module: ParserModule,
  fragment: Fragment,
  { start }: Piece,
  text: string,
): readonly Found[] | undefined {
  const filled = fillHoles(module, text);
  return filled === undefined
    ? undefined
    : parseGiven(module, fragment, { text: filled, origin: start, cleaned: true });
}

/** One gap for a fragment that was evidently written for another server: at least half of its statements are faulty, and one shows why. */
function foreign(
  fragment: Fragment,
  pieces: readonly Piece[],
  faulty: readonly Piece[],
): readonly Found[] | undefined {
  const [first] = pieces;
  const last = pieces.at(-1);
  if (first === undefined || last === undefined || faulty.length * 2 < pieces.length) return undefined;
  for (const { start, end } of faulty) {
    const dialect = otherDialect(fragment.sql.slice(start, end));
    if (dialect === undefined) continue;
    const at = spanAt(fragment, first.start, last.end);
    return [
      {
        start: first.start,
        item: { kind: 'gap', at, reason: 'other-dialect', detail: `This is SQL for ${dialect}` },
      },
    ];
  }
  return undefined;
}

type Refusal = Extract<Answer, { kind: 'error' }>;

/** The parser quotes what it stumbled over, which may be the rest of the file. */
const LONGEST_MESSAGE = 200;

function faultAt(
  fragment: Fragment,
  { text, origin }: GivenText,
  { message, position, tooDeep }: Refusal,
): Gap {
  const at = spanAt(fragment, origin, origin + text.length);
  if (tooDeep) return { kind: 'gap', at, reason: 'too-deep', detail: message };
  const place = placeOf(fragment, origin + codePointOffset(text, position ?? 0));
  const detail = shortened(message) + place;
  const dialect = otherDialect(text);
  if (dialect === undefined)
    return { kind: 'gap', at, reason: text.includes(PLACEHOLDER) ? 'template' : 'syntax-error', detail };
  return { kind: 'gap', at, reason: 'other-dialect', detail: `This is SQL for ${dialect}: ${detail}` };
}

function shortened(message: string): string {
  const short = message.length > LONGEST_MESSAGE ? `${message.slice(0, LONGEST_MESSAGE)}…` : message;
  return short.replaceAll(PLACEHOLDER, '');
}

function placeOf(fragment: Fragment, offset: number): string {
  const { file, start } = spanAt(fragment, offset, offset);
  if (file !== fragment.source.path) return '';
  const { line, column } = linesOf(fragment.source).place(start, start);
  return ` (line ${line}, column ${column})`;
}
