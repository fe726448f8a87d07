import type { RangeVar } from '@pgsql/types';
import { everyPart } from '../../postgres/expression';
import type { Expression } from '../../postgres/expression';

/** The parts of a condition that all have to hold. */
export function conjuncts(condition: Expression | null): readonly Expression[] {
  if (condition === null) return [];
  return condition.kind === 'and' ? condition.args.flatMap(conjuncts) : [condition];
}

/**
 * Those of the conditions that speak of one relation alone, as a part of what is read or written: `{}` where none does.
 *
 * @param alias what the statement calls it
 * @param alone nothing stands beside it, so that a column without qualifier is one of its own
 */
export function ownCondition(
  conditions: readonly Expression[],
  alias: string,
  alone: boolean,
): { readonly condition?: Expression } {
  const own = withEquals(conditions).filter((each) => {
    const parts = everyPart(each);
    const columns = parts.flatMap((part) => (part.kind === 'column' ? [part.relation] : []));
    if (columns.length === 0) return alone && saysNo(each);
    return columns.every((name) => (name === null ? alone : name === alias));
  });
  const [first] = own;
  if (first === undefined) return {};
  return { condition: own.length === 1 ? first : { kind: 'and', args: own } };
}

/** A condition of constants may rule out everything; one that is plainly true does not. */
function saysNo(condition: Expression): boolean {
  return (
    !(condition.kind === 'constant' && condition.value === true) &&
    everyPart(condition).every(({ kind }) => kind !== 'subquery' && kind !== 'call')
  );
}

/** Certainly not true where the columns that it speaks of are NULL. */
export function failsOnNull(condition: Expression): boolean {
  switch (condition.kind) {
    case 'and':
      return condition.args.some(failsOnNull);
    case 'or':
      return condition.args.every(failsOnNull);
    case 'operator':
      return /^(?:[<>]=?|=|<>|!=)$/.test(condition.name);
    case 'in-list':
    case 'between':
    case 'column':
      return true;
    case 'is-null':
      return condition.negated;
    case 'constant':
    case 'call':
    case 'special-value':
    case 'cast':
    case 'not':
    case 'array':
    case 'row':
    case 'coalesce':
    case 'case':
    case 'collate':
    case 'subquery':
    case 'opaque':
      return false;
  }
}

/** What holds of a column holds of one that it is equal to: `a.id = b.id AND b.id = 1`. Source: equivclass.c. */
function withEquals(conditions: readonly Expression[]): readonly Expression[] {
  const pairs = conditions.flatMap((each) =>
    isEquals(each) && each.left?.kind === 'column' && each.right.kind === 'column'
      ? [[each.left, each.right] as const]
      : [],
  );
  const derived = pairs.flatMap(([a, b]) =>
    conditions.flatMap((each): readonly Expression[] => {
      if (!isEquals(each) || each.left?.kind !== 'column' || each.right.kind === 'column') return [];
      const { left } = each;
      const same = (other: Column): boolean => other.name === left.name && other.relation === left.relation;
      return [...(same(a) ? [{ ...each, left: b }] : []), ...(same(b) ? [{ ...each, left: a }] : [])];
    }),
  );
  return derived.length === 0 ? conditions : [...conditions, ...derived];
}

type Column = Extract<Expression, { readonly kind: 'column' }>;

function isEquals(expression: Expression): expression is Extract<Expression, { readonly kind: 'operator' }> {
  return expression.kind === 'operator' && expression.name === '=';
}

/** The conditions of UPDATE and DELETE that speak of the target alone. */
export function targetCondition(
  target: RangeVar | undefined,
  where: Expression | null,
  alone: boolean,
): { readonly condition?: Expression } {
  return ownCondition(conjuncts(where), target?.alias?.aliasname ?? target?.relname ?? '', alone);
}
