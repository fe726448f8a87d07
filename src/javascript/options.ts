import type { Span } from '../sql/source';
import { truth } from './operators';
import { sqlValue } from './sql-text';
import { knownText } from './text';
import type { ObjectValue, TextValue, Unknown, Value } from './value';

/** Reads the entries of an object that was given as options, and tells of those that are not known. */
export interface Options {
  readonly at: Span;
  readonly object: ObjectValue;
  has(key: string): boolean;
  value(key: string): Value | undefined;
  /** The text of an entry, with its holes; `undefined` where there is none. */
  text(key: string): TextValue | undefined;
  /** An entry that selects one of a few words, if it is known. */
  word(key: string): string | undefined;
  flag(key: string, missing?: boolean): boolean;
  number(key: string): number | undefined;
  list(key: string): readonly Value[];
  options(key: string): Options | undefined;
}

/** `onUnknown` is told each entry that decides about the SQL and is not known. */
export function optionsOf(
  value: Value | undefined,
  at: Span,
  onUnknown: (key: string, unknown: Unknown) => void,
): Options | undefined {
  if (value?.kind === 'unknown') onUnknown('the options', value);
  if (value?.kind !== 'object') return undefined;
  const object = value;
  if (object.open !== undefined) onUnknown('the options', object.open);
  const read = (key: string): Value | undefined => {
    const entry = object.entries.get(key);
    return entry?.kind === 'undefined' ? undefined : entry;
  };
  const unknownEntry = (key: string, entry: Value): void => {
    onUnknown(
      key,
      entry.kind === 'unknown' ? entry : { kind: 'unknown', why: 'it depends on a condition', at },
    );
  };
  return {
    at,
    object,
    has: (key) => read(key) !== undefined,
    value: read,
    text(key) {
      const entry = read(key);
      return entry === undefined || entry.kind === 'null' ? undefined : sqlValue(entry, at, key);
    },
    word(key) {
      const entry = read(key);
      if (entry === undefined || entry.kind === 'null') return undefined;
      const text =
        entry.kind === 'boolean' || entry.kind === 'number' ? String(entry.value) : knownText(entry);
      if (text === undefined && entry.kind !== 'object' && entry.kind !== 'array') unknownEntry(key, entry);
      return text;
    },
    flag(key, missing = false) {
      const entry = read(key);
      if (entry === undefined) return missing;
      const answer = truth(entry);
      if (answer === undefined) unknownEntry(key, entry);
      return answer ?? missing;
    },
    number(key) {
      const entry = read(key);
      return entry?.kind === 'number' ? entry.value : undefined;
    },
    list(key) {
      const entry = read(key);
      if (entry === undefined) return [];
      if (entry.kind !== 'array') return entry.kind === 'null' ? [] : [entry];
      if (entry.open !== undefined) onUnknown(key, entry.open);
      return entry.items;
    },
    options: (key) => optionsOf(read(key), at, onUnknown),
  };
}
