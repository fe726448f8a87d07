import { keyMentions, renameColumn, renameInKey } from '../catalog/expression-edit';
import { indexColumnNames } from '../catalog/generated-name';
import { childrenOf, columnOf, indexesOf, isTable, isView, ownedSequences, readersOf } from '../catalog/find';
import type { Column, Constraint, Relation, RelationId, Table, View } from '../catalog/relation';
import { referencingTables } from '../catalog/uses';
import type { Expression } from '../../postgres/expression';
import type { TriggerCondition } from '../../postgres/operations/attachment';
import { renameInRows } from '../../sql/rename-in-rows';
import type { Session } from '../session';
import type { Folded } from './change';
import { changeTable, each, put, withCatalog } from './change';
import { renamedUses } from './columns-used';
import { indexMentions } from './dependents';
import { changeNeeds, functionsNeeding } from './function-needs';

/**
 * RENAME COLUMN of a table, view or composite type. All that stands on it follows: constraints, indexes, expressions, foreign
 * keys of other tables, owned sequences, heirs. Views that read it keep the names of their own columns.
 */
export function renameColumnOf(
  session: Session,
  id: RelationId,
  from: string,
  to: string,
  recursing = false,
): Folded {
  const relation = session.catalog.relations.get(id);
  if (relation === undefined || !('columns' in relation)) return session;
  const column = columnOf(relation, from);
  // By way of another parent it is renamed already.
  if (recursing && column === undefined && columnOf(relation, to) !== undefined) return session;
  if (column === undefined) return 'complete' in relation && !relation.complete ? session : null;
  if (columnOf(relation, to) !== undefined || (column.inherited && !recursing)) return null;
  const renamed = put(session, renamedRelation(relation, from, to));
  if (!isTable(relation)) return withReaders(withIndexes(renamed, id, from, to), id, from, to);
  const dependents = withForeignKeys(
    withSequences(withIndexes(renamed, id, from, to), id, from, to),
    id,
    from,
    to,
  );
  return each(withReaders(dependents, id, from, to), childrenOf(session.catalog, id), (next, child) =>
    renameColumnOf(next, child.id, from, to, true),
  );
}

function renamedRelation(
  relation: Exclude<Relation, { kind: 'index' | 'partitioned index' | 'sequence' }>,
  from: string,
  to: string,
): Relation {
  const columns = relation.columns.map((each) => renamedColumn(each, from, to));
  if (!isTable(relation)) return { ...relation, columns };
  const expression = (value: Expression | null): Expression | null =>
    value === null ? null : renameColumn(value, from, to);
  const name = (value: string): string => (value === from ? to : value);
  return {
    ...relation,
    columns,
    constraints: relation.constraints.map((each) => renamedConstraint(each, from, to)),
    partitioning: renamedPartitioning(relation, from, to),
    rules: relation.rules.map((each) => ({ ...each, rowColumns: each.rowColumns.map(name) })),
    triggers: relation.triggers.map((each) => ({
      ...each,
      columns: each.columns.map(name),
      when: each.when === null ? null : renamedCondition(each.when, from, to),
    })),
    policies: relation.policies.map((each) => ({
      ...each,
      using: expression(each.using),
      check: expression(each.check),
    })),
    statistics: relation.statistics.map((each) => ({
      ...each,
      columns: each.columns.map(name),
      ...(each.expressions === undefined
        ? {}
        : { expressions: each.expressions.map((of) => renameColumn(of, from, to)) }),
    })),
  };
}

function renamedCondition(
  { text, expression }: TriggerCondition,
  from: string,
  to: string,
): TriggerCondition {
  return { text: renameInRows(text, from, to), expression: renameColumn(expression, from, to) };
}

function renamedColumn(column: Column, from: string, to: string): Column {
  const { generated } = column;
  return {
    ...column,
    name: column.name === from ? to : column.name,
    generated:
      generated === null ? null : { ...generated, expression: renameColumn(generated.expression, from, to) },
  };
}

