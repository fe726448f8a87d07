import type { Expression } from '../../postgres/expression';
import { everyPart } from '../../postgres/expression';
import type { Relation } from '../catalog/relation';
import { relationOf } from '../catalog/resolve';
import type { Situation } from './situation';

/** What the subqueries of a policy's expressions read. */
export function readsOfExpressions({ operation, session }: Situation): readonly Relation[] {
  if (operation.kind !== 'create-policy' && operation.kind !== 'alter-policy') return [];
  return [operation.using, operation.check].flatMap((expression) =>
    expression === null ? [] : subqueryReads(expression).flatMap((name) => relationOf(session, name) ?? []),
  );
}

/** The names that the subqueries of an expression read. */
export function subqueryReads(
  expression: Expression,
): readonly { readonly schema: string | null; readonly name: string }[] {
  return everyPart(expression).flatMap((part) => (part.kind === 'subquery' ? part.reads : []));
}
