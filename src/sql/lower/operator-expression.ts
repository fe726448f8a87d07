import type { A_Expr, Node } from '@pgsql/types';
import type { Expression } from '../../postgres/expression';
import { expression, expressions } from './expression';
import type { Lowering } from './lowering';
import { strings } from './names';
import { typeName } from './type-name';

/** An operator in one of its many forms: infix and prefix, IN, BETWEEN, LIKE, NULLIF, DISTINCT FROM, ANY and ALL. */
export function operatorExpression(node: A_Expr, lowering: Lowering): Expression {
  const name = strings(node.name).at(-1) ?? '';
  switch (node.kind ?? 'AEXPR_OP') {
    case 'AEXPR_IN':
      return {
        kind: 'in-list',
        arg: left(node, lowering),
        items: list(node.rexpr, lowering),
        negated: name === '<>',
      };
    case 'AEXPR_BETWEEN':
      return between(node, false, lowering);
    case 'AEXPR_NOT_BETWEEN':
      return between(node, true, lowering);
    case 'AEXPR_BETWEEN_SYM':
      return { kind: 'or', args: eitherWay(between(node, false, lowering)) };
    case 'AEXPR_NOT_BETWEEN_SYM':
      return { kind: 'and', args: eitherWay(between(node, true, lowering)) };
    case 'AEXPR_NULLIF':
      return {
        kind: 'call',
        name: { schema: null, name: 'nullif' },
        args: [left(node, lowering), right(node, lowering)],
      };
    case 'AEXPR_DISTINCT':
      return {
        kind: 'operator',
        name: 'IS DISTINCT FROM',
        left: left(node, lowering),
        right: right(node, lowering),
      };
    case 'AEXPR_NOT_DISTINCT':
      return {
        kind: 'operator',
        name: 'IS NOT DISTINCT FROM',
        left: left(node, lowering),
        right: right(node, lowering),
      };
    case 'AEXPR_OP_ANY':
      return overArray(node, name, 'ANY', lowering);
    case 'AEXPR_OP_ALL':
      return overArray(node, name, 'ALL', lowering);
    case 'AEXPR_OP':
    case 'AEXPR_LIKE':
    case 'AEXPR_ILIKE':
    case 'AEXPR_SIMILAR':
      return {
        kind: 'operator',
        name,
        left: node.lexpr === undefined ? null : expression(node.lexpr, lowering),
        right: right(node, lowering),
      };
  }
}

/** `x = ANY (ARRAY[…])` is `x IN (…)`, `x <> ALL (ARRAY[…])` is NOT IN. */
function overArray(node: A_Expr, name: string, word: 'ANY' | 'ALL', lowering: Lowering): Expression {
  const { rexpr } = node;
  const inList = (word === 'ANY' && name === '=') || (word === 'ALL' && name === '<>');
  const items = inList && rexpr !== undefined ? elements(rexpr, lowering) : null;
  if (items !== null) return { kind: 'in-list', arg: left(node, lowering), items, negated: word === 'ALL' };
  return { kind: 'opaque', text: `${name} ${word}`, args: [left(node, lowering), right(node, lowering)] };
}

/** What an array holds that is written out: `ARRAY[1, 2]`, `'{1,2}'`, or one of them with a cast. */
function elements(array: Node, lowering: Lowering): readonly Expression[] | null {
  if ('A_ArrayExpr' in array) return expressions(array.A_ArrayExpr.elements, lowering);
  if ('A_Const' in array) return elementsOfText(array.A_Const.sval?.sval ?? '');
  if (!('TypeCast' in array) || array.TypeCast.arg === undefined) return null;
  const items = elements(array.TypeCast.arg, lowering);
  const type = { ...typeName(array.TypeCast.typeName, lowering), arrayDimensions: 0 };
  return items?.map((arg): Expression => ({ kind: 'cast', arg, type })) ?? null;
}

/** Only what needs no quotes. */
function elementsOfText(text: string): readonly Expression[] | null {
  const list = /^\{([^{}"\\]*)\}$/.exec(text)?.[1];
  if (list === undefined) return null;
  return list
    .split(',')
    .map((each) => each.trim())
    .filter((each) => each !== '')
    .map((value) =>
      /^null$/i.test(value)
        ? { kind: 'constant', value: null, text: 'NULL' }
        : { kind: 'constant', value, text: `'${value.replaceAll("'", "''")}'` },
    );
}

type Between = Extract<Expression, { readonly kind: 'between' }>;

/** SYMMETRIC: the lower end may stand last. */
function eitherWay(between: Between): readonly Expression[] {
  return [between, { ...between, low: between.high, high: between.low }];
}

function between(node: A_Expr, negated: boolean, lowering: Lowering): Between {
  const [low = missing(), high = missing()] = list(node.rexpr, lowering);
  return { kind: 'between', arg: left(node, lowering), low, high, negated };
}

function list(node: Node | undefined, lowering: Lowering): readonly Expression[] {
  if (node === undefined) return [];
  return 'List' in node ? expressions(node.List.items, lowering) : [expression(node, lowering)];
}

function left(node: A_Expr, lowering: Lowering): Expression {
  return node.lexpr === undefined ? missing() : expression(node.lexpr, lowering);
}

function right(node: A_Expr, lowering: Lowering): Expression {
  return node.rexpr === undefined ? missing() : expression(node.rexpr, lowering);
}

function missing(): Expression {
  return { kind: 'opaque', text: '', args: [] };
}
