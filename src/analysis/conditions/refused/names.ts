import { mentionsOf } from '../../catalog/mention';
import type { RefusalClaim } from '../../../postgres/effects/refusal-claim';
import type { Expression } from '../../../postgres/expression';
import { columnsOf } from '../../../postgres/expression';
import type { ObjectName } from '../../../postgres/name';
import type { Operation } from '../../../postgres/operation';
import type { Persistence } from '../../../postgres/operations/table';
import { isPlaceholder } from '../../../sql/placeholder';
import { columnOf, constraintNamed, isIndex, isTable, isView, relationNamed } from '../../catalog/find';
import type { Constraint, Relation, Table } from '../../catalog/relation';
import { isSystemName, nameForCreation, relationOf } from '../../catalog/resolve';
import type { Situation } from '../../roles/situation';
import { relationInPlace } from '../../fold/view';
import { mergeableCheck } from '../../catalog/merged-check';
import { constraintAddedBy } from '../../roles/named-constraint';
import { targetOf, targetTable } from '../../roles/target';
import { bringsUnknown } from '../../roles/extension';
import { addedColumns, droppedConstraints, isDroppedBefore } from './statement';

/** Whether the server refuses for certain. */
export type RefusalJudge = (situation: Situation) => boolean;

/** Names that are not there, and names that are taken. */
export const NAME_REFUSALS = {
  'relation-uncommitted': namesUncommitted,
  'column-missing': (situation) =>
    columnsNamed(situation).some((column) => isColumnMissing(situation, column)) ||
    keysMissing(situation) ||
    writtenMissing(situation) ||
    (situation.operation.kind === 'drop-column' && isDroppedBefore(situation)),
  'column-name-taken': columnNameTaken,
  'constraint-missing': constraintMissing,
  'constraint-name-taken': constraintNameTaken,
  'named-index-missing': namedIndexMissing,
  'relation-name-taken': relationNameTaken,
} satisfies Partial<Record<RefusalClaim, RefusalJudge>>;

/** A relation that the catalog knows for certain, or one that is only taken to exist. */
export function isMissing({ session }: Situation, name: ObjectName): boolean {
  if (name.name === '' || isSystemName(name) || !session.catalog.complete || bringsUnknown(session.catalog))
    return false;
  const relation = relationOf(session, name);
  return relation === undefined || relation.origin.source === 'assumed';
}

/**
 * It needs a relation that only another connection of the migration can see yet. Had IF NOT EXISTS found one, it would wait for that
 * connection for ever. Measured on 11 and 18.
 */
function namesUncommitted({ operation, session }: Situation): boolean {
  const { openElsewhere } = session;
  if (openElsewhere.length === 0) return false;
  return mentionsOf(operation).some(({ name, optional }) => {
    const origin = optional ? undefined : relationOf(session, name)?.origin;
    return (
      origin?.source === 'migration' &&
      origin.doubtful !== true &&
      openElsewhere.includes(origin.transaction ?? -1)
    );
  });
}

/** Columns that every table has. */
export const SYSTEM_COLUMNS: ReadonlySet<string> = new Set([
  'ctid',
  'xmin',
  'xmax',
  'cmin',
  'cmax',
  'tableoid',
  'oid',
]);

function columnsNamed({ operation }: Situation): readonly string[] {
  const { kind } = operation;
  if (kind === 'create-statistics') return operation.columns;
  if (kind === 'comment') return [];
  if ('missingOk' in operation && operation.missingOk && kind === 'drop-column') return [];
  if ('column' in operation && typeof operation.column === 'string') return [operation.column];
  if (!('constraint' in operation) || typeof operation.constraint !== 'object') return [];
  const { constraint } = operation;
  if (constraint.kind === 'not-null') return [constraint.column];
  if (constraint.kind === 'check') return columnsChecked(constraint.expression, operation);
  return 'columns' in constraint ? constraint.columns : [];
}

/** The name of the table itself stands for the whole row. */
function columnsChecked(expression: Expression, operation: Operation): readonly string[] {
  const table = 'table' in operation && operation.table !== null ? operation.table.name : null;
  return columnsOf(expression).filter((column) => column !== table);
}

