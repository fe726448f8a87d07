import { isPresent } from './present';
import type { Node } from '@babel/types';
import { visitorOf } from './dispatch';
import { CALLS } from './evaluate-calls';
import { LITERALS } from './evaluate-literals';
import { OPERATIONS } from './evaluate-operations';
import type { Run } from './run';
import { countStep, excerpt, spanOf } from './run';
import type { Scope } from './scope';
import type { Value } from './value';
import { unknownAt } from './value';

/** The value of an expression, as far as it is known; calls on hosts take effect on the way. */
export function evaluate(run: Run, node: Node, scope: Scope): Value {
  countStep(run, node, scope);
  // Three look-ups, not one table made of three: the files import one another, and a table made at import would miss some.
  const visit = visitorOf(LITERALS, node) ?? visitorOf(CALLS, node) ?? visitorOf(OPERATIONS, node);
  return visit === undefined
    ? unknownAt(spanOf(node, scope), `${excerpt(node, scope)} is not followed`)
    : visit(node, run, scope);
}

/** The value of a node that may be missing. */
export function evaluateOptional(run: Run, node: Node | null | undefined, scope: Scope): Value {
  return !isPresent(node) ? { kind: 'undefined' } : evaluate(run, node, scope);
}
