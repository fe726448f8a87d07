import type { Expression } from '../../postgres/expression';
import { everyPart } from '../../postgres/expression';
import type { OperationOf } from '../../postgres/operation';
import type { Policy, RelationId } from '../catalog/relation';
import { relationOf, tableOf } from '../catalog/resolve';
import type { Session } from '../session';
import type { Folded } from './change';
import { put } from './change';

type PolicyOperation = OperationOf<'create-policy' | 'alter-policy' | 'drop-policy' | 'rename-policy'>;

/** CREATE, ALTER, DROP and RENAME of policies. */
export function changePolicy(session: Session, operation: PolicyOperation): Folded {
  const table = tableOf(session, operation.table);
  if (table === undefined) return session;
  const known = table.policies.some((each) => each.name === operation.policy);
  const change = (policies: readonly Policy[]): Session => put(session, { ...table, policies });
  const changeKnown = (to: (policy: Policy) => Policy): Folded => {
    if (!known) return table.complete ? null : session;
    return change(table.policies.map((each) => (each.name === operation.policy ? to(each) : each)));
  };
  switch (operation.kind) {
    case 'create-policy': {
      if (known) return null;
      const { policy: name, permissive, command, roles, using, check } = operation;
      return change([
        ...table.policies,
        { name, permissive, command, roles, using, check, reads: readBy(session, [using, check]) },
      ]);
    }
    case 'alter-policy':
      return changeKnown((policy) => {
        const using = operation.using ?? policy.using;
        const check = operation.check ?? policy.check;
        const roles = operation.roles.length > 0 ? operation.roles : policy.roles;
        return { ...policy, roles, using, check, reads: readBy(session, [using, check]) };
      });
    case 'rename-policy':
      return changeKnown((policy) => ({ ...policy, name: operation.to }));
    case 'drop-policy':
      if (!known) return operation.ifExists || !table.complete ? session : null;
      return change(table.policies.filter((each) => each.name !== operation.policy));
  }
}

function readBy(session: Session, expressions: readonly (Expression | null)[]): readonly RelationId[] {
  const names = expressions.flatMap((expression) =>
    expression === null
      ? []
      : everyPart(expression).flatMap((part) => (part.kind === 'subquery' ? part.reads : [])),
  );
  return [...new Set(names.flatMap((name) => relationOf(session, name)?.id ?? []))];
}
