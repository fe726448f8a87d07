import { PersistentMap } from '../persistent-map';
import type { Callers } from './callers';
import { withCallers } from './callers';
import type { Catalog, NameKey } from './catalog';
import { nameKey } from './catalog';
import { sequencesIn } from './expression-edit';
import { isTable, isView, tableById } from './find';
import type { Column, Constraint, Policy, Relation, RelationId, Rule, Table, View } from './relation';

/** Who uses what in its columns and constraints. Ids stand in the order in which their relations were made. */
interface Uses {
  /** Tables that have a foreign key to it (itself too, for a self-reference), each once. */
  readonly referencedBy: PersistentMap<RelationId, readonly RelationId[]>;
  /** Relations with a column of a user-made type (also as array). */
  readonly usersOfType: PersistentMap<NameKey, readonly RelationId[]>;
  /** Tables with a default that calls the sequence of that name, whoever owns it (LIKE … INCLUDING DEFAULTS copies such). */
  readonly usersOfSequence: PersistentMap<NameKey, readonly RelationId[]>;
  readonly callers: Callers;
  /** Tables and views with a rule or policy that reads or writes it. */
  readonly attachments: PersistentMap<RelationId, readonly RelationId[]>;
}

/** The tables that refer to a table by a foreign key, itself too. */
export function referencingTables(catalog: Catalog, id: RelationId): readonly Table[] {
  return (usesIn(catalog).referencedBy.get(id) ?? NONE).flatMap((table) => tableById(catalog, table) ?? []);
}

/** The relations with a column of a user-made type, also as an array. */
export function usersOfType(catalog: Catalog, type: NameKey): readonly RelationId[] {
  return usesIn(catalog).usersOfType.get(type) ?? NONE;
}

/** The tables with a default that calls a sequence. */
export function usersOfSequence(catalog: Catalog, sequence: NameKey): readonly RelationId[] {
  return usesIn(catalog).usersOfSequence.get(sequence) ?? NONE;
}

/** The relations that call a function of a name, whatever its schema. */
export function callersOf(catalog: Catalog, name: string): readonly Relation[] {
  const ids = (usesIn(catalog).callers.get(name)?.entries() ?? []).map(([id]) => id);
  return ids.sort((one, other) => one - other).flatMap((id) => catalog.relations.get(id) ?? []);
}

/** The tables and views with a rule or policy that reads or writes a relation. */
export function withAttachmentsOn(catalog: Catalog, id: RelationId): readonly (Table | View)[] {
  return (usesIn(catalog).attachments.get(id) ?? NONE).flatMap((holder) => {
    const relation = catalog.relations.get(holder);
    return relation !== undefined && (isTable(relation) || isView(relation)) ? [relation] : [];
  });
}

function usesIn({ relations, useIndex }: Catalog): Uses {
  return useIndex.of(relations);
}

/**
 * Finds uses when they are asked for, from those that were asked for last, at the cost of what differs. Most statements ask for
 * none, and a table that is made in twenty changes is looked at once.
 */
export class UseIndex {
  private relations: Catalog['relations'] = PersistentMap.empty();
  private uses: Uses = {
    referencedBy: PersistentMap.empty(),
    usersOfType: PersistentMap.empty(),
    usersOfSequence: PersistentMap.empty(),
    callers: PersistentMap.empty(),
    attachments: PersistentMap.empty(),
  };

  of(relations: Catalog['relations']): Uses {
    const known = this.relations;
    if (relations === known) return this.uses;
    this.relations = relations;
    for (const id of relations.changedKeys(known))
      this.uses = reuse(this.uses, known.get(id) ?? null, relations.get(id) ?? null, id);
    return this.uses;
  }
}

