import type { Expression } from '../../postgres/expression';
import { constantType } from '../../postgres/constant-type';
import { writtenTime } from './comparable';

/** The value of an expression that planning works out, with the type that it has. */
export type Folded =
  | { readonly type: 'unknown' | 'text'; readonly value: string }
  | { readonly type: 'bool'; readonly value: boolean }
  | { readonly type: 'integer' | 'numeric'; readonly value: number }
  /** Milliseconds since 1970, by the clock that stands on the wall. */
  | { readonly type: 'date' | 'timestamp'; readonly value: number }
  | { readonly type: 'interval'; readonly months: number; readonly milliseconds: number }
  | { readonly type: 'null' };

/**
 * What planning makes of an expression of constants; null where it leaves it to the run (CURRENT_DATE, to_date, a subquery, a time
 * zone) or where it is not read here. Source: clauses.c, eval_const_expressions.
 */
export function folded(expression: Expression): Folded | null {
  switch (expression.kind) {
    case 'constant':
      return ofConstant(expression);
    case 'cast': {
      const arg = expression.type.arrayDimensions > 0 ? null : folded(expression.arg);
      return arg === null ? null : casted(arg, expression.type.name);
    }
    case 'operator':
      return ofOperator(expression);
    case 'coalesce': {
      const args = expression.args.map(folded);
      return args.every((arg) => arg !== null) ? (args.find(({ type }) => type !== 'null') ?? NULL) : null;
    }
    case 'column':
    case 'call':
    case 'special-value':
    case 'and':
    case 'or':
    case 'not':
    case 'is-null':
    case 'in-list':
    case 'between':
    case 'array':
    case 'row':
    case 'case':
    case 'collate':
    case 'subquery':
    case 'opaque':
      return null;
  }
}

const NULL: Folded = { type: 'null' };

function ofConstant(constant: Extract<Expression, { kind: 'constant' }>): Folded | null {
  const { value } = constant;
  if (value === null) return NULL;
  if (typeof value === 'boolean') return { type: 'bool', value };
  if (typeof value === 'string') return { type: 'unknown', value };
  return { type: constantType(constant)?.name === 'numeric' ? 'numeric' : 'integer', value };
}

const INTEGERS: ReadonlySet<string> = new Set(['int2', 'int4', 'int8']);
const TEXTS: ReadonlySet<string> = new Set(['text', 'varchar']);

function casted(arg: Folded, to: string): Folded | null {
  if (arg.type === 'null') return NULL;
  if (to === 'date' || to === 'timestamp') return timeOf(arg, to);
  if (to === 'interval') return arg.type === 'unknown' ? intervalOf(arg.value) : null;
  if (INTEGERS.has(to)) return integerOf(arg);
  if (TEXTS.has(to))
    return arg.type === 'unknown' || arg.type === 'text' ? { type: 'text', value: arg.value } : null;
  if (to === 'bool' && arg.type === 'unknown') return boolOf(arg.value);
  return null;
}

function integerOf(arg: Folded): Folded | null {
  if (arg.type === 'integer') return arg;
  if (arg.type !== 'unknown' || !/^\s*[+-]?\d{1,15}\s*$/.test(arg.value)) return null;
  return { type: 'integer', value: Number(arg.value) };
}

/** The truth that a text says, as far as the server reads it (bool.c, parse_bool_with_len). */
export function boolOf(text: string): Extract<Folded, { type: 'bool' }> | null {
  if (/^\s*(?:t|true|yes|on|1)\s*$/i.test(text)) return { type: 'bool', value: true };
  return /^\s*(?:f|false|no|off|0)\s*$/i.test(text) ? { type: 'bool', value: false } : null;
}

const DAY = 86_400_000;

/** A text as a time is read at once; the one that a cast of a time to another makes of it does not depend on a zone. */
function timeOf(arg: Folded, type: 'date' | 'timestamp'): Folded | null {
  if (arg.type === 'date' || arg.type === 'timestamp') return asTime(arg.value, type);
  const written = arg.type === 'unknown' ? writtenTime(arg.value) : null;
  return written === null || written.zone ? null : asTime(written.value, type);
}

function asTime(value: number, type: 'date' | 'timestamp'): Folded {
  return { type, value: type === 'date' ? Math.floor(value / DAY) * DAY : value };
}

const UNITS: Readonly<Record<string, { readonly months?: number; readonly milliseconds?: number }>> = {
  year: { months: 12 },
  month: { months: 1 },
  mon: { months: 1 },
  week: { milliseconds: 7 * DAY },
  day: { milliseconds: DAY },
  hour: { milliseconds: 3_600_000 },
  minute: { milliseconds: 60_000 },
  min: { milliseconds: 60_000 },
  second: { milliseconds: 1000 },
  sec: { milliseconds: 1000 },
};