function isColumnMissing(situation: Situation, column: string): boolean {
  const relation = targetOf(situation);
  const added = COMES_FIRST.has(situation.operation.kind) ? [] : addedColumns(situation);
  if (relation === undefined || added.includes(column)) return false;
  return lacks(relation, column) || isDroppedFirst(situation, column);
}

/** What a statement drops it drops before it adds and changes, but for what else it takes away. */
function isDroppedFirst({ operation, statement }: Situation, column: string): boolean {
  return (
    operation.kind !== 'drop-column' &&
    statement
      .slice(0, statement.indexOf(operation))
      .some((other) => other.kind === 'drop-column' && other.column === column)
  );
}

/** Changes that come before the columns are added of the same statement. Source: tablecmds.c, the passes of ALTER TABLE. */
const COMES_FIRST: ReadonlySet<Operation['kind']> = new Set([
  'drop-default',
  'drop-not-null',
  'drop-identity',
  'alter-column-type',
]);

/** Whether a relation of which all columns are known certainly has none of that name. */
export function lacks(relation: Relation, column: string): boolean {
  if (!(isTable(relation) || isView(relation)) || !relation.complete || relation.kind === 'view')
    return false;
  return columnOf(relation, column) === undefined && !SYSTEM_COLUMNS.has(column);
}

/** Columns that INSERT, UPDATE and COPY write. */
function writtenMissing({ operation, session }: Situation): boolean {
  if (operation.kind !== 'query' && operation.kind !== 'copy-from') return false;
  return operation.query.writes.some(({ relation, columns }) => {
    const table = relationOf(session, relation);
    return (
      table !== undefined &&
      table.origin.certain &&
      columns.some((column) => !isPlaceholder(column) && lacks(table, column))
    );
  });
}

/** Columns of indexes, of ANALYZE, COMMENT and OWNED BY. */
function keysMissing(situation: Situation): boolean {
  const { operation, session } = situation;
  const lacksIn = (name: ObjectName | null, columns: readonly (string | null)[]): boolean => {
    const relation = name === null ? undefined : relationOf(session, name);
    return relation !== undefined && columns.some((column) => column !== null && lacks(relation, column));
  };
  if (operation.kind === 'create-index') {
    const { table, keys, include } = operation.index;
    return lacksIn(table, [...keys.map(({ column }) => column), ...include]);
  }
  if (operation.kind === 'analyze' || operation.kind === 'vacuum')
    return operation.tables.some(({ table, columns }) => lacksIn(table, columns));
  if (operation.kind === 'comment')
    return operation.objectType === 'column' && lacksIn(operation.relation, [operation.name.name]);
  if (operation.kind !== 'create-sequence' && operation.kind !== 'alter-sequence') return false;
  const { ownedBy } = operation;
  return ownedBy !== null && ownedBy !== 'none' && lacksIn(ownedBy.table, [ownedBy.column]);
}

function columnNameTaken(situation: Situation): boolean {
  const { operation, statement } = situation;
  const relation = targetOf(situation);
  if (relation === undefined) return false;
  const name =
    operation.kind === 'add-column' && !operation.ifNotExists
      ? operation.column.name
      : operation.kind === 'rename-column'
        ? operation.to
        : null;
  const dropped = statement.some((other) => other.kind === 'drop-column' && other.column === name);
  return (
    name !== null &&
    !dropped &&
    columnOf(relation, name) !== undefined &&
    columnOf(relation, name)?.addedBy.certain === true
  );
}

function constraintMissing(situation: Situation): boolean {
  const { operation, statement } = situation;
  if (operation.kind === 'comment') {
    const table = operation.relation === null ? undefined : relationOf(situation.session, operation.relation);
    return (
      operation.objectType === 'constraint' &&
      table !== undefined &&
      isTable(table) &&
      table.complete &&
      constraintOf(situation, table, operation.name.name) === undefined
    );
  }
  if (!('constraint' in operation) || typeof operation.constraint !== 'string') return false;
  if (operation.kind === 'drop-constraint' && operation.missingOk) return false;
  if (isDroppedBefore(situation)) return true;
  const { constraint: name } = operation;
  const table = targetTable(situation);
  const added = statement.some(
    (other) =>
      operation.kind !== 'drop-constraint' &&
      'constraint' in other &&
      typeof other.constraint === 'object' &&
      (other.constraint.name === name || other.constraint.name === null),
  );
  return (
    table !== undefined && table.complete && !added && constraintOf(situation, table, name) === undefined
  );
}

