import type { Expression } from '../../postgres/expression';
import type { TypeName } from '../../postgres/type-name';

/** A constant that can be compared with others of its kind. `text` only for equality: its order is the collation's. */
export type Comparable =
  | { readonly kind: 'number'; readonly value: number }
  | { readonly kind: 'time'; readonly value: number; readonly zone: boolean }
  | { readonly kind: 'text'; readonly value: string };

const INTEGERS: ReadonlySet<string> = new Set(['int2', 'int4', 'int8', 'serial', 'bigserial', 'smallserial']);
const NUMBERS: ReadonlySet<string> = new Set(['numeric', 'float4', 'float8']);
const TIMES: ReadonlySet<string> = new Set(['date', 'timestamp', 'timestamptz']);

/**
 * The value of a constant that a column of the type is compared with; null for whatever is not a plain constant of that type:
 * the server proves nothing with an operator between different types of a family that is not immutable.
 */
export function comparable(expression: Expression, type: TypeName | null): Comparable | null {
  if (type === null || type.arrayDimensions > 0) return null;
  const family = familyOf(type.name);
  if (expression.kind === 'cast') {
    const same =
      expression.type.name === type.name ||
      (family === 'integer' && INTEGERS.has(expression.type.name)) ||
      (family === 'text' && familyOf(expression.type.name) === 'text');
    return same ? comparable(expression.arg, type) : null;
  }
  if (expression.kind === 'operator' && expression.name === '-' && expression.left === null) {
    const inner = comparable(expression.right, type);
    return inner?.kind === 'number' ? { kind: 'number', value: -inner.value } : null;
  }
  if (expression.kind !== 'constant' || expression.value === null) return null;
  return constant(expression.value, family);
}

type Family = 'integer' | 'number' | 'time' | 'text';

function familyOf(name: string): Family {
  if (INTEGERS.has(name)) return 'integer';
  if (NUMBERS.has(name)) return 'number';
  return TIMES.has(name) ? 'time' : 'text';
}

function constant(value: string | number | boolean, family: Family): Comparable | null {
  if (family === 'time') return typeof value === 'string' ? time(value) : null;
  if (family === 'text') return { kind: 'text', value: String(value) };
  const number = typeof value === 'boolean' || value === '' ? NaN : Number(value);
  const fits = family === 'integer' ? Number.isSafeInteger(number) : Number.isFinite(number);
  return fits ? { kind: 'number', value: number } : null;
}

const ISO =
  /^(\d{4})-(\d{1,2})-(\d{1,2})(?:[ T](\d{1,2}):(\d{2})(?::(\d{2})(\.\d+)?)?)?\s*(Z|UTC|[+-]\d{2}(?::?\d{2})?)?$/;

/** A date or time that is written out, in milliseconds since 1970, and whether it names a zone; null where it is not read here. */
export function writtenTime(text: string): { readonly value: number; readonly zone: boolean } | null {
  const match = ISO.exec(text.trim());
  if (match === null) return null;
  const [, year, month, day, hour = '0', minute = '0', second = '0', fraction = '0', zone] = match;
  const utc = Date.UTC(
    Number(year),
    Number(month) - 1,
    Number(day),
    Number(hour),
    Number(minute),
    Number(second),
  );
  const value = utc + Number(fraction) * 1000 - offset(zone);
  return Number.isFinite(value) ? { value, zone: zone !== undefined } : null;
}

function time(text: string): Comparable | null {
  const found = writtenTime(text);
  return found === null ? null : { kind: 'time', ...found };
}

function offset(zone: string | undefined): number {
  const match = /^([+-])(\d{2}):?(\d{2})?$/.exec(zone ?? '');
  if (match === null) return 0;
  const [, sign, hours, minutes = '0'] = match;
  return (sign === '-' ? -1 : 1) * (Number(hours) * 60 + Number(minutes)) * 60_000;
}

/**
 * -1, 0 or 1 as `a` is less than, equal to or greater than `b`; null where that cannot be told: the order of texts, or two times
 * of which one leaves its zone to the session and the session's zone is not UTC.
 */
export function compare(a: Comparable, b: Comparable, utc: boolean): -1 | 0 | 1 | null {
  if (a.kind === 'text' || b.kind === 'text') return a.kind === b.kind && a.value === b.value ? 0 : null;
  if (a.kind === 'time' && b.kind === 'time' && a.zone !== b.zone && !utc)
    if (Math.abs(a.value - b.value) < FARTHEST_ZONE) return null;
  if (a.kind !== b.kind) return null;
  return a.value < b.value ? -1 : a.value > b.value ? 1 : 0;
}

/** No zone is 168 hours or more from UTC, not even one that SET TIME ZONE spells out. */
const FARTHEST_ZONE = 168 * 3_600_000;

/** Whether two constants certainly differ. */
export function differ(a: Comparable, b: Comparable, utc: boolean): boolean {
  if (a.kind === 'text' && b.kind === 'text') return a.value !== b.value;
  const order = compare(a, b, utc);
  return order !== null && order !== 0;
}
