import { entriesIn, inMajor } from './catalog-rows';
import { CASTS } from './coercion.generated';
import { systemType } from './system-type';
import type { Volatility } from './volatility';

/** How a value of one type becomes one of another. */
export interface Cast {
  /** `binary`: the same bytes under another name; `inout`: through its text. */
  readonly method: 'binary' | 'function' | 'inout';
  /** Where the server does it unasked; ALTER COLUMN TYPE without USING is an assignment, so that `explicit` needs a USING. */
  readonly context: 'implicit' | 'assignment' | 'explicit';
  readonly volatility: Volatility;
}

const casts = entriesIn(CASTS);

/**
 * The cast between two types by their names in pg_type, lengths and arrays aside. `none` if there is no way,
 * `unknown` if a type is neither PostgreSQL's nor of a shipped extension. Source: pg_cast and parse_coerce.c, find_coercion_pathway.
 */
export function castBetween(from: string, to: string, major: number): Cast | 'none' | 'unknown' {
  if (from === to) return { method: 'binary', context: 'implicit', volatility: 'immutable' };
  const [entry] = inMajor(casts(`${from}>${to}`), major);
  const source = systemType(from, major);
  const target = systemType(to, major);
  if (source === undefined || target === undefined) return 'unknown';
  const throughText = source.output === 'stable' || target.input === 'stable' ? 'stable' : 'immutable';
  if (entry !== undefined) {
    const [method, context, volatility] = entry.key;
    return {
      method: method === 'b' ? 'binary' : method === 'f' ? 'function' : 'inout',
      context: context === 'i' ? 'implicit' : context === 'a' ? 'assignment' : 'explicit',
      volatility: method === 'i' ? throughText : volatility === 's' ? 'stable' : 'immutable',
    };
  }
  // Without a row, strings take anything by assignment, and give anything when asked.
  if (target.category === 'S') return { method: 'inout', context: 'assignment', volatility: throughText };
  if (source.category === 'S') return { method: 'inout', context: 'explicit', volatility: throughText };
  return 'none';
}

/** The method alone. */
export function castMethod(from: string, to: string, major: number): Cast['method'] | 'none' | 'unknown' {
  const cast = castBetween(from, to, major);
  return typeof cast === 'string' ? cast : cast.method;
}

/** Whether a length or precision is applied to values of the type by a function: `varchar(10)`, `numeric(10,2)`, `timestamp(3)`. */
export function hasLengthCast(type: string, major: number): boolean {
  return inMajor(casts(`${type}>${type}`), major).length > 0;
}
