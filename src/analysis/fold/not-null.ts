import { chooseConstraintName } from '../catalog/generated-name';
import { childrenOf, columnOf, tableById } from '../catalog/find';
import type { Column, Constraint, RelationId, Table } from '../catalog/relation';
import { ASSUMED, originOf } from '../origin';
import type { Session } from '../session';
import type { Folded } from './change';
import { changeTable, each } from './change';

type NotNullConstraint = Extract<Constraint, { readonly kind: 'not-null' }>;

/** How a column becomes NOT NULL. */
export interface NotNull {
  readonly column: string;
  /** Null: the server makes a name up (18). */
  readonly name: string | null;
  readonly valid: boolean;
  readonly noInherit: boolean;
  readonly inherited: boolean;
  /** The heirs have been seen to be NOT NULL: ONLY does not keep it from them. */
  readonly heirsSeen?: true;
  /** The parent had no such constraint: that of an heir stays as it is, valid or not. */
  readonly isNew?: boolean;
}

/**
 * A column becomes NOT NULL, with the constraint that 18 keeps of it, on all heirs too. A column that is so already keeps the
 * constraint it has. Source: tablecmds.c, ATExecSetNotNull.
 */
export function setNotNull(session: Session, id: RelationId, fact: NotNull, recurse = true): Folded {
  const table = tableById(session.catalog, id);
  if (table === undefined) return session;
  const column = columnOf(table, fact.column);
  if (column === undefined && table.complete) return null;
  const known = notNullOf(table, fact.column);
  if (known !== undefined && fact.inherited && fact.isNew === true) return session;
  // From 18 on one that is valid has no say on its heirs' any more.
  const descends = recurse && !(session.major >= 18 && known?.valid === true && !fact.inherited);
  // One that is inherited and not valid becomes the table's own, and is not checked.
  const isTakenOver = known?.valid === false && known.inherited && !fact.inherited;
  const valid = fact.valid && !isTakenOver;
  const name =
    known?.name ??
    fact.name ??
    chooseConstraintName(session, table.schema, table.name, fact.column, 'not_null');
  // ONLY on a table that has heirs keeps it from them, too.
  const noInherit =
    fact.noInherit ||
    (!recurse &&
      fact.heirsSeen !== true &&
      table.kind === 'table' &&
      childrenOf(session.catalog, id).length > 0);
  const result = changeTable(session, id, (before) => ({
    ...before,
    columns: valid
      ? before.columns.map((each) => (each.name === fact.column ? { ...each, notNull: true } : each))
      : before.columns,
    constraints: withNotNull(before.constraints, known, {
      kind: 'not-null',
      name,
      column: fact.column,
      valid,
      noInherit,
      inherited: fact.inherited,
      origin: originOf(session),
    }),
  }));
  if (!descends || fact.noInherit) return result;
  return each(result, childrenOf(result.catalog, id), (next, child) =>
    setNotNull(next, child.id, {
      isNew: fact.isNew ?? known === undefined,
      ...fact,
      valid,
      name,
      inherited: true,
    }),
  );
}

/** One that was inherited and is declared now belongs to the table itself; one that was not valid is checked with its parent's. */
function withNotNull(
  constraints: readonly Constraint[],
  known: NotNullConstraint | undefined,
  added: NotNullConstraint,
): readonly Constraint[] {
  if (known === undefined) return [...constraints, added];
  const { valid, inherited } = known;
  if (added.inherited && (valid || !added.valid)) return constraints;
  const declared: Constraint = {
    ...known,
    valid: valid || added.valid,
    inherited: inherited && added.inherited,
  };
  return constraints.map((each) => (each === known ? declared : each));
}

/** A column accepts NULL again, on all heirs too as far as they have it from here. Refused where it is part of the primary key. */
export function dropNotNull(session: Session, id: RelationId, column: string, recurse = true): Folded {
  const table = tableById(session.catalog, id);
  if (table === undefined) return session;
  if (columnOf(table, column) === undefined && table.complete) return null;
  if (isInPrimaryKey(table, column)) return null;
  const without = changeTable(session, id, (before) => ({
    ...before,
    columns: before.columns.map((each) =>
      each.name === column ? { ...each, notNull: false, identity: each.identity } : each,
    ),
    constraints: before.constraints.filter((each) => each.kind !== 'not-null' || each.column !== column),
  }));
  if (!recurse) return without.major < 18 ? without : keptByHeirs(without, id, column);
  return each(without, childrenOf(without.catalog, id), (next, child) => {
    const constraint = notNullOf(child, column);
    if (next.major >= 18 && constraint !== undefined && !constraint.inherited) return next;
    return dropNotNull(next, child.id, column);
  });
}

/** What heirs had from the table is theirs from now on. */
function keptByHeirs(session: Session, id: RelationId, column: string): Session {
  return childrenOf(session.catalog, id).reduce(
    (next, child) =>
      changeTable(next, child.id, (before) => ({
        ...before,
        constraints: before.constraints.map((each) =>
          each.kind === 'not-null' && each.column === column ? { ...each, inherited: false } : each,
        ),
      })),
    session,
  );
}

/** The NOT NULL constraint of a column. */
export function notNullOf(table: Table, column: string): NotNullConstraint | undefined {
  return table.constraints.find(
    (constraint): constraint is NotNullConstraint =>
      constraint.kind === 'not-null' && constraint.column === column,
  );
}

/** The table with an entry for a column that a statement takes for granted; unchanged where it is known, or cannot exist. */
export function assumeColumn(table: Table, name: string): Table {
  if (table.complete || columnOf(table, name) !== undefined) return table;
  return { ...table, columns: [...table.columns, assumedColumn(name)] };
}

function assumedColumn(name: string): Column {
  return {
    name,
    type: null,
    collation: null,
    notNull: 'unknown',
    default: null,
    identity: null,
    generated: null,
    storage: null,
    compression: null,
    addedBy: ASSUMED,
    inherited: false,
  };
}

function isInPrimaryKey(table: Table, column: string): boolean {
  return table.constraints.some((each) => each.kind === 'primary-key' && each.columns.includes(column));
}
