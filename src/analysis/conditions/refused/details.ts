import type { RefusalClaim } from '../../../postgres/effects/refusal-claim';
import { constantType } from '../../../postgres/constant-type';
import type { Expression } from '../../../postgres/expression';
import { columnsOf } from '../../../postgres/expression';
import type { TypeName } from '../../../postgres/type-name';
import { ancestors, columnOf, primaryKeyOf } from '../../catalog/find';
import type { Column, Table } from '../../catalog/relation';
import { findFunctions, findType, relationOf } from '../../catalog/resolve';
import { constraintAddedBy, constraintNamedBy } from '../../roles/named-constraint';
import type { Situation } from '../../roles/situation';
import { planWrite, tableWrites } from '../../roles/query';
import { targetOf, targetTable } from '../../roles/target';
import type { RefusalJudge } from './names';
import { keysAdded } from './keys';
import { isReplaced } from './statement';
import { lacksCast } from './types';

/** What single options, columns and values do not allow. */
export const DETAIL_REFUSALS = {
  'default-lacks-cast': defaultLacksCast,
  'key-between-lifetimes': (situation) => {
    const { operation } = situation;
    const own =
      operation.kind === 'create-table' ? operation.persistence : targetTable(situation)?.persistence;
    return keysAdded(situation).some(({ referenced }) => {
      if (own === 'permanent') return referenced.persistence !== 'permanent';
      if (own === 'unlogged') return referenced.persistence === 'temporary';
      return own === 'temporary' && referenced.persistence !== 'temporary';
    });
  },
  'method-cannot': ({ operation }) => {
    if (operation.kind !== 'create-index') return false;
    const { method, unique, keys, include } = operation.index;
    return (
      (unique && UNIQUE_NEVER.has(method)) || (method === 'hash' && (keys.length > 1 || include.length > 0))
    );
  },
  'index-on-virtual': (situation) => {
    const relation = targetOf(situation);
    const added = situation.statement.flatMap((other) =>
      other.kind === 'add-column' && other.column.generated?.storage === 'virtual' ? [other.column.name] : [],
    );
    return (
      relation !== undefined &&
      columnsIndexed(situation).some(
        (column) => columnOf(relation, column)?.generated?.storage === 'virtual' || added.includes(column),
      )
    );
  },
  'action-with-period': (situation) => {
    const { operation } = situation;
    const added = operation.kind === 'create-table' ? operation.constraints : [constraintAddedBy(situation)];
    return added.some(
      (each) =>
        each?.kind === 'foreign-key' &&
        each.period &&
        (each.onDelete !== 'no-action' || each.onUpdate !== 'no-action'),
    );
  },
  'storage-of-plain-type': (situation) => {
    const { operation } = situation;
    const column = columnAltered(situation);
    const type = column === undefined ? null : typeAfter(situation, column);
    if (type === null || !isPlain(type)) return false;
    if (operation.kind === 'set-compression') return operation.method !== 'default';
    return operation.kind === 'set-storage' && !/^(?:plain|default)$/i.test(operation.storage);
  },
  'identity-with-default': (situation) => {
    const column = columnAltered(situation);
    return (
      situation.operation.kind === 'add-identity' &&
      column !== undefined &&
      column.default !== null &&
      !dropsDefault(situation, column.name)
    );
  },
  'column-said-twice': ({ operation }) =>
    operation.kind === 'create-statistics' && new Set(operation.columns).size < operation.columns.length,
  'enum-value-taken': ({ operation, session }) => {
    if (operation.kind !== 'add-enum-value' && operation.kind !== 'rename-enum-value') return false;
    if (operation.kind === 'add-enum-value' && operation.ifNotExists) return false;
    const type = findType(session, operation.type);
    const value = operation.kind === 'add-enum-value' ? operation.value : operation.to;
    return (
      type?.kind === 'enum' &&
      type.values.includes(value) &&
      (operation.kind === 'add-enum-value' || type.values.includes(operation.value))
    );
  },
  'enum-value-missing': ({ operation, session }) => {
    if (operation.kind !== 'add-enum-value' && operation.kind !== 'rename-enum-value') return false;
    const type = findType(session, operation.type);
    if (type?.kind !== 'enum' || !type.origin.certain) return false;
    if (operation.kind === 'rename-enum-value') return !type.values.includes(operation.value);
    const { value, neighbour } = operation;
    return neighbour !== null && !type.values.includes(neighbour.value) && !type.values.includes(value);
  },
  'function-not-unique': ({ operation, session }) =>
    operation.kind === 'drop-function' &&
    operation.functions.some(
      ({ name, parameters }) =>
        parameters === null &&
        findFunctions(session, name).filter(({ origin }) => origin.certain).length > 1 &&
        new Set(findFunctions(session, name).map(({ schema }) => schema)).size === 1,
    ),
  'owner-of-identity': (situation) => {
    const { operation, session } = situation;
    if (operation.kind !== 'alter-sequence' || operation.ownedBy === null) return false;
    const sequence = relationOf(session, operation.sequence);
    return sequence?.kind === 'sequence' && sequence.identity;
  },
  'no-replica-identity': noReplicaIdentity,
  'overlaps-alone': (situation) => {
    const { operation } = situation;
    const added = operation.kind === 'create-table' ? operation.constraints : [constraintAddedBy(situation)];
    return added.some(
      (each) =>
        (each?.kind === 'unique' || each?.kind === 'primary-key') &&
        each.withoutOverlaps &&
        each.columns.length < 2,
    );
  },
  'action-on-generated': actionOnGenerated,
  'statistics-of-index-column': (situation) => {
    const index = targetOf(situation);
    return (
      situation.operation.kind === 'set-index-statistics' &&
      index?.kind === 'index' &&
      index.complete &&
      index.origin.certain &&
      index.keys.every(({ expression }) => expression === null)
    );
  },
  'constraint-of-parent': (situation) => {
    const constraint = constraintNamedBy(situation);
    return (
      situation.operation.kind === 'alter-constraint' &&
      constraint?.kind === 'foreign-key' &&
      constraint.inherited &&
      constraint.origin.certain
    );
  },
  'type-of-other-columns': (situation) => {
    const { operation, session } = situation;
    const table = targetTable(situation);
    const type = operation.kind === 'add-of-type' ? relationOf(session, operation.type) : undefined;
    if (type?.kind !== 'composite type' || table === undefined || !table.complete) return false;
    return (
      type.columns.length !== table.columns.length ||
      type.columns.some(({ name }, at) => table.columns[at]?.name !== name)
    );
  },
} satisfies Partial<Record<RefusalClaim, RefusalJudge>>;