function renamedConstraint(constraint: Constraint, from: string, to: string): Constraint {
  const name = (value: string): string => (value === from ? to : value);
  switch (constraint.kind) {
    case 'check':
      return { ...constraint, expression: renameColumn(constraint.expression, from, to) };
    case 'not-null':
      return { ...constraint, column: name(constraint.column) };
    case 'unique':
    case 'primary-key':
    case 'foreign-key':
      return constraint.columns.includes(from)
        ? { ...constraint, columns: constraint.columns.map(name) }
        : constraint;
    case 'exclude':
      return constraint;
  }
}

function renamedPartitioning(table: Table, from: string, to: string): Table['partitioning'] {
  const { partitioning } = table;
  if (partitioning === null || !partitioning.keys.some((key) => keyMentions(key, from))) return partitioning;
  return { ...partitioning, keys: partitioning.keys.map((key) => renameInKey(key, from, to)) };
}

function withIndexes(session: Session, id: RelationId, from: string, to: string): Session {
  return indexesOf(session.catalog, id)
    .filter((index) => indexMentions(index, from))
    .reduce(
      (next, index) =>
        put(next, {
          ...index,
          columnNames: index.columnNames ?? indexColumnNames(index.keys, index.include),
          keys: index.keys.map((key) => renameInKey(key, from, to)),
          include: index.include.map((column) => (column === from ? to : column)),
          predicate: index.predicate === null ? null : renameColumn(index.predicate, from, to),
        }),
      session,
    );
}

function withSequences(session: Session, id: RelationId, from: string, to: string): Session {
  return ownedSequences(session.catalog, id, from).reduce(
    (next, sequence) => put(next, { ...sequence, ownedBy: { table: id, column: to } }),
    session,
  );
}

function withForeignKeys(session: Session, id: RelationId, from: string, to: string): Session {
  const change = (constraint: Constraint): Constraint =>
    constraint.kind === 'foreign-key' &&
    constraint.referenced === id &&
    constraint.referencedColumns.includes(from)
      ? {
          ...constraint,
          referencedColumns: constraint.referencedColumns.map((column) => (column === from ? to : column)),
        }
      : constraint;
  return referencingTables(session.catalog, id).reduce(
    (next, table) =>
      changeTable(next, table.id, (before) => ({ ...before, constraints: before.constraints.map(change) })),
    session,
  );
}

function withReaders(session: Session, id: RelationId, from: string, to: string): Session {
  const { catalog } = session;
  const functions = changeNeeds(catalog, functionsNeeding(catalog, 'reads', id), (needs) => ({
    ...needs,
    readsColumns: renamedUses(needs.readsColumns, id, from, to),
  }));
  return withViews(functions === catalog ? session : withCatalog(session, functions), id, from, to);
}

function withViews(session: Session, id: RelationId, from: string, to: string): Session {
  return readersOf(session.catalog, id)
    .filter(isView)
    .reduce(
      (next, view) =>
        put(next, {
          ...view,
          readsColumns: renamedUses(view.readsColumns, id, from, to),
          ...renamedBehind(view, id, from, to),
        }),
      session,
    );
}

/** The parts of a view that name columns of what it reads. */
function renamedBehind(
  view: View,
  id: RelationId,
  from: string,
  to: string,
): Pick<View, 'narrowed' | 'plain'> {
  const { narrowed, plain } = view;
  return {
    ...(narrowed === undefined
      ? {}
      : {
          narrowed: narrowed.map((each) =>
            each.relation === id && each.condition !== null
              ? { ...each, condition: renameColumn(each.condition, from, to) }
              : each,
          ),
        }),
    ...(plain === undefined || plain.relation !== id
      ? {}
      : { plain: { ...plain, columns: plain.columns.map((column) => (column === from ? to : column)) } }),
  };
}
