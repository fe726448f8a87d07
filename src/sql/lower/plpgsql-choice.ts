import type { BodyCondition, BodyStatement } from '../../postgres/body';
import { negated } from './body-condition';

/** One arm of IF or CASE. */
export interface Arm {
  readonly condition: BodyCondition;
  /** The parts that all have to hold, where they can be asked one by one: see `conjuncts`. */
  readonly parts: readonly BodyCondition[];
  /** What evaluating the condition does. */
  readonly before: readonly BodyStatement[];
  readonly body: readonly BodyStatement[];
}

type Branch = Extract<BodyStatement, { readonly kind: 'branch' }>['branches'][number];

/** The branches of IF and CASE. */
export function choice(arms: readonly Arm[], otherwise: readonly BodyStatement[]): readonly BodyStatement[] {
  const last = arms.at(-1);
  const written: readonly Branch[] = arms.slice(0, -1).map(({ condition, body }) => ({ condition, body }));
  const branches = [...written, ...(last === undefined ? [] : lastBranches(last, otherwise))];
  return [...arms.flatMap(({ before }) => before), { kind: 'branch', branches }];
}

/**
 * Without an ELSE, `IF a AND b THEN x` is `IF NOT a THEN ELSIF NOT b THEN ELSE x`, so that each part is asked by itself. With
 * one its statements would stand there twice, and four times if that happens again in them.
 */
function lastBranches(
  { condition, parts, body }: Arm,
  otherwise: readonly BodyStatement[],
): readonly Branch[] {
  if (parts.length < 2 || otherwise.length > 0)
    return [
      { condition, body },
      { condition: null, body: otherwise },
    ];
  return [...parts.map((part) => ({ condition: negated(part), body: [] })), { condition: null, body }];
}