const UNIQUE_NEVER: ReadonlySet<string> = new Set(['hash', 'gin', 'gist', 'spgist', 'brin']);

/** Of an index, a key or statistics. */
function columnsIndexed(situation: Situation): readonly string[] {
  const { operation } = situation;
  if (operation.kind === 'create-index') {
    const { keys, predicate } = operation.index;
    const within = [...keys.map(({ expression }) => expression), predicate];
    return [
      ...keys.flatMap(({ column }) => column ?? []),
      ...within.flatMap((each) => (each === null ? [] : columnsOf(each))),
    ];
  }
  if (operation.kind === 'create-statistics') return operation.columns;
  const added = constraintAddedBy(situation);
  return added?.kind === 'unique' || added?.kind === 'primary-key' ? added.columns : [];
}

/** The default is cast by assignment, whatever USING says. */
function defaultLacksCast(situation: Situation): boolean {
  const { operation, session } = situation;
  const column = columnAltered(situation);
  if (operation.kind !== 'alter-column-type' || operation.using === null || column === undefined)
    return false;
  const from = column.default === null ? null : typeOfDefault(column.default, column.type);
  return from !== null && !dropsDefault(situation, column.name) && lacksCast(session, from, operation.type);
}

/** Null where it cannot be told. Text is a constant of the column's own type. */
function typeOfDefault(expression: Expression, own: TypeName | null): TypeName | null {
  if (expression.kind === 'cast') return expression.type;
  if (expression.kind !== 'constant') return null;
  return typeof expression.value === 'string' ? own : constantType(expression);
}

