import type { Expression } from '../../postgres/expression';
import { folded } from '../conditions/folded-constant';

/** A condition with each NOT brought down to what it denies, BETWEEN and lists of values taken apart, and what is always the same worked out. */
export type PlainCondition =
  | { readonly kind: 'and' | 'or'; readonly args: readonly PlainCondition[] }
  | {
      readonly kind: 'comparison';
      readonly operator: Operator;
      readonly arg: Expression;
      readonly value: Expression;
    }
  | { readonly kind: 'null'; readonly arg: Expression; readonly negated: boolean }
  /** A column by itself, or IS [NOT] TRUE and FALSE. */
  | { readonly kind: 'truth'; readonly arg: Expression; readonly value: boolean; readonly nulls: boolean }
  /** Every row, or none. */
  | { readonly kind: 'always'; readonly value: boolean }
  /** Anything. */
  | { readonly kind: 'opaque' };

export type Operator = '=' | '<>' | '<' | '<=' | '>' | '>=';

const OPAQUE: PlainCondition = { kind: 'opaque' };

/** Source: prepqual.c, negate_clause, and what the parser makes of BETWEEN. */
export function plainCondition(expression: Expression, negated = false): PlainCondition {
  const constant = folded(expression);
  if (constant?.type === 'null') return { kind: 'always', value: false };
  if (constant?.type === 'bool') return { kind: 'always', value: constant.value !== negated };
  switch (expression.kind) {
    case 'and':
    case 'or':
      return {
        kind: (expression.kind === 'and') === negated ? 'or' : 'and',
        args: expression.args.map((arg) => plainCondition(arg, negated)),
      };
    case 'not':
      return plainCondition(expression.arg, !negated);
    case 'is-null':
      return { kind: 'null', arg: expression.arg, negated: expression.negated !== negated };
    case 'column':
      return { kind: 'truth', arg: expression, value: !negated, nulls: false };
    case 'operator':
      return expression.left === null
        ? OPAQUE
        : comparison(expression.name, expression.left, expression.right, negated);
    case 'between': {
      const without = expression.negated !== negated;
      const { arg, low, high } = expression;
      return {
        kind: without ? 'or' : 'and',
        args: [comparison('>=', arg, low, without), comparison('<=', arg, high, without)],
      };
    }
    case 'in-list': {
      const without = expression.negated !== negated;
      const args = expression.items.map((item): PlainCondition =>
        // NOT IN with a NULL is never true, which is seen of lists alone.
        without && folded(item)?.type === 'null'
          ? { kind: 'comparison', operator: '<>', arg: expression.arg, value: item }
          : comparison('=', expression.arg, item, without),
      );
      return { kind: without ? 'and' : 'or', args };
    }
    case 'opaque':
      return truthTest(expression.text, expression.args[0], negated);
    case 'constant':
    case 'call':
    case 'special-value':
    case 'cast':
    case 'array':
    case 'row':
    case 'coalesce':
    case 'case':
    case 'collate':
    case 'subquery':
      return OPAQUE;
  }
}

const NEGATED: Readonly<Record<Operator, Operator>> = {
  '=': '<>',
  '<>': '=',
  '<': '>=',
  '<=': '>',
  '>': '<=',
  '>=': '<',
};

const FLIPPED: Readonly<Record<Operator, Operator>> = {
  '=': '=',
  '<>': '<>',
  '<': '>',
  '<=': '>=',
  '>': '<',
  '>=': '<=',
};

function comparison(name: string, left: Expression, right: Expression, negated: boolean): PlainCondition {
  const written = name === '!=' ? '<>' : name;
  if (!isOperator(written)) return OPAQUE;
  const operator = negated ? NEGATED[written] : written;
  const value = folded(right);
  if (value?.type === 'null' || folded(left)?.type === 'null') return { kind: 'always', value: false };
  if (value !== null) return { kind: 'comparison', operator, arg: left, value: right };
  return left.kind === 'constant' || folded(left) !== null
    ? { kind: 'comparison', operator: FLIPPED[operator], arg: right, value: left }
    : { kind: 'comparison', operator, arg: left, value: right };
}

function isOperator(name: string): name is Operator {
  return Object.hasOwn(NEGATED, name);
}

function truthTest(text: string, arg: Expression | undefined, negated: boolean): PlainCondition {
  const match = /^IS (NOT )?(TRUE|FALSE)$/.exec(text);
  if (match === null || arg === undefined) return OPAQUE;
  const [, not, word] = match;
  const nulls = (not !== undefined) !== negated;
  return { kind: 'truth', arg, value: (word === 'TRUE') !== nulls, nulls };
}
