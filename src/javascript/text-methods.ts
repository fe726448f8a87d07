import type { Site } from './host';
import { hostFunction } from './host';
import { mapOptions } from './choice';
import { callValue } from './call';
import { concatenate, hasHole, knownText, searchableText, slicePieces, textAt, textLength } from './text';
import type { TextValue, Value } from './value';
import { arrayOf, booleanOf, numberOf, unknownAt } from './value';

/** A method of strings, to be called with the string as its `this`. */
export function textMethod(key: string): Value | undefined {
  if (Object.hasOwn(KEEPING, key)) {
    const method = KEEPING[key];
    if (method !== undefined)
      return hostFunction(key, (args, site, self) => onText(self, site, (text) => method(text, args, site)));
  }
  if (!Object.hasOwn(COMPUTING, key)) return undefined;
  const method = COMPUTING[key];
  if (method === undefined) return undefined;
  return hostFunction(key, (args, site, self) =>
    onText(self, site, (value) => {
      const text = knownText(value);
      const result = text === undefined ? undefined : method(text, args, site);
      return result ?? unknownAt(site.at, `what ${key} gives is not known`);
    }),
  );
}

function onText(self: Value | undefined, site: Site, change: (text: TextValue) => Value): Value {
  return mapOptions(self ?? { kind: 'undefined' }, (option) => {
    if (option.kind === 'text') return change(option);
    if (option.kind === 'number' || option.kind === 'boolean')
      return change(textAt(String(option.value), site.at));
    return unknownAt(site.at, 'it is no string that is known');
  });
}

type Keeping = (text: TextValue, args: readonly Value[], site: Site) => Value;

/** Methods that keep the places of the text, and work where it is known in part. */
const KEEPING: Readonly<Record<string, Keeping>> = {
  toString: (text: TextValue) => text,
  valueOf: (text: TextValue) => text,
  normalize: (text) => text,
  trim: (text) => trimmed(text, true, true),
  trimStart: (text) => trimmed(text, true, false),
  trimEnd: (text) => trimmed(text, false, true),
  concat: (text, args, site) => concatenate([text, ...args], site),
  slice: (text, [start, end], site) => slice(text, start, end, site, true),
  substring: (text, [start, end], site) => slice(text, start, end, site, false),
  replace: (text, args, site) => replace(text, args, site, false),
  replaceAll: (text, args, site) => replace(text, args, site, true),
  split: (text, args, site) => split(text, args, site),
};

function trimmed(text: TextValue, atStart: boolean, atEnd: boolean): TextValue {
  const shown = text.pieces.map((piece) => (piece.kind === 'known' ? piece.text : 'x')).join('');
  const start = atStart ? shown.length - shown.trimStart().length : 0;
  const end = atEnd ? shown.trimEnd().length : shown.length;
  return { kind: 'text', pieces: slicePieces(text.pieces, start, Math.max(start, end)) };
}

function slice(
  text: TextValue,
  start: Value | undefined,
  end: Value | undefined,
  site: Site,
  wraps: boolean,
): Value {
  const length = textLength(text.pieces);
  const isOpen = text.pieces.some(({ kind }) => kind === 'unknown');
  const from = offset(start, 0, length, wraps);
  const to = offset(end, length, length, wraps);
  if (isOpen || from === undefined || to === undefined)
    return unknownAt(site.at, 'the part of the text is not known');
  return { kind: 'text', pieces: slicePieces(text.pieces, from, to) };
}

function offset(
  value: Value | undefined,
  missing: number,
  length: number,
  wraps: boolean,
): number | undefined {
  if (value === undefined || value.kind === 'undefined') return missing;
  if (value.kind !== 'number') return undefined;
  return value.value < 0 ? (wraps ? Math.max(0, length + value.value) : 0) : value.value;
}

/** What stays keeps its place. A match that holds something unknown gives something unknown. */
function replace(text: TextValue, args: readonly Value[], site: Site, all: boolean): Value {
  const [pattern, replacement] = args;
  const unknown = unknownAt(site.at, 'what is replaced is not known');
  if (pattern === undefined || replacement === undefined) return unknown;
  const searched = searchableText(text);
  const expression = searchPattern(pattern, all, searched.length);
  if (expression === undefined) return unknown;
  const parts: Value[] = [];
  let start = 0;
  for (const match of searched.matchAll(expression.all)) {
    parts.push({ kind: 'text', pieces: slicePieces(text.pieces, start, match.index) });
    parts.push(hasHole(match[0]) ? unknown : replacementFor(match, replacement, site));
    start = match.index + match[0].length;
    if (expression.once) break;
  }
  if (start === 0 && parts.length === 0) return text;
  return concatenate([...parts, { kind: 'text', pieces: slicePieces(text.pieces, start) }], site);
}

function replacementFor(match: RegExpExecArray, replacement: Value, site: Site): Value {
  const whole = textAt(match[0], site.at);
  if (replacement.kind === 'function') {
    return callValue(replacement, [whole, ...match.slice(1).map((group) => textAt(group, site.at))], site);
  }
  const pattern = knownText(replacement);
  if (pattern === undefined || !pattern.includes('$')) return replacement;
  const filled = pattern.replace(/\$(\$|&|\d)/g, (_all, code: string) =>
    code === '$' ? '$' : code === '&' ? match[0] : (match[Number(code)] ?? ''),
  );
  return textAt(filled, site.at);
}

