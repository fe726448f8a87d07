import type { Expression } from '../../postgres/expression';
import type { Series } from '../../postgres/query';
import { mapExpression } from '../catalog/expression-edit';

/** What a value that is worked out of the numbers of a series lies between, both included; null where it does not grow with them. */
export function between(
  value: Expression,
  series: Series,
): { readonly low: Expression; readonly high: Expression } | null {
  if (!grows(value, series)) return null;
  const at = (number: Expression): Expression =>
    mapExpression(value, (part) => (isNumber(part, series) ? number : part));
  return { low: at(series.from), high: at(series.to) };
}

function grows(value: Expression, series: Series): boolean {
  if (value.kind === 'column') return isNumber(value, series);
  if (value.kind === 'cast')
    return CASTS.has(value.type.name) && value.type.arrayDimensions === 0 && grows(value.arg, series);
  if (value.kind !== 'operator' || value.left === null) return false;
  const { name, left, right } = value;
  const first = grows(left, series);
  const second = grows(right, series);
  if (name === '+') return (first && (second || isFixed(right))) || (second && isFixed(left));
  if (name === '-') return first && isFixed(right);
  return name === '*' && ((first && isPositive(right)) || (second && isPositive(left)));
}

const CASTS: ReadonlySet<string> = new Set(['int2', 'int4', 'int8', 'date', 'timestamp']);

function isNumber(part: Expression, { names, relation }: Series): boolean {
  return part.kind === 'column' && names.includes(part.name) && (part.relation ?? relation) === relation;
}

function isFixed(part: Expression): boolean {
  return part.kind === 'constant' || (part.kind === 'cast' && isFixed(part.arg));
}

function isPositive(part: Expression): boolean {
  if (part.kind === 'cast' && part.type.name === 'interval')
    return part.arg.kind === 'constant' && !/-|ago/i.test(part.arg.text);
  return part.kind === 'constant' && typeof part.value === 'number' && part.value > 0;
}
