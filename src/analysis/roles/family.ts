import type { ConstraintDefinition } from '../../postgres/definition';
import type { OperationOf } from '../../postgres/operation';
import type { RoleName } from '../../postgres/effects/role';
import type { Catalog } from '../catalog/catalog';
import { childrenOf, columnOf, heirs, isTable } from '../catalog/find';
import type { Constraint, Relation, RelationId, Table } from '../catalog/relation';
import { usersOfDomain } from './domain';
import { constraintAddedBy, constraintNamedBy } from './named-constraint';
import type { Resolver, RoleAnswer, Situation } from './situation';
import { all, known, NOBODY } from './situation';
import { targetOf, targetTable, targetsOf } from './target';

/** The named relations and what inherits from them. */
export const FAMILY_ROLES = {
  table: (situation) =>
    all([...targetsOf(situation).map(({ relation }) => relation), ...tablesOfStatistics(situation)]),
  family: (situation) =>
    descend(situation, (catalog, relation) => [relation, ...heirs(catalog, relation.id)]),
  heirs: heirsOfNamed,
  'heirs-of-primary-key': heirsOfPrimaryKey,
  partitions: (situation) => descend(situation, partitionsOf),
  'heirs-without-column': heirsWithoutColumn,
  'heirs-of-dropped': heirsOfDropped,
  'inheriting-family': inheritingFamily,
  'heirs-without-check': heirsWithoutCheck,
  'family-of-new-check': familyOfNewCheck,
  'users-of-domain': usersOfDomain,
} satisfies Partial<Record<RoleName, Resolver>>;

/** The tables of the statistics that DROP STATISTICS names. */
function tablesOfStatistics({ operation, session }: Situation): readonly Relation[] {
  if (operation.kind !== 'drop-statistics') return [];
  const names = new Set(operation.names.map(({ name }) => name));
  return [...session.catalog.relations.values()].filter(
    (relation) => isTable(relation) && relation.statistics.some(({ name }) => names.has(name)),
  );
}

/** All partitions of any depth; none of a table that is not partitioned. */
export function partitionsOf(catalog: Catalog, relation: Relation): readonly Table[] {
  return relation.kind === 'partitioned table' ? heirs(catalog, relation.id) : [];
}

/** The relations that are or hold the rows of a relation: its leaves. */
export function leavesOf(catalog: Catalog, relation: Relation): readonly Relation[] {
  return [relation, ...partitionsOf(catalog, relation)].filter(({ kind }) => kind === 'table');
}

function descend(
  situation: Situation,
  reach: (catalog: Catalog, relation: Relation) => readonly Relation[],
): RoleAnswer {
  const { catalog } = situation.session;
  const targets = targetsOf(situation);
  const reached = targets.flatMap(({ relation, only }) =>
    only ? reach(catalog, relation).filter(({ id }) => id === relation.id) : reach(catalog, relation),
  );
  return known(
    reached,
    targets.every(({ relation }) => !isTable(relation) || relation.complete),
  );
}

function heirsOfNamed(situation: Situation): RoleAnswer {
  return descend(situation, (catalog, relation) => heirs(catalog, relation.id));
}

/** ONLY is kept to by 12 to 17 alone, and not on partitioned tables. */
function heirsOfPrimaryKey(situation: Situation): RoleAnswer {
  const { catalog, major } = situation.session;
  const table = targetTable(situation);
  if (table === undefined) return NOBODY;
  const keepsToOnly = major >= 12 && major <= 17 && table.kind !== 'partitioned table';
  return keepsToOnly ? heirsOfNamed(situation) : known(heirs(catalog, table.id), table.complete);
}

/** ATExecAddColumn descends child by child, and an heir that has the column already only merges with it. */
function heirsWithoutColumn(situation: Situation): RoleAnswer {
  const { operation, session } = situation;
  const table = targetTable(situation);
  if (operation.kind !== 'add-column' || table === undefined || operation.only) return NOBODY;
  const { name } = operation.column;
  return known(
    descendWhile(session.catalog, table.id, (child) => columnOf(child, name) === undefined),
    table.complete,
  );
}