function split(text: TextValue, [separator]: readonly Value[], site: Site): Value {
  const searched = searchableText(text);
  const expression = separator === undefined ? undefined : searchPattern(separator, true, searched.length);
  const unknown = unknownAt(site.at, 'the parts of the text are not known');
  if (expression === undefined) return unknown;
  const parts: TextValue[] = [];
  if (knownText(separator) === '') {
    return hasHole(searched) ? unknown : arrayOf([...searched].map((letter) => textAt(letter, site.at)));
  }
  let start = 0;
  for (const match of searched.matchAll(expression.all)) {
    if (hasHole(match[0])) return unknown;
    if (match[0] === '') continue;
    parts.push({ kind: 'text', pieces: slicePieces(text.pieces, start, match.index) });
    start = match.index + match[0].length;
  }
  return arrayOf([...parts, { kind: 'text', pieces: slicePieces(text.pieces, start) }]);
}

/**
 * A pattern that is safe to search for. Expressions come from a stranger: those that could take more than quadratic time are
 * refused (no quantified group, no back reference, few quantifiers; short texts where there are two).
 */
function searchPattern(
  pattern: Value,
  all: boolean,
  length: number,
): { readonly all: RegExp; readonly once: boolean } | undefined {
  const literal = knownText(pattern);
  if (literal !== undefined) {
    return { all: new RegExp(literal.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&'), 'g'), once: !all };
  }
  if (pattern.kind !== 'regexp') return undefined;
  const { source, flags } = pattern;
  const quantifiers = source.match(/(?<!\\)[*+{]/g)?.length ?? 0;
  const isSafe = !/\)[*+{?]|\\[1-9]|\\k|\(\?</.test(source) && length <= (quantifiers <= 1 ? 20_000 : 600);
  if (!isSafe || quantifiers > 2) return undefined;
  try {
    return {
      all: new RegExp(source, flags.includes('g') ? flags : `${flags}g`),
      once: !flags.includes('g') && !all,
    };
  } catch {
    return undefined;
  }
}

/** `/x/.test(text)`. */
export function testMethod(pattern: Value): Value {
  return hostFunction('test', ([text], site) => {
    const known = knownText(text);
    const expression = known === undefined ? undefined : searchPattern(pattern, false, known.length);
    return known === undefined || expression === undefined
      ? unknownAt(site.at, 'what a regular expression finds is not followed')
      : booleanOf(known.search(expression.all) !== -1);
  });
}

type Computing = (text: string, args: readonly Value[], site: Site) => Value | undefined;

const COMPUTING: Readonly<Record<string, Computing>> = {
  toLowerCase: (text, _args, { at }) => textAt(text.toLowerCase(), at),
  toUpperCase: (text, _args, { at }) => textAt(text.toUpperCase(), at),
  toLocaleLowerCase: (text, _args, { at }) => textAt(text.toLowerCase(), at),
  toLocaleUpperCase: (text, _args, { at }) => textAt(text.toUpperCase(), at),
  includes: (text, args) => search(args, (part) => booleanOf(text.includes(part))),
  startsWith: (text, args) => search(args, (part) => booleanOf(text.startsWith(part))),
  endsWith: (text, args) => search(args, (part) => booleanOf(text.endsWith(part))),
  indexOf: (text, args) => search(args, (part) => numberOf(text.indexOf(part))),
  lastIndexOf: (text, args) => search(args, (part) => numberOf(text.lastIndexOf(part))),
  charAt: (text, [index], { at }) =>
    index?.kind === 'number' ? textAt(text.charAt(index.value), at) : undefined,
  repeat: (text, [count], { at }) =>
    count?.kind === 'number' && count.value >= 0 && count.value * text.length < 100_000
      ? textAt(text.repeat(count.value), at)
      : undefined,
  padStart: (text, [length, fill], { at }) =>
    length?.kind === 'number' && length.value < 10_000
      ? textAt(text.padStart(length.value, knownText(fill) ?? ' '), at)
      : undefined,
  padEnd: (text, [length, fill], { at }) =>
    length?.kind === 'number' && length.value < 10_000
      ? textAt(text.padEnd(length.value, knownText(fill) ?? ' '), at)
      : undefined,
  substr: (text, [start, length], { at }) =>
    start?.kind === 'number'
      ? textAt(text.slice(start.value).slice(0, length?.kind === 'number' ? length.value : undefined), at)
      : undefined,
  localeCompare: (text, args) => search(args, (part) => numberOf(text < part ? -1 : text > part ? 1 : 0)),
  match: (text, [pattern], { at }) => {
    const expression = pattern === undefined ? undefined : searchPattern(pattern, false, text.length);
    if (expression === undefined) return undefined;
    const found = [...text.matchAll(expression.all)];
    if (found.length === 0) return { kind: 'null' };
    const parts = expression.once ? [...(found[0] ?? [])] : found.map(([whole]) => whole);
    return arrayOf(parts.map((part): Value => textAt(part, at)));
  },
};

function search(args: readonly Value[], answer: (part: string) => Value): Value | undefined {
  const part = knownText(args[0]);
  return part === undefined ? undefined : answer(part);
}

/** A part of a text, for callers that know where it stands. */
export function subText(text: TextValue, start: number, end?: number): TextValue {
  return { kind: 'text', pieces: slicePieces(text.pieces, start, end) };
}
