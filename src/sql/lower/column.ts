import type { ColumnDef, Constraint } from '@pgsql/types';
import type {
  ColumnDefinition,
  ConstraintDefinition,
  GeneratedDefinition,
  IdentityDefinition,
} from '../../postgres/definition';
import { inlineConstraints } from './constraint';
import { expression, optionalExpression } from './expression';
import type { Lowering } from './lowering';
import { collationName } from './names';
import { sequenceOptions } from './options';
import { typeName } from './type-name';

/** A column with the constraints that are written at it. */
export interface WrittenColumn {
  readonly column: ColumnDefinition;
  readonly constraints: readonly ConstraintDefinition[];
}

/** The definition of a column. NOT NULL is part of the column, the other constraints stand beside it. */
export function column(node: ColumnDef, lowering: Lowering): WrittenColumn {
  const name = node.colname ?? '';
  const marks = (node.constraints ?? []).flatMap((each) => ('Constraint' in each ? [each.Constraint] : []));
  const mark = (type: Constraint['contype']): Constraint | undefined =>
    marks.find((each) => each.contype === type);
  const notNull = mark('CONSTR_NOTNULL');
  if (notNull?.is_no_inherit === true) lowering.needs.since(18, 'NOT NULL … NO INHERIT');
  if (node.storage_name !== undefined) lowering.needs.since(16, 'STORAGE of a new column');
  if (node.compression !== undefined) lowering.needs.since(14, 'COMPRESSION');
  return {
    column: {
      name,
      type: node.typeName === undefined ? null : typeName(node.typeName, lowering),
      collation: collationName(node.collClause?.collname),
      notNull: notNull !== undefined || node.is_not_null === true,
      ...notNullConstraint(notNull),
      explicitNull: mark('CONSTR_NULL') !== undefined,
      default: optionalExpression(mark('CONSTR_DEFAULT')?.raw_expr ?? node.raw_default, lowering),
      identity: identity(mark('CONSTR_IDENTITY')),
      generated: generated(mark('CONSTR_GENERATED'), lowering),
      storage: node.storage_name?.toLowerCase() ?? null,
      compression: node.compression ?? null,
    },
    constraints: inlineConstraints(node.constraints, name, lowering),
  };
}

function notNullConstraint(node: Constraint | undefined): Pick<ColumnDefinition, 'notNullConstraint'> {
  const name = node?.conname ?? null;
  const noInherit = node?.is_no_inherit === true;
  return name === null && !noInherit ? {} : { notNullConstraint: { name, noInherit } };
}

function identity(node: Constraint | undefined): IdentityDefinition | null {
  if (node === undefined) return null;
  return { always: node.generated_when === 'a', options: sequenceOptions(node.options) };
}

function generated(node: Constraint | undefined, lowering: Lowering): GeneratedDefinition | null {
  if (node?.raw_expr === undefined) return null;
  // The parser fills in VIRTUAL where nothing is written.
  const stored = node.generated_kind === 's';
  if (stored) lowering.needs.since(12, 'GENERATED ALWAYS AS … STORED');
  else lowering.needs.since(18, 'a virtual generated column');
  return { expression: expression(node.raw_expr, lowering), storage: stored ? 'stored' : 'virtual' };
}
