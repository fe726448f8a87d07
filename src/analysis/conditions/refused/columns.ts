import type { RefusalClaim } from '../../../postgres/effects/refusal-claim';
import type { OperationOf } from '../../../postgres/operation';
import { columnOf, heirs, isIndex, primaryKeyOf, relationNamed } from '../../catalog/find';
import type { Column, Table } from '../../catalog/relation';
import { keysOf, keysTo } from '../../roles/keys';
import { constraintNamedBy } from '../../roles/named-constraint';
import type { Situation } from '../../roles/situation';
import { targetOf, targetTable } from '../../roles/target';
import { nullInNewColumn } from '../new-column';
import { isKnownStorageParameter } from '../storage';
import type { RefusalJudge } from './names';
import { droppedColumns, droppedConstraints, isReplaced, setsNotNull } from './statement';

/** What columns, constraints and rows do not allow. */
export const COLUMN_REFUSALS = {
  'second-primary-key': (situation) => {
    const key = primaryKey(situation);
    // A column that the statement drops takes the key along, before another one is added.
    const goes = key?.columns.some((column) => droppedColumns(situation).includes(column)) === true;
    return key !== undefined && !goes && !droppedConstraints(situation).includes(key.name);
  },
  'column-of-primary-key': (situation) => {
    const { operation } = situation;
    const key = primaryKey(situation);
    return (
      'column' in operation &&
      key?.columns.includes(operation.column as string) === true &&
      !droppedConstraints(situation).includes(key.name)
    );
  },
  'identity-column': (situation) =>
    (columnNamed(situation)?.identity ?? null) !== null && !dropsIdentityFirst(situation),
  'not-an-identity': (situation) => {
    const { operation } = situation;
    const column = columnNamed(situation);
    if (column === undefined || ('missingOk' in operation && operation.missingOk)) return false;
    if (operation.kind !== 'add-identity') return column.identity === null;
    const dropped = situation.statement.some(
      (other) => other.kind === 'drop-identity' && other.column === column.name,
    );
    return column.identity !== null && !dropped;
  },
  'identity-needs-not-null': (situation) => {
    const column = columnNamed(situation);
    return column?.notNull === false && !setsNotNull(situation, column.name);
  },
  'not-generated': (situation) =>
    columnNamed(situation)?.generated === null &&
    !('missingOk' in situation.operation && situation.operation.missingOk),
  'generated-in-the-way': (situation) => {
    const { operation } = situation;
    const generated = columnNamed(situation)?.generated ?? null;
    return generated !== null && (operation.kind !== 'alter-column-type' || operation.using !== null);
  },
  'virtual-in-the-way': (situation) => columnNamed(situation)?.generated?.storage === 'virtual',
  'virtual-with-checks': (situation) =>
    columnNamed(situation)?.generated?.storage === 'virtual' &&
    targetTable(situation)?.constraints.some(({ kind }) => kind === 'check') === true,
  'makes-no-inherit': ({ operation }) =>
    operation.kind === 'alter-constraint' && operation.noInherit === true,
  'not-null-not-valid': notNullNotValid,
  'not-null-named-otherwise': notNullNamedOtherwise,
  'unknown-storage-parameter': ({ operation, session }) =>
    operation.kind === 'set-options' &&
    !operation.reset &&
    Object.keys(operation.options).some(
      (name) => !isKnownStorageParameter(name) || (name === 'security_invoker' && session.major < 15),
    ),
  'published-unlogged': (situation) => {
    const { operation, session } = situation;
    const table = targetTable(situation);
    if (operation.kind !== 'set-logged' || operation.logged || table === undefined) return false;
    return [...session.catalog.publications.values()].some(({ tables }) =>
      tables.some((published) => published.table === table.id),
    );
  },
  'logged-otherwise': loggedOtherwise,
  'constraint-of-other-kind': (situation) => {
    const { operation } = situation;
    const kind = constraintNamedBy(situation)?.kind;
    if (kind === undefined) return false;
    if (operation.kind === 'validate-constraint')
      return kind !== 'check' && kind !== 'foreign-key' && kind !== 'not-null';
    return (
      operation.kind === 'alter-constraint' &&
      kind !== (operation.noInherit === null ? 'foreign-key' : 'not-null')
    );
  },
  'constraint-not-enforced': (situation) => {
    const constraint = constraintNamedBy(situation);
    return constraint !== undefined && 'enforced' in constraint && !constraint.enforced;
  },
  'rows-without-value': rowsWithoutValue,
} satisfies Partial<Record<RefusalClaim, RefusalJudge>>;

