import type { PersistentMap } from '../persistent-map';
import type { Catalog, NameKey } from './catalog';
import { nameKey } from './catalog';
import type { Constraint, Relation, RelationId } from './relation';

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
  const oldConstraints = constraintsOf(before);
  const newConstraints = constraintsOf(after);
  if (oldConstraints !== newConstraints || movesSchema) {
    const kept = movesSchema ? 0 : samePrefix(oldConstraints, newConstraints);
    const without = recount(catalog.constraintNames, before?.schema, oldConstraints.slice(kept), -1);
    next.constraintNames = recount(without, after?.schema, newConstraints.slice(kept), 1);
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

function constraintsOf(relation: Relation | null): readonly Constraint[] {
  return relation !== null && 'constraints' in relation ? relation.constraints : NONE;
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

/** A reverse index after what one thing points to has changed. */
export function relink<K extends string | number, V>(
  map: PersistentMap<K, readonly V[]>,
  before: readonly K[],
  after: readonly K[],
  id: V,
): PersistentMap<K, readonly V[]> {
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

/** How many constraints at the beginning are the same: a new one stands at the end. */
function samePrefix(before: readonly Constraint[], after: readonly Constraint[]): number {
  let same = 0;
  while (same < before.length && before[same] === after[same]) same += 1;
  return same;
}

function recount(
  counts: Catalog['constraintNames'],
  schema: string | undefined,
  constraints: readonly Constraint[],
  by: 1 | -1,
): Catalog['constraintNames'] {
  if (schema === undefined) return counts;
  let result = counts;
  for (const constraint of constraints) {
    for (const name of namesOf(constraint)) {
      const key = constraintKey(schema, constraint.kind, name);
      const count = (result.get(key) ?? 0) + by;
      result = count <= 0 ? result.delete(key) : result.set(key, count);
    }
  }
  return result;
}

function namesOf(constraint: Constraint): readonly string[] {
  if (constraint.kind !== 'foreign-key' || constraint.parts.length === 0) return [constraint.name];
  return [constraint.name, ...constraint.parts.flatMap(({ name }) => name ?? [])];
}
