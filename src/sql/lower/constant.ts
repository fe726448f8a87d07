import type { A_Const } from '@pgsql/types';
import type { Expression } from '../../postgres/expression';

/** A literal: its value, and its text as SQL spells it. A number that JavaScript cannot hold exactly is a string. */
export function constant(node: A_Const): Expression {
  if (node.isnull === true) return { kind: 'constant', value: null, text: 'NULL' };
  if (node.ival !== undefined) return numeric(String(node.ival.ival ?? 0));
  if (node.fval !== undefined) return numeric(node.fval.fval ?? '0');
  if (node.boolval !== undefined) {
    const value = node.boolval.boolval ?? false;
    return { kind: 'constant', value, text: value ? 'true' : 'false' };
  }
  if (node.bsval !== undefined) return bits(node.bsval.bsval ?? '');
  const value = node.sval?.sval ?? '';
  return { kind: 'constant', value, text: `'${value.replaceAll("'", "''")}'` };
}

function numeric(text: string): Expression {
  const value = Number(text);
  const exact = Number.isInteger(value) ? Number.isSafeInteger(value) : String(value) === text;
  return { kind: 'constant', value: exact ? value : text, text };
}

/** The parser gives B'101' as `b101` and X'1F' as `x1F`. */
function bits(text: string): Expression {
  return { kind: 'constant', value: text, text: `${text.slice(0, 1)}'${text.slice(1)}'` };
}
