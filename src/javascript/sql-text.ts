import type { Span } from '../sql/source';
import type { Piece, TextValue, Value } from './value';
import { unknownAt } from './value';

/** What may stand in SQL that is built: text of ours, or text of the migration with its places. */
export type SqlPart = string | TextValue;

/** Builds SQL by a template; the words of the template map to the call that they stand for. */
export type SqlTag = (strings: TemplateStringsArray, ...parts: readonly SqlPart[]) => TextValue;

export function sqlAt(at: Span): SqlTag {
  return (strings, ...parts) => {
    const made = new Pieces();
    for (let index = 0; index < strings.length; index += 1) {
      made.add(strings[index] ?? '', at);
      const part = parts[index];
      if (part !== undefined) made.add(part, at);
    }
    return made.text();
  };
}

export function joinSql(parts: readonly SqlPart[], separator: string, at: Span): TextValue {
  const made = new Pieces();
  let isFirst = true;
  for (const part of parts) {
    if (!isFirst) made.add(separator, at);
    isFirst = false;
    made.add(part, at);
  }
  return made.text();
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
  const made = new Pieces();
  made.add(quote, at);
  if (typeof text === 'string') made.add(text.replaceAll(quote, quote + quote), at);
  else for (const piece of text.pieces) made.push(escaped(piece, quote));
  made.add(quote, at);
  return made.text();
}

function escaped(piece: Piece, quote: string): Piece {
  return piece.kind === 'known' && piece.text.includes(quote)
    ? { ...piece, text: piece.text.replaceAll(quote, quote + quote), mapping: 'whole' }
    : piece;
}

/** Puts pieces one behind the other. Texts that come from the same place as a whole become one, so that there are few of them. */
class Pieces {
  private readonly done: Piece[] = [];
  private last = '';
  private place: Span | undefined;

  add(part: SqlPart, at: Span): void {
    if (typeof part !== 'string') for (const piece of part.pieces) this.push(piece);
    else if (part !== '') this.addWhole(part, at);
  }

  push(piece: Piece): void {
    if (piece.kind === 'known' && piece.mapping === 'whole') {
      this.addWhole(piece.text, piece.at);
      return;
    }
    this.endLast();
    this.done.push(piece);
  }

  text(): TextValue {
    this.endLast();
    return { kind: 'text', pieces: this.done };
  }

  private addWhole(text: string, at: Span): void {
    if (this.place !== undefined && isSamePlace(this.place, at)) {
      this.last += text;
      return;
    }
    this.endLast();
    this.last = text;
    this.place = at;
  }

  private endLast(): void {
    if (this.place === undefined) return;
    this.done.push({ kind: 'known', text: this.last, at: this.place, mapping: 'whole' });
    this.place = undefined;
  }
}

function isSamePlace(one: Span, other: Span): boolean {
  return one === other || (one.start === other.start && one.end === other.end && one.file === other.file);
}
