import type { Expression } from '../../postgres/expression';
import type { TypeName } from '../../postgres/type-name';
import type { ColumnBound } from './bound';
import type { Comparable } from './comparable';
import { comparable, compare, differ } from './comparable';

/** What is needed to compare constants with a column. */
export interface Ground {
  typeOf(column: string): TypeName | null;
  /** The session's zone is UTC. */
  readonly utc: boolean;
}

/** One demand on a column: an order against a constant, or one of several values. */
type Claim =
  | {
      readonly kind: 'order';
      readonly column: string;
      readonly operator: '<' | '<=' | '>' | '>=';
      readonly value: Comparable;
    }
  | { readonly kind: 'among'; readonly column: string; readonly values: readonly Comparable[] }
  | { readonly kind: 'not-among'; readonly column: string; readonly values: readonly Comparable[] };

/**
 * Whether rows that meet all of the expressions certainly meet the bound, NULL aside. Reads AND, OR, =, <, <=, >, >=, IN and
 * BETWEEN on a column against constants, as the server's prover does (predtest.c, operator_predicate_proof).
 */
export function meets(facts: readonly Expression[], bound: ColumnBound, ground: Ground): boolean {
  const { low, high, values } = bound;
  if (values !== null)
    return someFact(facts, (claim) => isWithin(claim, bound.column, values, ground), ground);
  return (
    (low === null || someFact(facts, (claim) => isAtLeast(claim, bound.column, low, ground), ground)) &&
    (high === null || someFact(facts, (claim) => isBelow(claim, bound.column, high, ground), ground))
  );
}

/** Whether rows that meet all of the expressions certainly stay out of the bound, NULL aside. */
export function avoids(facts: readonly Expression[], bound: ColumnBound, ground: Ground): boolean {
  const { low, high, values, column } = bound;
  if (values !== null) {
    return values.every((value) =>
      someFact(facts, (claim) => excludes(claim, column, value, ground), ground),
    );
  }
  const isOutside = (claim: Claim): boolean =>
    (low !== null && isBelow(claim, column, low, ground)) ||
    (high !== null && isAtLeast(claim, column, high, ground));
  return someFact(facts, isOutside, ground);
}

/** Whether one of the facts has it: a conjunction by one of its parts, a disjunction by all of them. */
function someFact(facts: readonly Expression[], proves: (claim: Claim) => boolean, ground: Ground): boolean {
  return facts.some((fact) => {
    if (fact.kind === 'and') return someFact(fact.args, proves, ground);
    if (fact.kind === 'or') return fact.args.every((arg) => someFact([arg], proves, ground));
    return claimsOf(fact, ground).some(proves);
  });
}

const FLIPPED = { '<': '>', '<=': '>=', '>': '<', '>=': '<=' } as const;

function claimsOf(fact: Expression, ground: Ground): readonly Claim[] {
  if (fact.kind === 'operator')
    return fact.left === null ? [] : comparison(fact.name, fact.left, fact.right, ground);
  if (fact.kind === 'in-list' && fact.arg.kind === 'column') {
    const { name } = fact.arg;
    const items = fact.items.map((item) => comparable(item, ground.typeOf(name)));
    const values = items.flatMap((item) => item ?? []);
    return values.length < items.length
      ? []
      : [{ kind: fact.negated ? 'not-among' : 'among', column: name, values }];
  }
  if (fact.kind !== 'between' || fact.negated) return [];
  return [...comparison('>=', fact.arg, fact.low, ground), ...comparison('<=', fact.arg, fact.high, ground)];
}

function comparison(operator: string, left: Expression, right: Expression, ground: Ground): readonly Claim[] {
  const column = left.kind === 'column' ? left : right.kind === 'column' ? right : null;
  if (column === null) return [];
  const value = comparable(column === left ? right : left, ground.typeOf(column.name));
  if (value === null) return [];
  if (operator === '=') return [{ kind: 'among', column: column.name, values: [value] }];
  if (operator === '<>' || operator === '!=')
    return [{ kind: 'not-among', column: column.name, values: [value] }];
  if (operator !== '<' && operator !== '<=' && operator !== '>' && operator !== '>=') return [];
  return [
    { kind: 'order', column: column.name, operator: column === left ? operator : FLIPPED[operator], value },
  ];
}

function isAtLeast(claim: Claim, column: string, low: Comparable, { utc }: Ground): boolean {
  if (claim.column !== column || claim.kind === 'not-among') return false;
  if (claim.kind === 'among') return claim.values.every((value) => atLeast(value, low, utc));
  return (claim.operator === '>' || claim.operator === '>=') && atLeast(claim.value, low, utc);
}

function atLeast(value: Comparable, low: Comparable, utc: boolean): boolean {
  const order = compare(value, low, utc);
  return order === 0 || order === 1;
}

function isBelow(claim: Claim, column: string, high: Comparable, { utc }: Ground): boolean {
  if (claim.column !== column || claim.kind === 'not-among') return false;
  if (claim.kind === 'among') return claim.values.every((value) => compare(value, high, utc) === -1);
  const order = compare(claim.value, high, utc);
  return (
    (claim.operator === '<' && (order === -1 || order === 0)) || (claim.operator === '<=' && order === -1)
  );
}

function isWithin(claim: Claim, column: string, values: readonly Comparable[], { utc }: Ground): boolean {
  if (claim.column !== column || claim.kind !== 'among') return false;
  return claim.values.every((own) => values.some((value) => compare(own, value, utc) === 0));
}

function excludes(claim: Claim, column: string, value: Comparable, { utc }: Ground): boolean {
  if (claim.column !== column) return false;
  if (claim.kind === 'among') return claim.values.every((own) => differ(own, value, utc));
  if (claim.kind === 'not-among') return claim.values.some((own) => compare(own, value, utc) === 0);
  const order = compare(value, claim.value, utc);
  if (order === null) return false;
  if (claim.operator === '<') return order >= 0;
  if (claim.operator === '<=') return order > 0;
  return claim.operator === '>' ? order <= 0 : order < 0;
}
