import type { Catalog } from '../catalog/catalog';
import { nameKey } from '../catalog/catalog';
import { keyMentions, mentionsColumn, sequencesIn } from '../catalog/expression-edit';
import {
  ancestors,
  childrenOf,
  indexesOf,
  isTable,
  isView,
  ownedSequences,
  readersOf,
  tableById,
} from '../catalog/find';
import { hasPart } from '../catalog/key-part';
import { exists } from '../origin';
import type { Constraint, Index, Relation, RelationId, Table } from '../catalog/relation';
import { usersOfSequence, withAttachmentsOn } from '../catalog/uses';
import type { CatalogObject } from './catalog-object';
import { functionDependents, functionsReading } from './function-dependents';
import { relationObject, typeDependents } from './type-dependents';
import { foreignKeysTo, withKey } from './key-dependents';

/** What depends on an object: `auto` goes with it, `normal` only with CASCADE. Source: the manual, "Dependency Tracking". */
export interface Dependent {
  readonly object: CatalogObject;
  readonly how: 'auto' | 'normal';
  /** False: made in a branch, or assumed, so that it refuses nothing. */
  readonly certain: boolean;
}

/** What depends directly on an object. */
export function dependentsOf(catalog: Catalog, major: number, object: CatalogObject): readonly Dependent[] {
  switch (object.kind) {
    case 'relation': {
      const relation = catalog.relations.get(object.id);
      return relation === undefined ? [] : ofRelation(catalog, relation);
    }
    case 'column': {
      const table = catalog.relations.get(object.table);
      if (table === undefined) return [];
      return isTable(table)
        ? ofColumn(catalog, major, table, object.name)
        : readersOn(catalog, table.id, object.name);
    }
    case 'constraint': {
      const table = tableById(catalog, object.table);
      const constraint = table?.constraints.find((each) => each.name === object.name);
      if (table === undefined || constraint === undefined) return [];
      if (constraint.kind === 'foreign-key') return withKey(catalog, table, constraint);
      return 'index' in constraint ? [relationObject(catalog, constraint.index, 'auto')] : [];
    }
    case 'type':
      return typeDependents(catalog, object.key);
    case 'function':
      return functionDependents(catalog, major, object);
    case 'default':
    case 'trigger':
    case 'policy':
    case 'rule':
      return [];
  }
}

type ForeignKey = Extract<Constraint, { readonly kind: 'foreign-key' }>;

/** The index that a foreign key relies on: the primary key's where it names no columns, else the oldest unique one on them. */
export function indexBehind(catalog: Catalog, key: ForeignKey): Index | undefined {
  const wanted = [...key.referencedColumns].sort().join('\u0000');
  return indexesOf(catalog, key.referenced).find(
    (index) =>
      index.unique &&
      index.predicate === null &&
      index.keys
        .map((each) => each.column ?? '')
        .sort()
        .join('\u0000') === wanted,
  );
}

function ofRelation(catalog: Catalog, relation: Relation): readonly Dependent[] {
  const { id } = relation;
  const views = [...readersOn(catalog, id, null), ...attachmentsOn(catalog, id)];
  const rows = typeDependents(catalog, nameKey(relation.schema, relation.name));
  if (isTable(relation)) {
    return [
      ...relation.indexes.map((index) => relationObject(catalog, index, 'auto')),
      ...ownedSequences(catalog, id).map((sequence) => relationObject(catalog, sequence.id, 'auto')),
      ...childrenOf(catalog, id).map((child) =>
        relationObject(catalog, child.id, child.partition === null ? 'normal' : 'auto'),
      ),
      // A key to a partitioned table is one to each of its partitions.
      ...foreignKeysTo(catalog, id, () => true),
      ...(relation.partition === null ? [] : ancestors(catalog, relation)).flatMap((table) =>
        foreignKeysTo(catalog, table.id, (key, holder) => hasPart(catalog, holder, key, id)),
      ),
      ...views,
      ...rows,
    ];
  }
  if (isView(relation))
    return [...relation.indexes.map((index) => relationObject(catalog, index, 'auto')), ...views, ...rows];
  if (relation.kind === 'sequence') return [...defaultsUsing(catalog, relation), ...views];
  if (relation.kind === 'composite type') return [...rows, ...typedTables(catalog, relation)];
  return ofIndex(catalog, relation);
}

/** Rules and policies of other relations that read or write it. */
function attachmentsOn(catalog: Catalog, id: RelationId): readonly Dependent[] {
  return withAttachmentsOn(catalog, id).flatMap((holder) => {
    const named = (kind: 'rule' | 'policy', name: string): Dependent => ({
      object: { kind, table: holder.id, name },
      how: 'normal',
      certain: exists(holder.origin),
    });
    const rules = holder.rules.filter(({ relations }) => relations.includes(id));
    const policies = isTable(holder) ? holder.policies.filter(({ reads }) => reads.includes(id)) : [];
    return [
      ...rules.map(({ name }) => named('rule', name)),
      ...policies.map(({ name }) => named('policy', name)),
    ];
  });
}

function typedTables(catalog: Catalog, type: Relation): readonly Dependent[] {
  return [...catalog.relations.values()].flatMap((relation) =>
    isTable(relation) &&
    relation.ofType?.name === type.name &&
    (relation.ofType.schema ?? type.schema) === type.schema
      ? [relationObject(catalog, relation.id, 'normal')]
      : [],
  );
}

