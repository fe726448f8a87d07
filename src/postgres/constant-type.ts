import type { Expression } from './expression';
import type { TypeName } from './type-name';
import { plainType } from './type-name';

const LARGEST_INT4 = 2 ** 31 - 1;
const LARGEST_INT8 = 2 ** 63;

/**
 * The type that a constant has by itself; null for a text and for NULL, which are of whatever type is wanted. Source: scan.l and
 * parse_node.c, make_const.
 */
export function constantType({ value, text }: Extract<Expression, { kind: 'constant' }>): TypeName | null {
  if (typeof value === 'boolean') return plainType('bool');
  if (typeof value !== 'number') return null;
  const size = Math.abs(value);
  if (!Number.isInteger(value) || /[.e]/i.test(text) || size >= LARGEST_INT8) return plainType('numeric');
  return plainType(size <= LARGEST_INT4 ? 'int4' : 'int8');
}
