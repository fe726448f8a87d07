import type { Span } from '../sql/source';
import type { KnownPiece, Piece, TextValue, Value } from './value';
import { unknownAt } from './value';

/** What may stand in SQL that is built: text of ours, or text of the migration with its places. */
export type SqlPart = string | TextValue;

/** Builds SQL by a template; the words of the template map to the call that they stand for. */
export type SqlTag = (strings: TemplateStringsArray, ...parts: readonly SqlPart[]) => TextValue;

export function sqlAt(at: Span): SqlTag {
  return (strings, ...parts) => {
    const pieces: Piece[] = [];
    for (const [index, text] of strings.entries()) {
      append(pieces, text, at);
      const part = parts[index];
      if (part !== undefined) append(pieces, part, at);
    }
    return { kind: 'text', pieces };
  };
}

export function joinSql(parts: readonly SqlPart[], separator: string, at: Span): TextValue {
  const pieces: Piece[] = [];
  for (const [index, part] of parts.entries()) {
    if (index > 0) append(pieces, separator, at);
    append(pieces, part, at);
  }
  return { kind: 'text', pieces };
}

/** A name in double quotes. The places of its text are kept. */
export function quoteName(name: SqlPart, at: Span): TextValue {
  return quoted(name, '"', at);
}

/** A string literal. */
export function quoteLiteral(text: SqlPart, at: Span): TextValue {
  return quoted(text, "'", at);
}

/** The text of a value that is a string or a number; anything else is a hole. */
export function sqlValue(value: Value | undefined, at: Span, what = 'it'): TextValue {
  switch (value?.kind) {
    case 'text':
      return value;
    case 'number':
    case 'boolean':
      return sqlAt(at)`${String(value.value)}`;
    case 'unknown':
      return { kind: 'text', pieces: [value] };
    case undefined:
    case 'undefined':
    case 'null':
    case 'regexp':
    case 'array':
    case 'object':
    case 'function':
    case 'class':
    case 'host':
    case 'choice':
      return { kind: 'text', pieces: [unknownAt(at, `${what} is not known`)] };
  }
}

/** True if there is no text at all: not even a hole. */
export function isEmpty(text: TextValue): boolean {
  return text.pieces.length === 0;
}

function quoted(text: SqlPart, quote: string, at: Span): TextValue {
  const pieces: Piece[] = [];
  append(pieces, quote, at);
  for (const piece of typeof text === 'string' ? knownPieces(text, at) : text.pieces) {
    const needsEscape = piece.kind === 'known' && piece.text.includes(quote);
    pieces.push(
      needsEscape ? { ...piece, text: piece.text.replaceAll(quote, quote + quote), mapping: 'whole' } : piece,
    );
  }
  append(pieces, quote, at);
  return { kind: 'text', pieces };
}

function knownPieces(text: string, at: Span): readonly KnownPiece[] {
  return text === '' ? [] : [{ kind: 'known', text, at, mapping: 'whole' }];
}

/** Adds to the last piece where it comes from the same place, so that there are few of them. */
function append(pieces: Piece[], part: SqlPart, at: Span): void {
  if (typeof part !== 'string') for (const piece of part.pieces) appendPiece(pieces, piece);
  else if (part !== '') appendPiece(pieces, { kind: 'known', text: part, at, mapping: 'whole' });
}

function appendPiece(pieces: Piece[], piece: Piece): void {
  const last = pieces.at(-1);
  if (
    last?.kind === 'known' &&
    piece.kind === 'known' &&
    last.mapping === 'whole' &&
    piece.mapping === 'whole' &&
    (last.at === piece.at ||
      (last.at.start === piece.at.start && last.at.end === piece.at.end && last.at.file === piece.at.file))
  ) {
    pieces[pieces.length - 1] = {
      kind: 'known',
      text: last.text + piece.text,
      at: last.at,
      mapping: 'whole',
    };
  } else {
    pieces.push(piece);
  }
}
