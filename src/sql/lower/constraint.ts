import type { Constraint, Node } from '@pgsql/types';
import type { ConstraintDefinition, Deferral, ReferentialAction } from '../../postgres/definition';
import type { Expression } from '../../postgres/expression';
import { optionalExpression } from './expression';
import { exclusionKeys } from './index-key';
import type { Lowering } from './lowering';
import { relationName, strings } from './names';

/**
 * A constraint as it is declared; null for what is none (DEFAULT, NULL, GENERATED, …).
 *
 * @param column the column that it stands at, or null
 */
export function constraint(
  node: Constraint,
  column: string | null,
  lowering: Lowering,
): ConstraintDefinition | null {
  const name = node.conname ?? null;
  const { needs } = lowering;
  const valid = node.skip_validation !== true;
  const enforced = node.is_enforced === true;
  switch (node.contype ?? 'CONSTR_NULL') {
    case 'CONSTR_CHECK':
      if (!enforced) needs.since(18, 'NOT ENFORCED');
      return {
        kind: 'check',
        name,
        expression: optionalExpression(node.raw_expr, lowering) ?? NOTHING,
        noInherit: node.is_no_inherit === true,
        valid,
        enforced,
        inlineAt: column,
      };
    case 'CONSTR_NOTNULL':
      if (column === null || node.is_no_inherit === true)
        needs.since(18, 'NOT NULL as a constraint of the table');
      return {
        kind: 'not-null',
        name,
        column: column ?? strings(node.keys)[0] ?? '',
        noInherit: node.is_no_inherit === true,
        valid,
        inlineAt: column,
      };
    case 'CONSTR_UNIQUE':
    case 'CONSTR_PRIMARY':
      return uniqueConstraint(node, column, lowering);
    case 'CONSTR_EXCLUSION':
      return {
        kind: 'exclude',
        name,
        method: node.access_method ?? 'gist',
        keys: exclusionKeys(node.exclusions, lowering),
        include: strings(node.including),
        predicate: optionalExpression(node.where_clause, lowering),
        ...deferral(node),
      };
    case 'CONSTR_FOREIGN':
      return foreignKey(node, column, lowering);
    case 'CONSTR_NULL':
    case 'CONSTR_DEFAULT':
    case 'CONSTR_IDENTITY':
    case 'CONSTR_GENERATED':
    case 'CONSTR_ATTR_DEFERRABLE':
    case 'CONSTR_ATTR_NOT_DEFERRABLE':
    case 'CONSTR_ATTR_DEFERRED':
    case 'CONSTR_ATTR_IMMEDIATE':
    case 'CONSTR_ATTR_ENFORCED':
    case 'CONSTR_ATTR_NOT_ENFORCED':
      return null;
  }
}

/**
 * The constraints written at a column, NOT NULL left out. DEFERRABLE, INITIALLY DEFERRED and NOT ENFORCED follow the constraint
 * that they belong to as nodes of their own.
 */
export function inlineConstraints(
  nodes: readonly Node[] | undefined,
  column: string,
  lowering: Lowering,
): readonly ConstraintDefinition[] {
  const found: Constraint[] = [];
  for (const node of nodes ?? []) {
    if (!('Constraint' in node)) continue;
    const last = found.at(-1);
    const attribute = attributeOf(node.Constraint, lowering);
    if (attribute === null) found.push(node.Constraint);
    else if (last !== undefined) found[found.length - 1] = { ...last, ...attribute };
  }
  return found.flatMap((each) => {
    if (each.contype === 'CONSTR_NOTNULL') return [];
    const lowered = constraint(each, column, lowering);
    return lowered === null ? [] : [lowered];
  });
}

function attributeOf(node: Constraint, lowering: Lowering): Partial<Constraint> | null {
  switch (node.contype ?? 'CONSTR_NULL') {
    case 'CONSTR_ATTR_DEFERRABLE':
      return { deferrable: true };
    case 'CONSTR_ATTR_DEFERRED':
      return { deferrable: true, initdeferred: true };
    case 'CONSTR_ATTR_NOT_ENFORCED':
      return { is_enforced: false, skip_validation: true };
    case 'CONSTR_ATTR_ENFORCED':
      lowering.needs.since(18, 'ENFORCED');
      return {};
    case 'CONSTR_ATTR_NOT_DEFERRABLE':
    case 'CONSTR_ATTR_IMMEDIATE':
      return {};
    case 'CONSTR_NULL':
    case 'CONSTR_NOTNULL':
    case 'CONSTR_DEFAULT':
    case 'CONSTR_IDENTITY':
    case 'CONSTR_GENERATED':
    case 'CONSTR_CHECK':
    case 'CONSTR_PRIMARY':
    case 'CONSTR_UNIQUE':
    case 'CONSTR_EXCLUSION':
    case 'CONSTR_FOREIGN':
      return null;
  }
}

function uniqueConstraint(
  node: Constraint,
  column: string | null,
  { needs }: Lowering,
): ConstraintDefinition {
  if (node.nulls_not_distinct === true) needs.since(15, 'NULLS NOT DISTINCT');
  if (node.without_overlaps === true) needs.since(18, 'WITHOUT OVERLAPS');
  return {
    kind: node.contype === 'CONSTR_PRIMARY' ? 'primary-key' : 'unique',
    name: node.conname ?? null,
    columns: column === null ? strings(node.keys) : [column],
    include: strings(node.including),
    nullsNotDistinct: node.nulls_not_distinct === true,
    withoutOverlaps: node.without_overlaps === true,
    usingIndex: node.indexname ?? null,
    inlineAt: column,
    ...deferral(node),
  };
}

function foreignKey(node: Constraint, column: string | null, { needs }: Lowering): ConstraintDefinition {
  const period = node.fk_with_period === true || node.pk_with_period === true;
  if (period) needs.since(18, 'PERIOD');
  if (node.is_enforced !== true) needs.since(18, 'NOT ENFORCED');
  if (node.fk_del_set_cols !== undefined) needs.since(15, 'ON DELETE SET NULL (columns)');
  return {
    kind: 'foreign-key',
    name: node.conname ?? null,
    columns: column === null ? strings(node.fk_attrs) : [column],
    referenced: relationName(node.pktable),
    referencedColumns: strings(node.pk_attrs),
    onDelete: referentialAction(node.fk_del_action),
    onUpdate: referentialAction(node.fk_upd_action),
    match: node.fk_matchtype === 'f' ? 'full' : node.fk_matchtype === 'p' ? 'partial' : 'simple',
    period,
    valid: node.skip_validation !== true,
    enforced: node.is_enforced === true,
    inlineAt: column,
    ...deferral(node),
  };
}

function deferral(node: Constraint): Deferral {
  return { deferrable: node.deferrable === true, initiallyDeferred: node.initdeferred === true };
}

const ACTIONS: Readonly<Record<string, ReferentialAction>> = {
  a: 'no-action',
  r: 'restrict',
  c: 'cascade',
  n: 'set-null',
  d: 'set-default',
};

function referentialAction(letter: string | undefined): ReferentialAction {
  return ACTIONS[letter ?? 'a'] ?? 'no-action';
}

const NOTHING: Expression = { kind: 'opaque', text: '', args: [] };
