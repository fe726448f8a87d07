import type { FilePath, Span } from '../sql/source';
import type { Site } from './host';
import { textAt } from './text';
import type { Value } from './value';
import { arrayOf, booleanOf, NULL, numberOf, objectOf, UNDEFINED, unknownAt } from './value';

/** The value of a JSON text. Its strings map to the file as a whole. */
export function parseJson(text: string, file: FilePath, site: Site): Value {
  try {
    const parsed: unknown = JSON.parse(text);
    return valueOf(parsed, { file, start: 0, end: text.length });
  } catch {
    return unknownAt(site.at, `${file} is no JSON`);
  }
}

/** A plain value as the evaluator's own. */
export function valueOf(plain: unknown, at: Span): Value {
  if (plain === null) return NULL;
  if (typeof plain === 'string') return textAt(plain, at);
  if (typeof plain === 'number') return numberOf(plain);
  if (typeof plain === 'boolean') return booleanOf(plain);
  if (Array.isArray(plain)) return arrayOf(plain.map((item) => valueOf(item, at)));
  if (typeof plain !== 'object') return UNDEFINED;
  return objectOf(Object.entries(plain).map(([key, entry]): [string, Value] => [key, valueOf(entry, at)]));
}
