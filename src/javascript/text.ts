import type { Span } from '../sql/source';
import { choiceOf, optionsOf } from './choice';
import type { Site } from './host';
import type { Piece, TextValue, Value } from './value';
import { unknownAt } from './value';

/** The most characters of one string. Repeating and joining could make more than memory holds. */
const MAX_TEXT = 4_000_000;
/** The most alternatives that a string with several choices in it is told apart into. */
const MAX_TEXTS = 8;

/** A string that is known and came as a whole from one place. */
export function textAt(text: string, at: Span): TextValue {
  return { kind: 'text', pieces: text === '' ? [] : [{ kind: 'known', text, at, mapping: 'whole' }] };
}

/** The string, if all of it is known. */
export function knownText(value: Value | undefined): string | undefined {
  if (value?.kind !== 'text') return undefined;
  const [only] = value.pieces;
  if (value.pieces.length === 1 && only?.kind === 'known') return only.text;
  let text = '';
  for (const piece of value.pieces) {
    if (piece.kind === 'unknown') return undefined;
    text += piece.text;
  }
  return text;
}

export function textLength(pieces: readonly Piece[]): number {
  let length = 0;
  for (const piece of pieces) length += piece.kind === 'known' ? piece.text.length : 1;
  return length;
}

/** Puts values one behind the other, as a template or `+` does; alternatives inside give alternatives of the whole. */
export function concatenate(values: readonly Value[], site: Site): Value {
  let options: Piece[][] = [[]];
  for (const value of values) {
    const texts = optionsOf(value).map((option) => textOf(option, site));
    if (texts.length * options.length > MAX_TEXTS) {
      const hole = unknownAt(site.at, 'it depends on too many conditions');
      for (const pieces of options) pieces.push(hole);
    } else if (texts.length === 1) {
      for (const pieces of options) pieces.push(...(texts[0]?.pieces ?? []));
    } else {
      options = options.flatMap((pieces) => texts.map((text) => [...pieces, ...text.pieces]));
    }
  }
  return choiceOf(
    ...options.map((pieces): Value => {
      if (textLength(pieces) > MAX_TEXT) return unknownAt(site.at, 'the text is too long');
      return { kind: 'text', pieces };
    }),
  );
}

/** What a value is as a string; what cannot be said is a hole. */
export function textOf(value: Value, site: Site): TextValue {
  switch (value.kind) {
    case 'text':
      return value;
    case 'unknown':
      return { kind: 'text', pieces: [value] };
    case 'undefined':
    case 'null':
      return textAt(value.kind, site.at);
    case 'boolean':
    case 'number':
      return textAt(String(value.value), site.at);
    case 'regexp':
      return textAt(`/${value.source}/${value.flags}`, site.at);
    case 'array':
      return arrayText(value.items, value.open === undefined ? [] : [value.open], site);
    case 'host':
      return value.host.text?.(site) ?? hole(site, `the text of ${value.host.name}`);
    case 'object':
      return value.instanceOf === undefined
        ? textAt('[object Object]', site.at)
        : hole(site, 'the text of an object');
    case 'function':
    case 'class':
      return hole(site, 'the text of a function');
    case 'choice':
      return hole(site, 'it depends on a condition');
  }
}

function arrayText(items: readonly Value[], open: readonly Piece[], site: Site): TextValue {
  const pieces: Piece[] = [];
  for (const [index, item] of items.entries()) {
    if (index > 0) pieces.push({ kind: 'known', text: ',', at: site.at, mapping: 'whole' });
    if (item.kind !== 'undefined' && item.kind !== 'null') pieces.push(...textOf(item, site).pieces);
  }
  return { kind: 'text', pieces: [...pieces, ...open] };
}

function hole(site: Site, why: string): TextValue {
  return { kind: 'text', pieces: [unknownAt(site.at, why)] };
}

/** Stands for a hole where a text is searched: a private use character, which no text that people write contains. */
const HOLE = '\uE000';

/** The string with one character in the place of each hole, so that its offsets are those of `slicePieces`. */
export function searchableText({ pieces }: TextValue): string {
  return pieces.map((piece) => (piece.kind === 'known' ? piece.text : HOLE)).join('');
}

export function hasHole(text: string): boolean {
  return text.includes(HOLE);
}

/** Part of a string, with what is left of its places. Counts a hole as one character. */
export function slicePieces(pieces: readonly Piece[], start: number, end = Infinity): readonly Piece[] {
  const kept: Piece[] = [];
  let offset = 0;
  for (const piece of pieces) {
    const length = piece.kind === 'known' ? piece.text.length : 1;
    const from = Math.max(0, start - offset);
    const to = Math.min(length, end - offset);
    if (from < to) kept.push(piece.kind === 'unknown' ? piece : slicePiece(piece, from, to));
    offset += length;
  }
  return kept;
}

function slicePiece(piece: Extract<Piece, { kind: 'known' }>, from: number, to: number): Piece {
  if (from === 0 && to === piece.text.length) return piece;
  const text = piece.text.slice(from, to);
  if (piece.mapping === 'whole') return { ...piece, text };
  return { ...piece, text, at: { ...piece.at, start: piece.at.start + from, end: piece.at.start + to } };
}
