import type { PersistentMap } from '../persistent-map';
import { withCallers } from './callers';
import { sequencesIn } from './expression-edit';
import type { Catalog, NameKey } from './catalog';
import { nameKey } from './catalog';
import type { Column, Constraint, Relation, RelationId } from './relation';

/**
 * The catalog with its reverse indexes after a relation has taken the place of another version of itself; null: before it was
 * made, after it is gone. What did not change costs next to nothing, and the catalog is copied once.
 */
export function reindex(
  catalog: Catalog,
  changed: Pick<Catalog, 'relations' | 'nextId'>,
  before: Relation | null,
  after: Relation | null,
): Catalog {
  const next: { -readonly [K in keyof Catalog]: Catalog[K] } = { ...catalog };
  next.relations = changed.relations;
  next.nextId = changed.nextId;
  const id = after?.id ?? before?.id;
  if (id === undefined) return next;
  const movesSchema = before?.schema !== after?.schema;
  if (movesSchema || before?.name !== after?.name) next.names = renamed(catalog.names, before, after, id);
  next.childrenOf = relink(catalog.childrenOf, parentsOf(before), parentsOf(after), id);
  next.readersOf = relink(catalog.readersOf, readsOf(before), readsOf(after), id);
  next.sequencesOf = relink(catalog.sequencesOf, ownersOf(before), ownersOf(after), id);
  next.callers = withCallers(catalog.callers, before, after);
  const oldColumns = columnsOf(before);
  const newColumns = columnsOf(after);
  if (oldColumns !== newColumns) {
    next.usersOfType = relink(catalog.usersOfType, typesOf(oldColumns), typesOf(newColumns), id);
    next.usersOfSequence = relink(
      catalog.usersOfSequence,
      sequencesCalled(oldColumns),
      sequencesCalled(newColumns),
      id,
    );
  }
  const oldConstraints = constraintsOf(before);
  const newConstraints = constraintsOf(after);
  if (oldConstraints !== newConstraints) {
    next.referencedBy = relink(
      catalog.referencedBy,
      referencesOf(oldConstraints),
      referencesOf(newConstraints),
      id,
    );
  }
  if (oldConstraints !== newConstraints || movesSchema) {
    const stays = movesSchema ? NONE : oldConstraints.filter((each) => newConstraints.includes(each));
    const without = recount(catalog.constraintNames, before?.schema, except(oldConstraints, stays), -1);
    next.constraintNames = recount(without, after?.schema, except(newConstraints, stays), 1);
  }
  if (isTemporary(before) !== isTemporary(after)) next.temporary = temporaries(catalog, after, id);
  return next;
}

/**
 * The key under which the name of a constraint is counted. NOT NULL constraints have rows from 18 on only, so they are counted
 * apart.
 */
export function constraintKey(schema: string, kind: Constraint['kind'], name: string): NameKey {
  return nameKey(kind === 'not-null' ? `${schema}\u0000not null` : schema, name);
}

const NONE: readonly never[] = [];

function parentsOf(relation: Relation | null): readonly RelationId[] {
  if (relation === null || !('partition' in relation)) return NONE;
  return relation.partition === null ? relation.parents : [relation.partition.parent];
}

function readsOf(relation: Relation | null): readonly RelationId[] {
  return relation !== null && 'reads' in relation ? relation.reads : NONE;
}

function ownersOf(relation: Relation | null): readonly RelationId[] {
  return relation?.kind === 'sequence' && relation.ownedBy !== null ? [relation.ownedBy.table] : NONE;
}

function columnsOf(relation: Relation | null): readonly Column[] {
  return relation !== null && 'columns' in relation ? relation.columns : NONE;
}

function constraintsOf(relation: Relation | null): readonly Constraint[] {
  return relation !== null && 'constraints' in relation ? relation.constraints : NONE;
}

/** Types of the system have no schema in a column's type, those of users always have. */
function typesOf(columns: readonly Column[]): readonly NameKey[] {
  const keys = new Set<NameKey>();
  for (const { type } of columns) {
    if (type !== null && type.schema !== null) keys.add(nameKey(type.schema, type.name));
  }
  return keys.size === 0 ? NONE : [...keys];
}

/** Names of the sequences that defaults call, as the catalog keeps them: with their schema. */
function sequencesCalled(columns: readonly Column[]): readonly NameKey[] {
  const keys = new Set<NameKey>();
  for (const column of columns) {
    if (column.default === null) continue;
    for (const { schema, name } of sequencesIn(column.default)) keys.add(nameKey(schema ?? '', name));
  }
  return keys.size === 0 ? NONE : [...keys];
}

function referencesOf(constraints: readonly Constraint[]): readonly RelationId[] {
  const ids = new Set<RelationId>();
  for (const constraint of constraints) if (constraint.kind === 'foreign-key') ids.add(constraint.referenced);
  return ids.size === 0 ? NONE : [...ids];
}

function isTemporary(relation: Relation | null): boolean {
  return relation?.persistence === 'temporary' && 'constraints' in relation;
}

function temporaries(catalog: Catalog, after: Relation | null, id: RelationId): readonly RelationId[] {
  const others = catalog.temporary.filter((other) => other !== id);
  return isTemporary(after) ? [...others, id] : others;
}

function renamed(
  names: Catalog['names'],
  before: Relation | null,
  after: Relation | null,
  id: RelationId,
): Catalog['names'] {
  const old = before === null ? null : nameKey(before.schema, before.name);
  const without = old !== null && names.get(old) === id ? names.delete(old) : names;
  return after === null ? without : without.set(nameKey(after.schema, after.name), id);
}

function relink<K extends string | number>(
  map: PersistentMap<K, readonly RelationId[]>,
  before: readonly K[],
  after: readonly K[],
  id: RelationId,
): PersistentMap<K, readonly RelationId[]> {
  if (before.length === 0 && after.length === 0) return map;
  let result = map;
  for (const key of before) {
    if (after.includes(key)) continue;
    const rest = (result.get(key) ?? NONE).filter((other) => other !== id);
    result = rest.length === 0 ? result.delete(key) : result.set(key, rest);
  }
  for (const key of after) {
    if (!before.includes(key)) result = result.set(key, [...(result.get(key) ?? NONE), id]);
  }
  return result;
}

function except(all: readonly Constraint[], some: readonly Constraint[]): readonly Constraint[] {
  return some.length === 0 ? all : all.filter((each) => !some.includes(each));
}

function recount(
  counts: Catalog['constraintNames'],
  schema: string | undefined,
  constraints: readonly Constraint[],
  by: 1 | -1,
): Catalog['constraintNames'] {
  if (schema === undefined) return counts;
  let result = counts;
  for (const { kind, name } of constraints) {
    const key = constraintKey(schema, kind, name);
    const count = (result.get(key) ?? 0) + by;
    result = count <= 0 ? result.delete(key) : result.set(key, count);
  }
  return result;
}