/**
 * DROP COLUMN and DROP CONSTRAINT lock the children even with ONLY, to tell them that what they have is their own now; they go on
 * below a child that loses it.
 */
function heirsOfDropped(situation: Situation): RoleAnswer {
  const { operation, session } = situation;
  const table = targetTable(situation);
  if (table === undefined || !('only' in operation)) return NOBODY;
  const loses = lossOf(situation);
  if (loses === null) return NOBODY;
  // From 18 on a constraint of a partitioned table alone is dropped as well, and no partition may be in use.
  const whole =
    session.major >= 18 && operation.kind === 'drop-constraint' && table.kind === 'partitioned table';
  const only = operation.only && !whole;
  return known(
    descendWhile(session.catalog, table.id, (child) => !only && loses(child)),
    table.complete,
  );
}

function lossOf(situation: Situation): ((child: Table) => boolean) | null {
  const { operation } = situation;
  if (operation.kind === 'drop-column') {
    const { column } = operation;
    const table = targetTable(situation);
    if (table !== undefined && columnOf(table, column) === undefined && table.complete) return null;
    return (child) => columnOf(child, column)?.inherited !== false;
  }
  if (operation.kind === 'drop-not-null') {
    const { column } = operation;
    const own = targetTable(situation)?.constraints.find(
      (each) => each.kind === 'not-null' && each.column === column,
    );
    if (own !== undefined && !isInheritable(own)) return null;
    return (child) =>
      child.constraints.some((each) => each.kind === 'not-null' && each.column === column && each.inherited);
  }
  const constraint = constraintNamedBy(situation);
  if (constraint === undefined || !isInheritable(constraint)) return null;
  return (child) => child.constraints.some(({ name, inherited }) => name === constraint.name && inherited);
}

/** Whether heirs by INHERITS have the constraint too. */
export function isInheritable(constraint: Constraint | ConstraintDefinition): boolean {
  return (constraint.kind === 'check' || constraint.kind === 'not-null') && !constraint.noInherit;
}

function inheritingFamily(situation: Situation): RoleAnswer {
  const { operation, session } = situation;
  const target = targetOf(situation);
  if (target === undefined) return NOBODY;
  const added = constraintAddedBy(situation);
  const named = constraintNamedBy(situation);
  const alone =
    ('only' in operation && operation.only) ||
    (added !== undefined && 'noInherit' in added && added.noInherit) ||
    (named !== undefined && !isInheritable(named));
  return known(
    alone ? [target] : [target, ...heirs(session.catalog, target.id)],
    !isTable(target) || target.complete,
  );
}

/** ATAddCheckNNConstraint descends child by child, and an heir that has the CHECK already only merges with it. */
function heirsWithoutCheck(situation: Situation): RoleAnswer {
  const { operation, session } = situation;
  const table = targetTable(situation);
  if (operation.kind !== 'add-check' || table === undefined || operation.only) return NOBODY;
  return known(
    descendWhile(session.catalog, table.id, (child) => !hasCheck(operation, child)),
    table.complete,
  );
}

function familyOfNewCheck(situation: Situation): RoleAnswer {
  const { operation } = situation;
  const table = targetTable(situation);
  if (operation.kind !== 'add-check' || table === undefined) return inheritingFamily(situation);
  const { relations, complete } = operation.constraint.noInherit ? NOBODY : heirsWithoutCheck(situation);
  const getting = relations.filter((heir) => !isTable(heir) || !hasCheck(operation, heir));
  return known([table, ...getting], complete && table.complete);
}

function hasCheck({ constraint }: OperationOf<'add-check'>, { constraints }: Table): boolean {
  return constraint.name !== null && constraints.some(({ name }) => name === constraint.name);
}

function descendWhile(catalog: Catalog, id: RelationId, goOn: (child: Table) => boolean): readonly Table[] {
  const found = new Map<RelationId, Table>();
  const open = [id];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    for (const child of childrenOf(catalog, next)) {
      if (found.has(child.id)) continue;
      found.set(child.id, child);
      if (goOn(child)) open.push(child.id);
    }
  }
  return [...found.values()];
}