/** `1 year 2 months`; nothing else that an interval may be written as. */
function intervalOf(text: string): Folded | null {
  const parts = [...text.matchAll(/([+-]?\d+)\s*([a-z]+)/gi)];
  if (parts.length === 0 || text.replaceAll(/[+-]?\d+\s*[a-z]+/gi, '').trim() !== '') return null;
  let months = 0;
  let milliseconds = 0;
  for (const [, count, word = ''] of parts) {
    const unit = UNITS[word.toLowerCase().replace(/s$/, '')];
    if (unit === undefined) return null;
    months += Number(count) * (unit.months ?? 0);
    milliseconds += Number(count) * (unit.milliseconds ?? 0);
  }
  return { type: 'interval', months, milliseconds };
}

function ofOperator({ name, left, right }: Extract<Expression, { kind: 'operator' }>): Folded | null {
  const b = folded(right);
  if (b === null) return null;
  if (left === null)
    return name === '-' && (b.type === 'integer' || b.type === 'numeric') ? { ...b, value: -b.value } : null;
  const a = folded(left);
  if (a === null) return null;
  if (a.type === 'null' || b.type === 'null') return STRICT.has(name) ? NULL : null;
  if (name === '||') return isText(a) && isText(b) ? { type: 'text', value: a.value + b.value } : null;
  if (COMPARISONS.has(name)) return compared(name, a, b);
  if (a.type === 'integer' && b.type === 'integer') return sum(name, a.value, b.value);
  if (name === '*') return times(a, b) ?? times(b, a);
  return name === '+' || name === '-' ? moved(a, b, name === '+' ? 1 : -1) : null;
}

const COMPARISONS: ReadonlySet<string> = new Set(['=', '<>', '!=', '<', '<=', '>', '>=']);
const STRICT: ReadonlySet<string> = new Set([...COMPARISONS, '+', '-', '*', '/', '||']);

function isText(value: Folded): value is Extract<Folded, { type: 'unknown' | 'text' }> {
  return value.type === 'unknown' || value.type === 'text';
}

function sum(name: string, a: number, b: number): Folded | null {
  const value = name === '+' ? a + b : name === '-' ? a - b : name === '*' ? a * b : NaN;
  return Number.isSafeInteger(value) ? { type: 'integer', value } : null;
}

/** So many times an interval. */
function times(count: Folded, interval: Folded): Folded | null {
  if (count.type !== 'integer' || interval.type !== 'interval') return null;
  const { months, milliseconds } = interval;
  return { type: 'interval', months: count.value * months, milliseconds: count.value * milliseconds };
}

/** Of texts only whether they are the same: which comes first is up to the collation. */
function compared(name: string, a: Folded, b: Folded): Folded | null {
  if (!('value' in a && 'value' in b) || typeof a.value !== typeof b.value) return null;
  const order = a.value < b.value ? -1 : a.value > b.value ? 1 : 0;
  if (name === '=') return { type: 'bool', value: order === 0 };
  if (name === '<>' || name === '!=') return { type: 'bool', value: order !== 0 };
  if (isText(a)) return null;
  const value = name.startsWith('<') ? order < 0 : order > 0;
  return { type: 'bool', value: value || (name.endsWith('=') && order === 0) };
}

/** A time and what is added to it; a month ends where it ends. */
function moved(a: Folded, b: Folded, sign: 1 | -1): Folded | null {
  if (a.type !== 'date' && a.type !== 'timestamp') return null;
  if (a.type === 'date' && b.type === 'integer')
    return { type: 'date', value: a.value + sign * b.value * DAY };
  if (b.type !== 'interval') return null;
  const midnight = Math.floor(a.value / DAY) * DAY;
  const { month, day } = calendar(midnight);
  const first = firstOf(month + sign * b.months);
  const length = (firstOf(month + sign * b.months + 1) - first) / DAY;
  return {
    type: 'timestamp',
    value: first + (Math.min(day, length) - 1) * DAY + (a.value - midnight) + sign * b.milliseconds,
  };
}

/** The first day of a month, counted from the year 0. */
function firstOf(month: number): number {
  return Date.UTC(Math.floor(month / 12), month - Math.floor(month / 12) * 12, 1);
}

/** The month of a day, counted from the year 0, and which day of that it is. */
function calendar(midnight: number): { readonly month: number; readonly day: number } {
  // No month is longer than 31 days: the guess is too late by one month at most.
  let month = 1970 * 12 + Math.ceil(midnight / (30.436875 * DAY)) + 1;
  while (firstOf(month) > midnight) month -= 1;
  return { month, day: (midnight - firstOf(month)) / DAY + 1 };
}
