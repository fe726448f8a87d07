import type { AlterPolicyStmt, CreatePolicyStmt } from '@pgsql/types';
import type { Operation, OperationOf } from '../../postgres/operation';
import { optionalExpression } from './expression';
import type { Lowering } from './lowering';
import { relationName, roleNames } from './names';

/** CREATE POLICY. */
export function createPolicy(node: CreatePolicyStmt, lowering: Lowering): readonly Operation[] {
  return [
    {
      kind: 'create-policy',
      policy: node.policy_name ?? '',
      table: relationName(node.table),
      permissive: node.permissive === true,
      command: command(node.cmd_name),
      roles: roleNames(node.roles),
      using: optionalExpression(node.qual, lowering),
      check: optionalExpression(node.with_check, lowering),
    },
  ];
}

function command(name: string | undefined): OperationOf<'create-policy'>['command'] {
  return name === 'select' || name === 'insert' || name === 'update' || name === 'delete' ? name : 'all';
}

/** ALTER POLICY. */
export function alterPolicy(node: AlterPolicyStmt, lowering: Lowering): readonly Operation[] {
  return [
    {
      kind: 'alter-policy',
      policy: node.policy_name ?? '',
      table: relationName(node.table),
      roles: roleNames(node.roles),
      using: optionalExpression(node.qual, lowering),
      check: optionalExpression(node.with_check, lowering),
    },
  ];
}
