import { columnOf, isTable } from '../catalog/find';
import type { Constraint, Relation, Table } from '../catalog/relation';
import { relationNamed } from '../catalog/find';
import { constraintNamedBy } from '../roles/named-constraint';
import { targetTable } from '../roles/target';
import type { Situation } from '../roles/situation';
import type { Judge, Verdict } from './claim';
import { either, unknown } from './claim';
import { hasNotNull, provenChecks, saysNotNull } from './null-proof';

const ALREADY = 'the column is NOT NULL already';
const ALL_ALREADY = 'the columns are NOT NULL already';
const PROVED = 'a valid CHECK says that the column is not null';

/** The column that the operation speaks of is NOT NULL in this relation. */
export const alreadyNotNull: Judge = (situation, relation) => {
  const column = columnNamed(situation);
  if (column === null || !isTable(relation)) return false;
  return isDroppedBefore(situation, column) ? false : notNull(relation, column);
};

/** The same in the table that is named, which decides whether ALTER TABLE descends. */
export const namedColumnAlreadyNotNull: Judge = (situation) => {
  const column = columnNamed(situation);
  const table = targetTable(situation);
  return column === null || table === undefined ? false : notNull(table, column);
};

/** The column certainly allows NULL, so that DROP NOT NULL finds no constraint to drop. */
export const columnNullable: Judge = (situation) => {
  const column = columnNamed(situation);
  const table = targetTable(situation);
  return column !== null && table !== undefined && columnOf(table, column)?.notNull === false;
};

/**
 * A valid CHECK of the relation says it, and the statement leaves that CHECK alone (tablecmds.c,
 * NotNullImpliedByRelConstraints).
 */
export const provedNotNull: Judge = (situation, relation) => {
  const column = columnNamed(situation);
  // One that is there and not valid is validated, and no CHECK is asked.
  if (constraintSet(situation, targetTable(situation))?.valid === false) return false;
  return column === null ? false : proved(situation, relation, [column]);
};

/** The table has the constraint from its parent, not valid: it becomes its own and is not checked (18: ATExecSetNotNull). */
export const notNullTakenOver: Judge = (situation) => {
  const known = constraintSet(situation, targetTable(situation));
  return known !== undefined && known.inherited && !known.valid;
};

/** Nor is that of an heir whose parent has none, or has one that is valid. */
export const notNullKept: Judge = (situation, relation) => {
  const { operation, session } = situation;
  const table = targetTable(situation);
  if (session.major < 18 || table === undefined || operation.kind !== 'set-not-null') return false;
  const dropped = isDroppedBefore(situation, operation.column);
  const known = dropped ? undefined : constraintSet(situation, table);
  if (known !== undefined) return known.valid || known.inherited;
  const own = isTable(relation) && relation.id !== table.id ? constraintSet(situation, relation) : undefined;
  return own !== undefined && !(dropped && own.inherited);
};

/** The NOT NULL constraint that a table has on the column of SET NOT NULL. */
function constraintSet(situation: Situation, table: Table | undefined): NotNullConstraint | undefined {
  const { operation } = situation;
  if (operation.kind !== 'set-not-null') return undefined;
  return table?.constraints.find(
    (each): each is NotNullConstraint => each.kind === 'not-null' && each.column === operation.column,
  );
}

type NotNullConstraint = Extract<Constraint, { readonly kind: 'not-null' }>;

/** A column of the new primary key allows NULL. */
export const keyNullable: Judge = (situation, relation) => nullable(situation, relation);

/** The same in the table that is named. */
export const namedKeyNullable: Judge = (situation) => {
  const table = targetTable(situation);
  return table === undefined ? false : nullable(situation, table);
};

/** Valid CHECKs say that all its columns are not null. */
export const keyProvedNotNull: Judge = (situation, relation) => {
  const columns = keyColumns(situation);
  if (columns === null) return situation.session.major < 12 ? false : unknown(PROVED);
  const open = isTable(relation) ? columns.filter((column) => hasNotNull(relation, column) !== true) : [];
  return proved(situation, relation, open);
};

/** The statement makes the column allow NULL before. */
function isDroppedBefore({ statement }: Situation, column: string): boolean {
  return statement.some((other) => other.kind === 'drop-not-null' && other.column === column);
}

function nullable(situation: Situation, relation: Relation): Verdict {
  if (!isTable(relation)) return false;
  const columns = keyColumns(situation);
  if (columns === null) return relation.complete ? false : unknown(ALL_ALREADY);
  return either(
    columns.map((column): Verdict => {
      const known =
        columnOf(relation, column) === undefined && relation.complete ? true : hasNotNull(relation, column);
      return known === 'unknown' ? unknown(ALL_ALREADY) : !known;
    }),
  );
}

function notNull(table: Table, column: string): Verdict {
  const known = hasNotNull(table, column);
  return known === 'unknown' ? unknown(ALREADY) : known;
}

function proved(situation: Situation, relation: Relation, columns: readonly string[]): Verdict {
  const { session, statement } = situation;
  if (session.major < 12 || !isTable(relation)) return false;
  const dropped = new Set(
    statement.flatMap((other) => (other.kind === 'drop-constraint' ? [other.constraint] : [])),
  );
  const checks = provenChecks(relation, dropped);
  if (columns.every((column) => checks.some((check) => saysNotNull(check, column)))) return true;
  return relation.complete ? false : unknown(PROVED);
}

function columnNamed(situation: Situation): string | null {
  const { operation } = situation;
  if (operation.kind === 'add-not-null') return operation.constraint.column;
  if (operation.kind === 'alter-constraint') {
    const named = constraintNamedBy(situation);
    return named?.kind === 'not-null' ? named.column : null;
  }
  return 'column' in operation && typeof operation.column === 'string' ? operation.column : null;
}

/** The columns of a new primary key, those of its index where USING INDEX is written; null: nobody knows that index. */
function keyColumns(situation: Situation): readonly string[] | null {
  const { operation, session } = situation;
  if (operation.kind !== 'add-primary-key') return [];
  const { columns, usingIndex } = operation.constraint;
  if (usingIndex === null) return columns;
  const table = targetTable(situation);
  const index =
    table === undefined
      ? undefined
      : relationNamed(session.catalog, { schema: table.schema, name: usingIndex });
  return index !== undefined && 'keys' in index ? index.keys.flatMap(({ column }) => column ?? []) : null;
}
