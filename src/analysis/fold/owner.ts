import type { OperationOf } from '../../postgres/operation';
import { isTable } from '../catalog/find';
import { relationsOwnedBy } from '../catalog/whole-database';
import type { Session } from '../session';
import type { Folded } from './change';
import { put } from './change';
import { dropRelations } from './drop';
import { forgetCompleteness } from './other-object';

/** REASSIGN OWNED. */
export function reassignOwned(session: Session, { roles, to }: OperationOf<'reassign-owned'>): Session {
  return relationsOwnedBy(session.catalog, roles).reduce((next, { id }) => {
    const relation = next.catalog.relations.get(id);
    return relation === undefined ? next : put(next, { ...relation, owner: to });
  }, session);
}

/** DROP OWNED: what else the roles own, beside relations that they were given, nobody knows. */
export function dropOwned(session: Session, { roles, cascade }: OperationOf<'drop-owned'>): Folded {
  const ids = relationsOwnedBy(session.catalog, roles).map(({ id }) => id);
  const dropped = dropRelations(session, ids, cascade);
  return dropped === null ? null : forgetCompleteness(withoutPolicyRoles(dropped, roles));
}

/** A policy that is for no other role goes. */
function withoutPolicyRoles(session: Session, gone: readonly string[]): Session {
  return [...session.catalog.relations.values()].filter(isTable).reduce((next, table) => {
    if (!table.policies.some(({ roles }) => roles.some((role) => gone.includes(role)))) return next;
    const policies = table.policies
      .map((policy) => ({ ...policy, roles: policy.roles.filter((role) => !gone.includes(role)) }))
      .filter(({ roles }) => roles.length > 0);
    return put(next, { ...table, policies });
  }, session);
}
