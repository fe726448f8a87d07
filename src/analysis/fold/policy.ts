import type { OperationOf } from '../../postgres/operation';
import type { Policy } from '../catalog/relation';
import { tableOf } from '../catalog/resolve';
import type { Session } from '../session';
import type { Folded } from './change';
import { put } from './change';

type PolicyOperation = OperationOf<'create-policy' | 'alter-policy' | 'drop-policy' | 'rename-policy'>;
type RuleOperation = OperationOf<'create-rule' | 'drop-rule' | 'rename-rule'>;

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
      const { policy: name, permissive, command, using, check } = operation;
      return change([...table.policies, { name, permissive, command, using, check }]);
    }
    case 'alter-policy':
      return changeKnown((policy) => ({
        ...policy,
        using: operation.using ?? policy.using,
        check: operation.check ?? policy.check,
      }));
    case 'rename-policy':
      return changeKnown((policy) => ({ ...policy, name: operation.to }));
    case 'drop-policy':
      if (!known) return operation.ifExists || !table.complete ? session : null;
      return change(table.policies.filter((each) => each.name !== operation.policy));
  }
}

/** CREATE, DROP and RENAME of rules. */
export function changeRule(session: Session, operation: RuleOperation): Folded {
  const table = tableOf(session, operation.table);
  if (table === undefined) return session;
  const known = table.rules.includes(operation.rule);
  switch (operation.kind) {
    case 'create-rule':
      if (known) return operation.replace ? session : null;
      return put(session, { ...table, rules: [...table.rules, operation.rule] });
    case 'rename-rule':
      return put(session, {
        ...table,
        rules: table.rules.map((rule) => (rule === operation.rule ? operation.to : rule)),
      });
    case 'drop-rule':
      if (!known) return operation.ifExists || !table.complete ? session : null;
      return put(session, { ...table, rules: table.rules.filter((rule) => rule !== operation.rule) });
  }
}