function ofIndex(catalog: Catalog, index: Index): readonly Dependent[] {
  const owner = tableById(catalog, index.table);
  const own: readonly Dependent[] =
    index.constraint === null || owner === undefined
      ? []
      : [
          {
            object: { kind: 'constraint', table: owner.id, name: index.constraint },
            how: 'auto',
            certain: true,
          },
        ];
  const parts = childrenOf(catalog, index.table).flatMap((child) =>
    indexesOf(catalog, child.id)
      .filter((part) => part.parent === index.id)
      .map((part) => relationObject(catalog, part.id, 'auto')),
  );
  const tied = (index.tied ?? []).filter((id) => catalog.relations.get(id) !== undefined);
  return [
    ...own,
    ...parts,
    ...tied.map((id) => relationObject(catalog, id, 'auto')),
    ...foreignKeysTo(catalog, index.table, (key) => indexBehind(catalog, key)?.id === index.id),
  ];
}

/** The views and functions whose queries speak of a relation, or of a column of it. */
function readersOn(catalog: Catalog, id: RelationId, column: string | null): readonly Dependent[] {
  const views = readersOf(catalog, id).filter(
    (view) =>
      column === null ||
      view.readsColumns.some((read) => read.relation === id && read.columns?.includes(column) === true),
  );
  return [
    ...views.map((view) => relationObject(catalog, view.id, 'normal')),
    ...functionsReading(catalog, id, column),
  ];
}

function ofColumn(catalog: Catalog, major: number, table: Table, column: string): readonly Dependent[] {
  const { id } = table;
  const named = (
    kind: 'column' | 'constraint' | 'trigger' | 'policy' | 'rule',
    name: string,
    how: Dependent['how'],
  ): Dependent => ({
    object: { kind, table: id, name },
    how,
    certain: true,
  });
  return [
    ...indexesOf(catalog, id)
      .filter((index) => indexMentions(index, column))
      .map((index) =>
        index.constraint !== null && standsBesideKeys(index, column)
          ? named('constraint', index.constraint, 'normal')
          : relationObject(catalog, index.id, 'auto'),
      ),
    ...table.constraints
      .filter((each) => constraintMentions(each, column))
      .map((each) => named('constraint', each.name, 'auto')),
    ...ownedSequences(catalog, id, column).map((sequence) => relationObject(catalog, sequence.id, 'auto')),
    ...table.columns
      .filter((each) => each.generated !== null && mentionsColumn(each.generated.expression, column))
      .map((each) => named('column', each.name, major >= 15 ? 'normal' : 'auto')),
    ...readersOn(catalog, id, column),
    ...table.triggers
      .filter(
        (each) => each.columns.includes(column) || mentionsColumn(each.when?.expression ?? null, column),
      )
      .map((each) => named('trigger', each.name, 'normal')),
    ...table.policies
      .filter((each) => mentionsColumn(each.using, column) || mentionsColumn(each.check, column))
      .map((each) => named('policy', each.name, 'normal')),
    ...table.rules
      .filter(({ rowColumns }) => rowColumns.includes(column))
      .map((each) => named('rule', each.name, 'normal')),
    ...rulesWriting(catalog, table, column),
  ];
}

/** Rules of other relations that write a column. */
function rulesWriting(catalog: Catalog, table: Table, column: string): readonly Dependent[] {
  const place = table.columns.findIndex(({ name }) => name === column);
  return withAttachmentsOn(catalog, table.id).flatMap((holder) =>
    holder.rules
      .filter(({ query, relations }) =>
        query.writes.some(({ columns, values }, at) => {
          if (relations[query.reads.length + at] !== table.id) return false;
          return columns.length > 0 ? columns.includes(column) : values.some((row) => place < row.length);
        }),
      )
      .map(({ name }): Dependent => ({
        object: { kind: 'rule', table: holder.id, name },
        how: 'normal',
        certain: exists(holder.origin),
      })),
  );
}

/** Whether an index stands on a column: as a key, in an expression or predicate, or included. */
export function indexMentions(index: Index, column: string): boolean {
  return (
    index.keys.some((key) => keyMentions(key, column)) ||
    index.include.includes(column) ||
    mentionsColumn(index.predicate, column)
  );
}

/**
 * Whether an index mentions a column in an expression or its predicate alone. A constraint depends on the columns that it lists, and
 * does not go by itself with any other (index.c, index_create).
 */
function standsBesideKeys(index: Index, column: string): boolean {
  return index.keys.every((key) => key.column !== column) && !index.include.includes(column);
}

/** Whether a constraint of the table speaks of a column; constraints with an index go with the index. */
export function constraintMentions(constraint: Constraint, column: string): boolean {
  switch (constraint.kind) {
    case 'check':
      return mentionsColumn(constraint.expression, column);
    case 'not-null':
      return constraint.column === column;
    case 'unique':
    case 'primary-key':
    case 'foreign-key':
      return constraint.columns.includes(column);
    case 'exclude':
      return false;
  }
}

function defaultsUsing(
  catalog: Catalog,
  sequence: Extract<Relation, { kind: 'sequence' }>,
): readonly Dependent[] {
  const ids = usersOfSequence(catalog, nameKey(sequence.schema, sequence.name));
  const users = ids.flatMap((id) => catalog.relations.get(id) ?? []);
  return users.flatMap((relation) =>
    isTable(relation)
      ? relation.columns.flatMap((column): readonly Dependent[] =>
          column.default !== null &&
          sequencesIn(column.default).some(
            (name) => name.name === sequence.name && name.schema === sequence.schema,
          )
            ? [
                {
                  object: { kind: 'default', table: relation.id, name: column.name },
                  how: 'normal',
                  certain: true,
                },
              ]
            : [],
        )
      : [],
  );
}
