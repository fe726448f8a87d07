import type {
  AlterRoleStmt,
  CreateRoleStmt,
  DropOwnedStmt,
  DropRoleStmt,
  ReassignOwnedStmt,
} from '@pgsql/types';
import type { Operation } from '../../postgres/operation';
import { roleName, roleNames } from './names';

/** CREATE ROLE, USER, GROUP. */
export function createRole(node: CreateRoleStmt): readonly Operation[] {
  return [{ kind: 'create-role', roles: [node.role ?? ''] }];
}

/** ALTER ROLE, USER, GROUP with options or members. */
export function alterRole(node: AlterRoleStmt): readonly Operation[] {
  return [{ kind: 'alter-role', roles: [roleName(node.role)] }];
}

/** DROP ROLE, USER, GROUP. */
export function dropRole(node: DropRoleStmt): readonly Operation[] {
  return [{ kind: 'drop-role', roles: roleNames(node.roles) }];
}

/** REASSIGN OWNED. */
export function reassignOwned(node: ReassignOwnedStmt): readonly Operation[] {
  return [{ kind: 'reassign-owned', roles: roleNames(node.roles), to: roleName(node.newrole) }];
}

/** DROP OWNED. */
export function dropOwned(node: DropOwnedStmt): readonly Operation[] {
  return [{ kind: 'drop-owned', roles: roleNames(node.roles), cascade: node.behavior === 'DROP_CASCADE' }];
}