/** NOT NULL is a constraint from 18 on. */
function constraintOf({ session }: Situation, table: Table, name: string): Constraint | undefined {
  const known = constraintNamed(table, name);
  return known?.kind === 'not-null' && session.major < 18 ? undefined : known;
}

function constraintNameTaken(situation: Situation): boolean {
  const table = targetTable(situation);
  const name = newConstraintName(situation);
  if (table === undefined || name === null || droppedConstraints(situation).includes(name)) return false;
  const added = constraintAddedBy(situation);
  if (mergeableCheck(table, added) !== undefined) return false;
  const known = constraintOf(situation, table, name);
  if (known?.kind === 'not-null' && added?.kind === 'not-null' && known.column === added.column) return false;
  return known !== undefined && known.origin.certain;
}

function newConstraintName({ operation, session }: Situation): string | null {
  if (operation.kind === 'rename-constraint') return operation.to;
  if (operation.kind === 'add-column')
    return session.major < 18 ? null : (operation.column.notNullConstraint?.name ?? null);
  if (!('constraint' in operation) || typeof operation.constraint !== 'object') return null;
  return operation.constraint.name;
}

function namedIndexMissing(situation: Situation): boolean {
  const { operation, session } = situation;
  const table = targetTable(situation);
  const name =
    'constraint' in operation &&
    typeof operation.constraint === 'object' &&
    'usingIndex' in operation.constraint
      ? operation.constraint.usingIndex
      : operation.kind === 'cluster-on' ||
          operation.kind === 'replica-identity' ||
          operation.kind === 'cluster'
        ? operation.index
        : null;
  if (name === null || table === undefined || !table.complete) return false;
  const index = relationNamed(session.catalog, { schema: table.schema, name });
  if (index === undefined) return true;
  if (operation.kind === 'replica-identity') return !isIndex(index);
  return operation.kind === 'cluster-on' && (!isIndex(index) || index.table !== table.id);
}

function relationNameTaken(situation: Situation): boolean {
  const { operation, session } = situation;
  const { kind } = operation;
  if ('ifNotExists' in operation && operation.ifNotExists && kind !== 'add-column') return false;
  if (kind === 'create-view') {
    const known = relationInPlace(session, operation);
    return (
      known !== undefined &&
      isTakenIn(situation, known.schema, known.name) &&
      !(operation.replace && known.kind === 'view')
    );
  }
  if (kind === 'create-table' || kind === 'create-table-as')
    return isTaken(situation, operation.table, operation.persistence);
  if (kind === 'create-materialized-view') return isTaken(situation, operation.view);
  if (kind === 'create-sequence') return isTaken(situation, operation.sequence);
  const relation = targetOf(situation);
  if (relation === undefined) return false;
  if (kind === 'create-index')
    return operation.index.name !== null && isTakenIn(situation, relation.schema, operation.index.name);
  if (kind === 'rename-table') return isTakenIn(situation, relation.schema, operation.to);
  if (kind === 'set-schema')
    return operation.schema !== relation.schema && isTakenIn(situation, operation.schema, relation.name);
  if (kind !== 'add-unique' && kind !== 'add-primary-key' && kind !== 'add-exclusion') return false;
  const { name } = operation.constraint;
  const uses = 'usingIndex' in operation.constraint ? operation.constraint.usingIndex : null;
  return (
    name !== null &&
    name !== uses &&
    !droppedConstraints(situation).includes(name) &&
    isTakenIn(situation, relation.schema, name)
  );
}

function isTaken(situation: Situation, name: ObjectName, persistence: Persistence = 'permanent'): boolean {
  const { schema, name: own } = nameForCreation(situation.session, name, persistence);
  return isTakenIn(situation, schema, own);
}

function isTakenIn({ session }: Situation, schema: string, name: string): boolean {
  const known = relationNamed(session.catalog, { schema, name });
  return known !== undefined && known.origin.certain && known.persistence !== 'temporary';
}