function reuse(uses: Uses, before: Relation | null, after: Relation | null, id: RelationId): Uses {
  const callers = withCallers(uses.callers, before, after);
  const oldColumns = columnsOf(before);
  const newColumns = columnsOf(after);
  const oldConstraints = constraintsOf(before);
  const newConstraints = constraintsOf(after);
  const sameColumns = oldColumns === newColumns;
  const sameConstraints = oldConstraints === newConstraints;
  const attachments = withAttachments(uses.attachments, before, after, id);
  if (sameColumns && sameConstraints && callers === uses.callers && attachments === uses.attachments)
    return uses;
  const { usersOfType, usersOfSequence, referencedBy } = uses;
  return {
    callers,
    attachments,
    usersOfType: sameColumns
      ? usersOfType
      : relink(usersOfType, typesOf(oldColumns), typesOf(newColumns), id),
    usersOfSequence: sameColumns
      ? usersOfSequence
      : relink(usersOfSequence, sequencesCalled(oldColumns), sequencesCalled(newColumns), id),
    referencedBy: sameConstraints
      ? referencedBy
      : relink(referencedBy, referencesOf(oldConstraints), referencesOf(newConstraints), id),
  };
}

const NONE: readonly never[] = [];

function withAttachments(
  attachments: Uses['attachments'],
  before: Relation | null,
  after: Relation | null,
  id: RelationId,
): Uses['attachments'] {
  const oldRules = rulesOf(before);
  const oldPolicies = policiesOf(before);
  const rules = rulesOf(after);
  const policies = policiesOf(after);
  if (oldRules === rules && oldPolicies === policies) return attachments;
  return relink(attachments, readBy(oldRules, oldPolicies), readBy(rules, policies), id);
}

function rulesOf(relation: Relation | null): readonly Rule[] {
  return relation !== null && 'rules' in relation ? relation.rules : NONE;
}

function policiesOf(relation: Relation | null): readonly Policy[] {
  return relation !== null && 'policies' in relation ? relation.policies : NONE;
}

function readBy(rules: readonly Rule[], policies: readonly Policy[]): ReadonlySet<RelationId> {
  return new Set([
    ...rules.flatMap(({ relations }) => relations.flatMap((read) => read ?? [])),
    ...policies.flatMap(({ reads }) => reads),
  ]);
}

function columnsOf(relation: Relation | null): readonly Column[] {
  return relation !== null && 'columns' in relation ? relation.columns : NONE;
}

function constraintsOf(relation: Relation | null): readonly Constraint[] {
  return relation !== null && 'constraints' in relation ? relation.constraints : NONE;
}

/** Types of the system have no schema in a column's type, those of users always have. */
function typesOf(columns: readonly Column[]): ReadonlySet<NameKey> {
  const keys = new Set<NameKey>();
  for (const { type } of columns) {
    if (type !== null && type.schema !== null) keys.add(nameKey(type.schema, type.name));
  }
  return keys;
}

/** Names of the sequences that defaults call, as the catalog keeps them: with their schema. */
function sequencesCalled(columns: readonly Column[]): ReadonlySet<NameKey> {
  const keys = new Set<NameKey>();
  for (const column of columns) {
    if (column.default === null) continue;
    for (const { schema, name } of sequencesIn(column.default)) keys.add(nameKey(schema ?? '', name));
  }
  return keys;
}

function referencesOf(constraints: readonly Constraint[]): ReadonlySet<RelationId> {
  const ids = new Set<RelationId>();
  for (const constraint of constraints) if (constraint.kind === 'foreign-key') ids.add(constraint.referenced);
  return ids;
}

function relink<K extends string | number>(
  map: PersistentMap<K, readonly RelationId[]>,
  before: ReadonlySet<K>,
  after: ReadonlySet<K>,
  id: RelationId,
): PersistentMap<K, readonly RelationId[]> {
  let result = map;
  for (const key of before) {
    if (after.has(key)) continue;
    const rest = (result.get(key) ?? NONE).filter((other) => other !== id);
    result = rest.length === 0 ? result.delete(key) : result.set(key, rest);
  }
  for (const key of after) {
    if (before.has(key)) continue;
    const others = result.get(key) ?? NONE;
    result = result.set(
      key,
      [...others, id].sort((one, other) => one - other),
    );
  }
  return result;
}
