import type { GrantRoleStmt, GrantStmt, Node } from '@pgsql/types';
import type { ObjectName } from '../../postgres/name';
import type { Operation } from '../../postgres/operation';
import type { Lowering } from './lowering';
import { relationName, roleNames } from './names';
import { namedObject, objectType } from './object-type';
import { findOption } from './options';

/** GRANT and REVOKE of privileges. */
export function grant(node: GrantStmt, { needs }: Lowering): readonly Operation[] {
  const privileges = privilegeNames(node.privileges);
  if (privileges.includes('maintain')) needs.since(17, 'the MAINTAIN privilege');
  if (node.objtype === 'OBJECT_PARAMETER_ACL') needs.since(15, 'a privilege on a parameter');
  return [
    {
      kind: node.is_grant === true ? 'grant' : 'revoke',
      objectType: objectType(node.objtype),
      target: node.targtype === 'ACL_TARGET_ALL_IN_SCHEMA' ? 'in-schema' : 'names',
      names: (node.objects ?? []).map(grantedObject),
      privileges,
      grantees: roleNames(node.grantees),
      cascade: node.behavior === 'DROP_CASCADE',
      grantOption: node.grant_option === true,
    },
  ];
}

function grantedObject(node: Node): ObjectName {
  return 'RangeVar' in node ? relationName(node.RangeVar) : namedObject(node);
}

function privilegeNames(nodes: readonly Node[] | undefined): readonly string[] {
  // A privilege without name is ALL (columns).
  return (nodes ?? []).flatMap((node) => ('AccessPriv' in node ? [node.AccessPriv.priv_name ?? 'all'] : []));
}

/** GRANT and REVOKE of membership. */
export function grantRole(node: GrantRoleStmt, { needs }: Lowering): readonly Operation[] {
  if (findOption(node.opt, 'inherit') !== undefined || findOption(node.opt, 'set') !== undefined) {
    needs.since(16, 'GRANT … WITH INHERIT or SET');
  }
  return [
    {
      kind: node.is_grant === true ? 'grant-role' : 'revoke-role',
      roles: privilegeNames(node.granted_roles),
      grantees: roleNames(node.grantee_roles),
    },
  ];
}

/** ALTER DEFAULT PRIVILEGES. */
export function alterDefaultPrivileges(): readonly Operation[] {
  return [{ kind: 'alter-default-privileges' }];
}
