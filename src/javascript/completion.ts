import { choiceOf } from './choice';
import type { Condition, Run } from './run';
import { negated } from './run';
import type { Scope } from './scope';
import type { Value } from './value';

/** How a statement ends when it does not go on to the next one. */
export type Completion =
  | { readonly kind: 'return'; readonly value: Value }
  | { readonly kind: 'throw'; readonly value: Value }
  | { readonly kind: 'break' | 'continue'; readonly label: string | undefined };

/**
 * How two ways end of which either may be taken. If one of them leaves and the other goes on, what follows runs under a
 * condition; but after a `throw` it does not: then the whole migration failed.
 */
export function mergeCompletions(
  run: Run,
  scope: Scope,
  one: Completion | undefined,
  two: Completion | undefined,
  condition: Condition,
): Completion | undefined {
  if (one === undefined && two === undefined) return undefined;
  if (one === undefined || two === undefined) {
    const left = one ?? two;
    if (left?.kind === 'return') scope.frame.returned.push(left.value);
    if (left?.kind !== 'throw') {
      run.guard = { ...(one === undefined ? condition : negated(condition)), parent: run.guard };
    }
    return undefined;
  }
  if (one.kind === 'throw') return two;
  if (two.kind === 'throw') return one;
  if (one.kind === 'return' && two.kind === 'return')
    return { kind: 'return', value: choiceOf(one.value, two.value) };
  if (one.kind === 'return') {
    scope.frame.returned.push(one.value);
    return two;
  }
  if (two.kind === 'return') scope.frame.returned.push(two.value);
  return one;
}
