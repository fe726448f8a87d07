import { isPresent } from './present';
import type { TSEnumDeclaration } from '@babel/types';
import { evaluate } from './evaluate';
import type { Run } from './run';
import { spanOf } from './run';
import type { Scope } from './scope';
import { blockScope, declare, findBinding } from './scope';
import { textAt } from './text';
import type { ObjectValue, Value } from './value';
import { numberOf, unknownAt } from './value';

/** An enumeration: members count up from the one before, numbers lead back to the name. */
export function declareEnum(run: Run, node: TSEnumDeclaration, scope: Scope): void {
  const earlier = findBinding(scope, node.id.name)?.value;
  const made: ObjectValue = earlier?.kind === 'object' ? earlier : { kind: 'object', entries: new Map() };
  const inner = blockScope(scope);
  let next: number | undefined = 0;
  for (const member of node.body?.members ?? node.members) {
    const name = member.id.type === 'Identifier' ? member.id.name : member.id.value;
    const at = spanOf(member, scope);
    const value: Value = isPresent(member.initializer)
      ? evaluate(run, member.initializer, inner)
      : next === undefined
        ? unknownAt(at, 'the number of the member is not known')
        : numberOf(next);
    next = value.kind === 'number' ? value.value + 1 : undefined;
    made.entries.set(name, value);
    if (value.kind === 'number') made.entries.set(String(value.value), textAt(name, at));
    declare(inner, name, value);
  }
  declare(scope, node.id.name, made);
}
