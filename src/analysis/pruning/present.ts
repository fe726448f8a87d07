import type { Expression } from '../../postgres/expression';
import { plainType } from '../../postgres/type-name';
import { folded } from '../conditions/folded-constant';

/**
 * The first day of a year that had begun in every time zone when this was written, so that each run of a statement that is judged is
 * later: by this program it is judged before it runs, or as one that may run anew. What ran before (the history) is not asked for its
 * time: only locks are, and history takes none. A constant, as the same migration has to read the same on every day; a later one would
 * rule out no more than the partitions of the years between.
 */
const PAST: Expression = { kind: 'constant', value: '2026-01-01', text: "'2026-01-01'" };

/** A time that the value of an expression is not before, where that is the time at which the statement runs, or later; else null. */
export function notBefore(value: Expression): Expression | null {
  if (value.kind === 'special-value') return DATES.has(value.name) ? PAST : null;
  if (value.kind === 'cast')
    return TIMES.has(value.type.name) && value.type.arrayDimensions === 0 ? notBefore(value.arg) : null;
  if (value.kind === 'operator')
    return value.left === null ? null : moved(value.name, notBefore(value.left), value.right);
  return value.kind === 'call' ? ofCall(value) : null;
}

function ofCall({ name, args }: Extract<Expression, { readonly kind: 'call' }>): Expression | null {
  if (args.length === 0) return CLOCKS.has(name.name) ? PAST : null;
  const [unit, time] = args;
  const cuts = name.name === 'date_trunc' && unit?.kind === 'constant' && UNITS.has(String(unit.value));
  return cuts && time !== undefined ? notBefore(time) : null;
}

const CLOCKS: ReadonlySet<string> = new Set([
  'now',
  'transaction_timestamp',
  'statement_timestamp',
  'clock_timestamp',
]);
const DATES: ReadonlySet<string> = new Set(['current_date', 'current_timestamp', 'localtimestamp']);
const TIMES: ReadonlySet<string> = new Set(['date', 'timestamp', 'timestamptz']);
/** What begins with the first of January. */
const UNITS: ReadonlySet<string> = new Set(['second', 'minute', 'hour', 'day', 'month', 'quarter', 'year']);

/** The day of a time, as SQL writes it. */
function dayOf(time: number): string {
  let year = 1000;
  while (Date.UTC(year + 1, 0) <= time) year += 1;
  let month = 0;
  while (Date.UTC(year, month + 1) <= time) month += 1;
  const day = Math.floor((time - Date.UTC(year, month)) / DAY) + 1;
  return [year, month + 1, day].map((part) => String(part).padStart(2, '0')).join('-');
}

const DAY = 86_400_000;

/** Years that are written with four digits. */
const FIRST = Date.UTC(1000, 0);
const LAST = Date.UTC(9999, 0);

/** So much after a time, or before it. */
function moved(name: string, time: Expression | null, by: Expression): Expression | null {
  const isInterval = folded(by)?.type === 'interval';
  if (time === null || (name !== '+' && name !== '-')) return null;
  const type = plainType(isInterval ? 'timestamp' : 'date');
  const value = folded({ kind: 'operator', name, left: { kind: 'cast', arg: time, type }, right: by });
  if (value?.type !== 'date' && value?.type !== 'timestamp') return null;
  if (!(value.value >= FIRST && value.value <= LAST)) return null;
  const text = dayOf(value.value);
  return { kind: 'constant', value: text, text: `'${text}'` };
}