function dropsDefault({ statement }: Situation, column: string): boolean {
  return statement.some((other) => other.kind === 'drop-default' && other.column === column);
}

/** A generated column of a key cannot get the value of an action. Source: tablecmds.c, ATAddForeignKeyConstraint. */
function actionOnGenerated(situation: Situation): boolean {
  const { operation } = situation;
  const made = operation.kind === 'create-table' ? operation : undefined;
  const added = made === undefined ? [constraintAddedBy(situation)] : made.constraints;
  const table = targetTable(situation);
  const isGenerated = (name: string): boolean =>
    made === undefined
      ? table !== undefined && (columnOf(table, name)?.generated ?? null) !== null
      : made.columns.some((column) => column.name === name && column.generated !== null);
  return added.some(
    (each) =>
      each?.kind === 'foreign-key' &&
      (SETTING.has(each.onUpdate) || (SETTING.has(each.onDelete) && each.onDelete !== 'cascade')) &&
      each.columns.some(isGenerated),
  );
}

const SETTING: ReadonlySet<string> = new Set(['cascade', 'set-null', 'set-default']);

function columnAltered(situation: Situation): Column | undefined {
  const { operation } = situation;
  const relation = targetOf(situation);
  if (relation === undefined || !('column' in operation) || typeof operation.column !== 'string')
    return undefined;
  const column = columnOf(relation, operation.column);
  return column?.addedBy.certain === true && !isReplaced(situation, column.name) ? column : undefined;
}

/** A type is changed before anything else is said of its column, wherever in the statement that stands. */
function typeAfter({ statement }: Situation, { name, type }: Column): TypeName | null {
  const change = statement.find((other) => other.kind === 'alter-column-type' && other.column === name);
  return change?.kind === 'alter-column-type' ? change.type : type;
}

/** Types of a fixed length, which are never stored apart. */
function isPlain({ schema, name, arrayDimensions }: TypeName): boolean {
  return schema === null && arrayDimensions === 0 && PLAIN.has(name);
}

const PLAIN: ReadonlySet<string> = new Set(
  'bool int2 int4 int8 float4 float8 date time timetz timestamp timestamptz interval uuid money'.split(' '),
);

/** UPDATE and DELETE of what is published with them, without anything that tells the rows apart. Source: execReplication.c, CheckCmdReplicaIdentity. */
function noReplicaIdentity(situation: Situation): boolean {
  const { operation, session } = situation;
  if (operation.kind !== 'query' || session.catalog.publications.size === 0) return false;
  return tableWrites(situation).some(
    (writing) =>
      writing.runs &&
      (writing.write.command === 'update' || writing.write.command === 'delete') &&
      planWrite(situation, writing).some(
        (table) =>
          table.kind === 'table' &&
          table.persistence === 'permanent' &&
          !hasIdentity(table) &&
          publishes(situation, table, writing.write.command),
      ),
  );
}

function hasIdentity(table: Table): boolean {
  const { replicaIdentity } = table;
  if (!table.complete || typeof replicaIdentity === 'number' || replicaIdentity === 'full') return true;
  return replicaIdentity === 'default' && primaryKeyOf(table) !== undefined;
}

function publishes({ session }: Situation, table: Table, command: string): boolean {
  const above = table.partition === null ? [] : ancestors(session.catalog, table);
  const ids = [table, ...above].map(({ id }) => id);
  return [...session.catalog.publications.values()].some(({ allTables, schemas, tables, options }) => {
    const operations = options['publish'];
    const sends = operations === undefined || operations.split(/\s*,\s*/).includes(command);
    return (
      sends &&
      (allTables ||
        schemas.includes(table.schema) ||
        tables.some((published) => ids.includes(published.table)))
    );
  });
}
