import { isTable, tableById } from '../analysis/catalog/find';
import type { Constraint, RelationId, Table } from '../analysis/catalog/relation';
import { tableOf } from '../analysis/catalog/resolve';
import { isNew } from '../analysis/exemption';
import type { Session } from '../analysis/session';
import type { Step } from '../analysis/step';
import type { Performed } from './performed';
import { performed, subject } from './performed';
import type { RuleRun } from './rule';

export type ForeignKey = Extract<Constraint, { readonly kind: 'foreign-key' }>;

/** A key that ADD FOREIGN KEY makes, with the tables at both ends. */
export interface AddedKey {
  readonly added: Performed<'add-foreign-key'>;
  readonly table: Table;
  readonly referenced: Table;
}

/** The foreign keys that a step adds to tables that exist. */
export function addedKeys(step: Step): readonly AddedKey[] {
  return performed(step, 'add-foreign-key').flatMap((added) => {
    const table = subject(added);
    const referenced = tableOf(added.session, added.operation.constraint.referenced);
    return table === undefined || !isTable(table) || referenced === undefined
      ? []
      : [{ added, table, referenced }];
  });
}

/** A key that goes with a step, and the table that had it. */
export interface GoneKey {
  readonly table: Table;
  readonly key: ForeignKey;
}

/** The foreign keys that a step drops, by name, with a column or with a table. */
export function goneKeys(step: Step): readonly GoneKey[] {
  const { before, after } = step;
  const tables = new Set(step.locks.map(({ relation }) => relation.id));
  return [...tables].flatMap((id) => {
    const table = tableById(before.catalog, id);
    if (table === undefined) return [];
    const left = new Set(tableById(after.catalog, id)?.constraints.map(({ name }) => name) ?? []);
    // One that takes its name over in the same statement is another.
    const dropped = performed(step, 'drop-constraint').filter((each) => subject(each)?.id === id);
    const isGone = (name: string): boolean =>
      !left.has(name) || dropped.some(({ operation }) => operation.constraint === name);
    return table.constraints.flatMap((key) =>
      key.kind === 'foreign-key' && isGone(key.name) ? [{ table, key }] : [],
    );
  });
}

/** The tables that a step locks or creates. */
export function touchedTables({ locks, before, after }: Step): readonly RelationId[] {
  const touched = new Set(locks.map(({ relation }) => relation.id));
  // Identifiers are given in order.
  for (let id = before.catalog.nextId; id < after.catalog.nextId; id += 1) touched.add(id as RelationId);
  return [...touched].filter((id) => tableById(after.catalog, id) !== undefined);
}

/** A key that a transaction drops and adds again: one hazard, that of the new key. */
export function comesBackValid({ table, key }: GoneKey, step: Step, run: RuleRun): boolean {
  return [step, ...(step.inTransaction ? run.laterInTransaction(step) : [])].some((later) =>
    addedKeys(later).some(
      ({ added, table: other, referenced }) =>
        other.id === table.id &&
        referenced.id === key.referenced &&
        added.operation.constraint.valid &&
        added.operation.constraint.columns.join('\u0000') === key.columns.join('\u0000'),
    ),
  );
}

/** A table that others may have used. */
export function isUsed(session: Session, id: RelationId): boolean {
  const relation = session.catalog.relations.get(id);
  return relation !== undefined && !isNew(session, relation);
}
