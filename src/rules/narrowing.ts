import type { Expression } from '../postgres/expression';
import type { TypeName } from '../postgres/type-name';

/** What becomes of values that the new type cannot hold. */
export type Narrowing = 'fails' | 'rounds';

const DIGITS: Readonly<Record<string, number>> = { int2: 5, int4: 10, int8: 19 };
const INTEGERS = ['int2', 'int4', 'int8'];
const TIMES: ReadonlySet<string> = new Set(['timestamp', 'timestamptz', 'time', 'timetz', 'interval']);
const STRINGS: ReadonlySet<string> = new Set(['text', 'varchar', 'bpchar']);

/** Whether the new type cannot hold all values of the old one; null where it can, or nobody can tell. */
export function narrowing(from: TypeName, to: TypeName): Narrowing | null {
  if (from.arrayDimensions > 0 || to.arrayDimensions > 0) return null;
  if (STRINGS.has(from.name) && STRINGS.has(to.name)) return isShorter(from, to) ? 'fails' : null;
  if (isNumber(from) && isNumber(to)) return ofNumbers(from, to);
  if (TIMES.has(from.name) && to.name === 'date') return 'rounds';
  if (from.name === to.name && TIMES.has(from.name))
    return (to.modifiers[0] ?? 6) < (from.modifiers[0] ?? 6) ? 'rounds' : null;
  return null;
}

function isShorter(from: TypeName, to: TypeName): boolean {
  const [length] = to.modifiers;
  return length !== undefined && length < (from.modifiers[0] ?? Number.POSITIVE_INFINITY);
}

function isNumber({ name }: TypeName): boolean {
  return name in DIGITS || name === 'numeric' || name === 'float4' || name === 'float8';
}

function ofNumbers(from: TypeName, to: TypeName): Narrowing | null {
  if (to.name in DIGITS) {
    if (from.name in DIGITS) return INTEGERS.indexOf(to.name) < INTEGERS.indexOf(from.name) ? 'fails' : null;
    return 'fails';
  }
  if (to.name !== 'numeric')
    return to.name === 'float4' && from.name !== 'int2' && from.name !== 'float4' ? 'rounds' : null;
  const [precision, scale = 0] = to.modifiers;
  if (precision === undefined) return null;
  const whole = precision - scale;
  if (from.name in DIGITS) return whole < (DIGITS[from.name] ?? 0) ? 'fails' : null;
  const [oldPrecision, oldScale = 0] = from.modifiers;
  if (from.name !== 'numeric' || oldPrecision === undefined) return 'fails';
  if (whole < oldPrecision - oldScale) return 'fails';
  return scale < oldScale ? 'rounds' : null;
}

/** Whether a CHECK says that the text of a column is at most so long. */
export function limitsLength(check: Expression, column: string, length: number): boolean {
  if (check.kind === 'and') return check.args.some((part) => limitsLength(part, column, length));
  if (check.kind !== 'operator' || check.left?.kind !== 'call') return false;
  const { name, args } = check.left;
  const [arg] = args;
  const isLength = ['length', 'char_length', 'character_length'].includes(name.name);
  const inner = arg?.kind === 'cast' ? arg.arg : arg;
  if (!isLength || inner?.kind !== 'column' || inner.name !== column) return false;
  const { right } = check;
  if (right.kind !== 'constant' || typeof right.value !== 'number') return false;
  return (check.name === '<=' && right.value <= length) || (check.name === '<' && right.value <= length + 1);
}