function primaryKey(situation: Situation): ReturnType<typeof primaryKeyOf> {
  const table = targetTable(situation);
  const key = table === undefined ? undefined : primaryKeyOf(table);
  return key?.origin.certain === true ? key : undefined;
}

function columnNamed(situation: Situation): Column | undefined {
  const { operation } = situation;
  const relation = targetOf(situation);
  const column =
    relation === undefined || !('column' in operation) || typeof operation.column !== 'string'
      ? undefined
      : columnOf(relation, operation.column);
  return column === undefined || column.addedBy.source === 'assumed' || isReplaced(situation, column.name)
    ? undefined
    : column;
}

function notNullNotValid(situation: Situation): boolean {
  const { operation, session } = situation;
  const table = targetTable(situation);
  if (table === undefined) return false;
  if (operation.kind === 'add-not-null') return notNullOtherwise(situation, table, operation);
  if (operation.kind !== 'add-primary-key') return false;
  const { columns, usingIndex } = operation.constraint;
  const index =
    usingIndex === null
      ? undefined
      : relationNamed(session.catalog, { schema: table.schema, name: usingIndex });
  const names =
    index !== undefined && isIndex(index) ? index.keys.flatMap(({ column }) => column ?? []) : columns;
  const family = operation.only ? [table] : [table, ...heirs(session.catalog, table.id)];
  return family.some(({ constraints }) =>
    constraints.some(
      (constraint) =>
        constraint.kind === 'not-null' &&
        (!constraint.valid || constraint.noInherit) &&
        names.includes(constraint.column),
    ),
  );
}

/** One that is there is neither validated along the way, nor given to heirs or kept from them (18: AdjustNotNullInheritance). */
function notNullOtherwise(
  { session }: Situation,
  table: Table,
  { constraint: { column, valid, noInherit }, only }: OperationOf<'add-not-null'>,
): boolean {
  const family = only || noInherit ? [table] : [table, ...heirs(session.catalog, table.id)];
  return family.some((each) =>
    each.constraints.some(
      (known) =>
        known.kind === 'not-null' &&
        known.column === column &&
        known.origin.certain &&
        ((valid && !known.valid) || known.noInherit !== noInherit),
    ),
  );
}

/** A second NOT NULL on a column of another name is refused; the same one is merged. */
function notNullNamedOtherwise(situation: Situation): boolean {
  const { operation } = situation;
  const table = targetTable(situation);
  if (
    operation.kind !== 'add-not-null' ||
    operation.withColumn ||
    table === undefined ||
    operation.constraint.name === null
  )
    return false;
  const { column, name } = operation.constraint;
  return table.constraints.some(
    (constraint) =>
      constraint.kind === 'not-null' && constraint.column === column && constraint.name !== name,
  );
}

function loggedOtherwise(situation: Situation): boolean {
  const { operation, session } = situation;
  const table = targetTable(situation);
  if (operation.kind !== 'set-logged' || table === undefined) return false;
  const { catalog } = session;
  if (!operation.logged)
    return keysTo(catalog, table).some(
      ({ table: other }) => other.id !== table.id && other.persistence === 'permanent',
    );
  return keysOf(table).some(
    ({ key }) =>
      key.referenced !== table.id && catalog.relations.get(key.referenced)?.persistence === 'unlogged',
  );
}

/** A new column that must not be null, of a table that certainly has rows. */
function rowsWithoutValue(situation: Situation): boolean {
  const { operation, statement } = situation;
  const table = targetTable(situation);
  if (table === undefined || table.kind !== 'table' || table.rows !== 'some') return false;
  if (operation.kind === 'add-column') {
    const exists = columnOf(table, operation.column.name) !== undefined;
    return !exists && operation.column.generated === null && nullInNewColumn(situation, table) === true;
  }
  if (operation.kind !== 'add-primary-key' || !operation.withColumn) return false;
  return statement.some(
    (other) =>
      other.kind === 'add-column' &&
      operation.constraint.columns.includes(other.column.name) &&
      columnOf(table, other.column.name) === undefined &&
      nullInNewColumn(
        { ...situation, operation: { ...other, column: { ...other.column, notNull: true } } },
        table,
      ) === true,
  );
}

/** An earlier subcommand makes the column a plain one. */
function dropsIdentityFirst({ statement, operation }: Situation): boolean {
  if (!('column' in operation)) return false;
  return statement
    .slice(0, statement.indexOf(operation))
    .some((other) => other.kind === 'drop-identity' && other.column === operation.column);
}
