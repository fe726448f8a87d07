import type { AlterDomainStmt, Constraint, CreateDomainStmt } from '@pgsql/types';
import type { Expression } from '../../postgres/expression';
import type { Operation, OperationOf } from '../../postgres/operation';
import type { DomainConstraint } from '../../postgres/operations/type';
import { expression, optionalExpression } from './expression';
import type { Lowering } from './lowering';
import { collationName, objectName } from './names';
import { typeName } from './type-name';

/** CREATE DOMAIN. */
export function createDomain(node: CreateDomainStmt, lowering: Lowering): readonly Operation[] {
  const written = (node.constraints ?? []).flatMap((each) => ('Constraint' in each ? [each.Constraint] : []));
  return [
    {
      kind: 'create-domain',
      domain: objectName(node.domainname),
      type: typeName(node.typeName, lowering),
      collation: collationName(node.collClause?.collname),
      default: optionalExpression(
        written.find((each) => each.contype === 'CONSTR_DEFAULT')?.raw_expr,
        lowering,
      ),
      constraints: written.flatMap((each) => domainConstraint(each, lowering) ?? []),
    },
  ];
}

/** ALTER DOMAIN. The parser tells the forms apart by a letter (parsenodes.h, AlterDomainStmt). */
export function alterDomain(node: AlterDomainStmt, lowering: Lowering): readonly Operation[] {
  const change = domainChange(node, lowering);
  if (change === null) return [{ kind: 'unmodelled', node: `AlterDomainStmt ${node.subtype ?? ''}` }];
  return [{ kind: 'alter-domain', domain: objectName(node.typeName), change }];
}

function domainChange(
  node: AlterDomainStmt,
  lowering: Lowering,
): OperationOf<'alter-domain'>['change'] | null {
  const constraint = node.name ?? '';
  switch (node.subtype ?? '') {
    case 'T': {
      const value: Expression | null = optionalExpression(node.def, lowering);
      return value === null ? { kind: 'drop-default' } : { kind: 'set-default', default: value };
    }
    case 'N':
      return { kind: 'drop-not-null' };
    case 'O':
      return { kind: 'set-not-null' };
    case 'C': {
      const written =
        node.def !== undefined && 'Constraint' in node.def
          ? domainConstraint(node.def.Constraint, lowering)
          : null;
      return written === null ? null : { kind: 'add-constraint', constraint: written };
    }
    case 'X':
      return {
        kind: 'drop-constraint',
        constraint,
        missingOk: node.missing_ok === true,
        cascade: node.behavior === 'DROP_CASCADE',
      };
    case 'V':
      return { kind: 'validate-constraint', constraint };
    default:
      return null;
  }
}

function domainConstraint(node: Constraint, lowering: Lowering): DomainConstraint | null {
  const name = node.conname ?? null;
  if (node.contype === 'CONSTR_NOTNULL') return { kind: 'not-null', name };
  if (node.contype !== 'CONSTR_CHECK' || node.raw_expr === undefined) return null;
  return {
    kind: 'check',
    name,
    expression: expression(node.raw_expr, lowering),
    valid: node.skip_validation !== true,
  };
}
