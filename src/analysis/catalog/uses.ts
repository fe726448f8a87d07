import { PersistentMap } from '../persistent-map';
import type { Callers } from './callers';
import { withCallers } from './callers';
import type { Catalog, NameKey } from './catalog';
import { nameKey } from './catalog';
import { sequencesIn } from './expression-edit';
import { isTable, isView, tableById } from './find';
import type { Column, Constraint, Policy, Relation, RelationId, Rule, Table, View } from './relation';

/** The tables that refer to a table by a foreign key, itself too. */
export function referencingTables(catalog: Catalog, id: RelationId): readonly Table[] {
  return (catalog.useIndex.referencedBy.of(catalog).get(id) ?? NONE).flatMap(
    (table) => tableById(catalog, table) ?? [],
  );
}

/** The relations with a column of a user-made type, also as an array. */
export function usersOfType(catalog: Catalog, type: NameKey): readonly RelationId[] {
  return catalog.useIndex.usersOfType.of(catalog).get(type) ?? NONE;
}

/** The tables with a default that calls a sequence. */
export function usersOfSequence(catalog: Catalog, sequence: NameKey): readonly RelationId[] {
  return catalog.useIndex.usersOfSequence.of(catalog).get(sequence) ?? NONE;
}

/** The relations that call a function of a name, whatever its schema. */
export function callersOf(catalog: Catalog, name: string): readonly Relation[] {
  const ids = (catalog.useIndex.callers.of(catalog).get(name)?.entries() ?? []).map(([id]) => id);
  return ids.sort((one, other) => one - other).flatMap((id) => catalog.relations.get(id) ?? []);
}

/** The tables and views with a rule or policy that reads or writes a relation. */
export function withAttachmentsOn(catalog: Catalog, id: RelationId): readonly (Table | View)[] {
  return (catalog.useIndex.attachments.of(catalog).get(id) ?? NONE).flatMap((holder) => {
    const relation = catalog.relations.get(holder);
    return relation !== undefined && (isTable(relation) || isView(relation)) ? [relation] : [];
  });
}

/** Ids stand in the order in which their relations were made. */
type Users<K extends string | number> = PersistentMap<K, readonly RelationId[]>;

/**
 * Finds uses when they are asked for, from those that were asked for last, at the cost of what differs. Most statements ask for
 * none, and a table that is made in twenty changes is looked at once.
 */
class Found<T> {
  private relations: Catalog['relations'] = PersistentMap.empty();

  constructor(
    private uses: T,
    private readonly reuse: (uses: T, before: Relation | null, after: Relation | null, id: RelationId) => T,
  ) {}

  of({ relations }: Catalog): T {
    const known = this.relations;
    if (relations === known) return this.uses;
    this.relations = relations;
    for (const id of changedBetween(known, relations))
      this.uses = this.reuse(this.uses, known.get(id) ?? null, relations.get(id) ?? null, id);
    return this.uses;
  }
}

/** The versions that were compared last: each kind of use asks for the same. */
let compared: {
  readonly before: Catalog['relations'] | null;
  readonly after: Catalog['relations'] | null;
  readonly changed: readonly RelationId[];
} = { before: null, after: null, changed: [] };

function changedBetween(before: Catalog['relations'], after: Catalog['relations']): readonly RelationId[] {
  if (before !== compared.before || after !== compared.after)
    compared = { before, after, changed: after.changedKeys(before) };
  return compared.changed;
}

/** Who uses what in its columns and constraints. Each kind of use is looked for when that kind is asked for. */
export class UseIndex {
  /** Tables that have a foreign key to it (itself too, for a self-reference), each once. */
  readonly referencedBy = new Found<Users<RelationId>>(PersistentMap.empty(), (uses, before, after, id) =>
    relinkChanged(uses, constraintsOf(before), constraintsOf(after), referencesOf, id),
  );
  /** Relations with a column of a user-made type (also as array). */
  readonly usersOfType = new Found<Users<NameKey>>(PersistentMap.empty(), (uses, before, after, id) =>
    relinkChanged(uses, columnsOf(before), columnsOf(after), typesOf, id),
  );
  /** Tables with a default that calls the sequence of that name, whoever owns it (LIKE … INCLUDING DEFAULTS copies such). */
  readonly usersOfSequence = new Found<Users<NameKey>>(PersistentMap.empty(), (uses, before, after, id) =>
    relinkChanged(uses, columnsOf(before), columnsOf(after), sequencesCalled, id),
  );
  readonly callers = new Found<Callers>(PersistentMap.empty(), withCallers);
  /** Tables and views with a rule or policy that reads or writes it. */
  readonly attachments = new Found<Users<RelationId>>(PersistentMap.empty(), withAttachments);
}

function relinkChanged<K extends string | number, T>(
  users: Users<K>,
  before: T,
  after: T,
  keysOf: (from: T) => ReadonlySet<K>,
  id: RelationId,
): Users<K> {
  return before === after ? users : relink(users, keysOf(before), keysOf(after), id);
}

const NONE: readonly never[] = [];

function withAttachments(
  attachments: Users<RelationId>,
  before: Relation | null,
  after: Relation | null,
  id: RelationId,
): Users<RelationId> {
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
  map: Users<K>,
  before: ReadonlySet<K>,
  after: ReadonlySet<K>,
  id: RelationId,
): Users<K> {
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
