import { askedAt, madeOf } from './asked';
import { missing } from './globals-object';
import type { Site } from './host';
import { knownText } from './text';
import type { Value } from './value';
import { numberOf } from './value';

/** The number that is read from a value: `Number(value)`, `parseInt(value)`. */
export function numeric(value: Value, site: Site, read: (text: string) => number): Value {
  if (value.kind === 'number') return numberOf(read(String(value.value)));
  const text = knownText(value);
  if (text !== undefined) return numberOf(read(text));
  const asks = value.kind === 'unknown' ? madeOf(value.asks, (each) => numeric(each, site, read)) : undefined;
  return asks === undefined ? missing(value, site) : askedAt(site.at, 'only the database knows', asks);
}
