import type { Catalog } from './catalog';
import { nameKey } from './catalog';
import type { Column, Constraint, Index, Relation, RelationId, Sequence, Table, View } from './relation';

/** The table, partitioned table or foreign table of an id. */
export function tableById(catalog: Catalog, id: RelationId): Table | undefined {
  const relation = catalog.relations.get(id);
  return relation !== undefined && isTable(relation) ? relation : undefined;
}

/** The index of an id. */
export function indexById(catalog: Catalog, id: RelationId): Index | undefined {
  const relation = catalog.relations.get(id);
  return relation !== undefined && isIndex(relation) ? relation : undefined;
}

/** The relation of a resolved name. */
export function relationNamed(
  catalog: Catalog,
  name: { readonly schema: string; readonly name: string },
): Relation | undefined {
  const id = catalog.names.get(nameKey(name.schema, name.name));
  return id === undefined ? undefined : catalog.relations.get(id);
}

export function isTable(relation: Relation): relation is Table {
  return (
    relation.kind === 'table' || relation.kind === 'partitioned table' || relation.kind === 'foreign table'
  );
}

export function isIndex(relation: Relation): relation is Index {
  return relation.kind === 'index' || relation.kind === 'partitioned index';
}

export function isView(relation: Relation): relation is View {
  return relation.kind === 'view' || relation.kind === 'materialized view';
}

/** The indexes of a table or materialized view, in the order of creation. */
export function indexesOf(catalog: Catalog, id: RelationId): readonly Index[] {
  const { indexes } = foundIn(catalog);
  const known = indexes.get(id);
  if (known !== undefined) return known;
  const found = indexIdsOf(catalog, id).flatMap((index) => indexById(catalog, index) ?? []);
  indexes.set(id, found);
  return found;
}

/** The same by their ids. */
export function indexIdsOf(catalog: Catalog, id: RelationId): readonly RelationId[] {
  const relation = catalog.relations.get(id);
  return relation !== undefined && 'indexes' in relation ? relation.indexes : [];
}

/** The constraints of a table, in the order of creation. */
export function constraintsOf(catalog: Catalog, id: RelationId): readonly Constraint[] {
  return tableById(catalog, id)?.constraints ?? [];
}

/** A constraint of a table by name. */
export function constraintNamed(table: Table, name: string): Constraint | undefined {
  return table.constraints.find((constraint) => constraint.name === name);
}

/** The primary key of a table. */
export function primaryKeyOf(
  table: Table,
): Extract<Constraint, { kind: 'unique' | 'primary-key' }> | undefined {
  for (const constraint of table.constraints) if (constraint.kind === 'primary-key') return constraint;
  return undefined;
}

/** A column of a relation by name. */
export function columnOf(relation: Relation, name: string): Column | undefined {
  return 'columns' in relation ? relation.columns.find((column) => column.name === name) : undefined;
}

/** The direct partitions or heirs of a table. */
export function childrenOf(catalog: Catalog, id: RelationId): readonly Table[] {
  const { children } = foundIn(catalog);
  const known = children.get(id);
  if (known !== undefined) return known;
  const found = (catalog.childrenOf.get(id) ?? []).flatMap((child) => tableById(catalog, child) ?? []);
  children.set(id, found);
  return found;
}

/** What was found in a catalog by the table that it belongs to. */
interface Found {
  readonly catalog: Catalog | null;
  readonly children: Map<RelationId, readonly Table[]>;
  readonly indexes: Map<RelationId, readonly Index[]>;
}

/** Of the catalog that was asked last: a table may have thousands of partitions, and each statement asks many times. */
let lastFound: Found = { catalog: null, children: new Map(), indexes: new Map() };

function foundIn(catalog: Catalog): Found {
  if (lastFound.catalog !== catalog) lastFound = { catalog, children: new Map(), indexes: new Map() };
  return lastFound;
}

/** All partitions and heirs of a table, parents before their children, each once; not the table itself. */
export function heirs(catalog: Catalog, id: RelationId): readonly Table[] {
  const found = new Map<RelationId, Table>();
  const open = [...childrenOf(catalog, id)].reverse();
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    if (found.has(next.id) || next.id === id) continue;
    found.set(next.id, next);
    open.push(...[...childrenOf(catalog, next.id)].reverse());
  }
  return [...found.values()];
}

/** The direct parents of a table: by partition or by INHERITS. */
export function parentsOf(catalog: Catalog, table: Table): readonly Table[] {
  const ids = table.partition === null ? table.parents : [table.partition.parent];
  return ids.flatMap((id) => tableById(catalog, id) ?? []);
}

/** All parents of a table, nearest first, each once. */
export function ancestors(catalog: Catalog, table: Table): readonly Table[] {
  const found = new Map<RelationId, Table>();
  const open = [...parentsOf(catalog, table)];
  for (let next = open.shift(); next !== undefined; next = open.shift()) {
    if (found.has(next.id) || next.id === table.id) continue;
    found.set(next.id, next);
    open.push(...parentsOf(catalog, next));
  }
  return [...found.values()];
}

const NONE: readonly never[] = [];

/** The views and materialized views that read a relation directly. */
export function readersOf(catalog: Catalog, id: RelationId): readonly View[] {
  const readers = catalog.readersOf.get(id);
  if (readers === undefined) return NONE;
  return readers.flatMap((view) => {
    const relation = catalog.relations.get(view);
    return relation !== undefined && isView(relation) ? [relation] : [];
  });
}

/** The sequences that the columns of a table own; with `column` those of that column. */
export function ownedSequences(catalog: Catalog, id: RelationId, column?: string): readonly Sequence[] {
  return (catalog.sequencesOf.get(id) ?? []).flatMap((sequence) => {
    const relation = catalog.relations.get(sequence);
    if (relation?.kind !== 'sequence') return [];
    return column === undefined || relation.ownedBy?.column === column ? [relation] : [];
  });
}

/** The DEFAULT partition of a partitioned table. */
export function defaultPartitionOf(catalog: Catalog, id: RelationId): Table | undefined {
  return childrenOf(catalog, id).find((child) => child.partition?.bound.kind === 'default');
}
