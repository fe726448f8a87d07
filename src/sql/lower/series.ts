import type { Node } from '@pgsql/types';
import type { Expression } from '../../postgres/expression';
import type { Series } from '../../postgres/query';
import { constant } from './constant';
import { strings } from './names';

/** The series of whole numbers that is all that a FROM clause holds; null for any other clause. */
export function seriesOf(from: readonly Node[] | undefined): Series | null {
  const [item, ...others] = from ?? [];
  if (item === undefined || others.length > 0 || !('RangeFunction' in item)) return null;
  const { functions = [], ordinality, alias } = item.RangeFunction;
  const [call] = functions.flatMap((each) => ('List' in each ? (each.List.items ?? []) : []));
  if (functions.length !== 1 || ordinality === true || call === undefined || !('FuncCall' in call))
    return null;
  const { funcname, args = [] } = call.FuncCall;
  const [first, last, step] = args.map(wholeNumber);
  const rises = step === undefined || (step?.kind === 'constant' && Number(step.value) > 0);
  if (strings(funcname).at(-1) !== 'generate_series' || !first || !last || !rises) return null;
  const relation = alias?.aliasname ?? 'generate_series';
  return { relation, names: strings(alias?.colnames).concat(relation).slice(0, 1), from: first, to: last };
}

function wholeNumber(node: Node): Expression | null {
  const value = 'A_Const' in node ? constant(node.A_Const) : null;
  return value?.kind === 'constant' && Number.isInteger(value.value) ? value : null;
}
