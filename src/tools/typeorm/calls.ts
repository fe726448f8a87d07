import type { Site } from '../../javascript/host';
import type { Options } from '../../javascript/options';
import { joinSql, quoteLiteral, quoteName, sqlAt, sqlValue } from '../../javascript/sql-text';
import type { TextValue, Value } from '../../javascript/value';
import { columnSql, createEnumSql, isEnum } from './column';
import { changeColumnSql } from './change-column';
import type { ConstraintKind } from './constraint';
import { constraintName, constraintSql, indexSql, primaryKeySql } from './constraint';
import { commentSql, createTableSql } from './create-table';
import type { TablePath } from './table-path';

/** One call of the builder API: its arguments, and how to read them. */
export interface BuilderCall {
  readonly args: readonly Value[];
  readonly site: Site;
  readonly table: TablePath;
  /** An argument or an element of one as an object. */
  options(value: Value | undefined): Options;
  flag(index: number, missing?: boolean): boolean;
  /** Says that the statements are sent only under a condition that nobody knows. */
  doubt(condition: string): void;
  /** Says that the call does more than its statements tell. */
  lack(detail: string): void;
}

type Statements = (call: BuilderCall) => readonly TextValue[];

const UNDEFINED: Value = { kind: 'undefined' };

/** What each call of TypeORM's query runner sends to PostgreSQL. */
export const CALLS: Readonly<Record<string, Statements>> = {
  createTable: (call) =>
    createTableSql(call.options(call.args[0]), call.flag(2, true), call.flag(3, true), call.options),
  dropTable: ({ site, table }) => [sqlAt(site.at)`DROP TABLE ${table.sql}`],
  renameTable: ({ args, site, table }) => [
    sqlAt(
      site.at,
    )`ALTER TABLE ${table.sql} RENAME TO ${quoteName(sqlValue(args[1], site.at, 'the name'), site.at)}`,
  ],
  addColumn: (call) => addColumn(call, call.args[1]),
  addColumns: (call) => each(call, 1, (column) => addColumn(call, column)),
  dropColumn: (call) => [dropColumn(call, call.args[1])],
  dropColumns: (call) => each(call, 1, (column) => [dropColumn(call, column)]),
  renameColumn: (call) => {
    const { args, site, table } = call;
    const at = site.at;
    const from = quoteName(nameOf(args[1], at), at);
    return [
      sqlAt(at)`ALTER TABLE ${table.sql} RENAME COLUMN ${from} TO ${quoteName(nameOf(args[2], at), at)}`,
    ];
  },
  changeColumn: (call) =>
    changeColumnSql(call, call.options(call.args[1]), call.options(call.args[2]), () =>
      addColumn(call, call.args[2]),
    ),
  changeColumns: (call) =>
    each(call, 1, (pair) => {
      const change = call.options(pair);
      return changeColumnSql(
        call,
        call.options(change.value('oldColumn')),
        call.options(change.value('newColumn')),
        () => addColumn(call, change.value('newColumn')),
      );
    }),
  createPrimaryKey: ({ args, site, table }) => [
    add(table, primaryKeySql(table, listOf(args[1]), textOf(args[2]), site.at), site),
  ],
  updatePrimaryKeys: (call) => {
    const names = listOf(call.args[1]).map((column) => call.options(column).value('name') ?? UNDEFINED);
    return [add(call.table, primaryKeySql(call.table, names, undefined, call.site.at), call.site)];
  },
  createUniqueConstraint: (call) => [addConstraint(call, 'unique', call.args[1])],
  createUniqueConstraints: (call) => each(call, 1, (item) => [addConstraint(call, 'unique', item)]),
  createCheckConstraint: (call) => [addConstraint(call, 'check', call.args[1])],
  createCheckConstraints: (call) => each(call, 1, (item) => [addConstraint(call, 'check', item)]),
  createExclusionConstraint: (call) => [addConstraint(call, 'exclusion', call.args[1])],
  createExclusionConstraints: (call) => each(call, 1, (item) => [addConstraint(call, 'exclusion', item)]),
  createForeignKey: (call) => [addConstraint(call, 'foreignKey', call.args[1])],
  createForeignKeys: (call) => each(call, 1, (item) => [addConstraint(call, 'foreignKey', item)]),
  dropPrimaryKey: (call) => [dropConstraint(call, 'unique', call.args[1])],
  dropUniqueConstraint: (call) => [dropConstraint(call, 'unique', call.args[1])],
  dropUniqueConstraints: (call) => each(call, 1, (item) => [dropConstraint(call, 'unique', item)]),
  dropCheckConstraint: (call) => [dropConstraint(call, 'check', call.args[1])],
  dropCheckConstraints: (call) => each(call, 1, (item) => [dropConstraint(call, 'check', item)]),
  dropExclusionConstraint: (call) => [dropConstraint(call, 'exclusion', call.args[1])],
  dropExclusionConstraints: (call) => each(call, 1, (item) => [dropConstraint(call, 'exclusion', item)]),
  dropForeignKey: (call) => [dropConstraint(call, 'foreignKey', call.args[1])],
  dropForeignKeys: (call) => each(call, 1, (item) => [dropConstraint(call, 'foreignKey', item)]),
  createIndex: (call) => [indexSql(call.table, call.options(call.args[1]))],
  createIndices: (call) => each(call, 1, (index) => [indexSql(call.table, call.options(index))]),
  createViewIndex: (call) => [indexSql(call.table, call.options(call.args[1]))],
  createViewIndices: (call) => each(call, 1, (index) => [indexSql(call.table, call.options(index))]),
  dropIndex: (call) => [dropIndex(call, call.args[1])],
  dropIndices: (call) => each(call, 1, (index) => [dropIndex(call, index)]),
  dropViewIndex: (call) => [dropIndex(call, call.args[1])],
  clearTable: ({ site, table }) => [sqlAt(site.at)`TRUNCATE TABLE ${table.sql}`],
  createSchema: (call) => [
    sqlAt(
      call.site.at,
    )`CREATE SCHEMA ${call.flag(1) ? 'IF NOT EXISTS ' : ''}${quoteName(call.table.name, call.site.at)}`,
  ],
  dropSchema: (call) => [
    sqlAt(
      call.site.at,
    )`DROP SCHEMA ${call.flag(1) ? 'IF EXISTS ' : ''}${quoteName(call.table.name, call.site.at)}${call.flag(2) ? ' CASCADE' : ''}`,
  ],
  createDatabase: ({ site, table }) => [sqlAt(site.at)`CREATE DATABASE ${quoteName(table.name, site.at)}`],
  dropDatabase: (call) => [
    sqlAt(
      call.site.at,
    )`DROP DATABASE ${call.flag(1) ? 'IF EXISTS ' : ''}${quoteName(call.table.name, call.site.at)}`,
  ],
  createView: (call) => {
    const view = call.options(call.args[0]);
    const expression = view.text('expression') ?? sqlValue(undefined, call.site.at, 'the query of the view');
    return [
      sqlAt(
        call.site.at,
      )`CREATE ${view.flag('materialized') ? 'MATERIALIZED ' : ''}VIEW ${call.table.sql} AS ${expression}`,
    ];
  },
  dropView: (call) => {
    const isMaterialized = call.args[0]?.kind === 'object' && call.options(call.args[0]).flag('materialized');
    return [sqlAt(call.site.at)`DROP ${isMaterialized ? 'MATERIALIZED ' : ''}VIEW ${call.table.sql}`];
  },
  changeTableComment: ({ args, site, table }) => {
    const comment = textOf(args[1]);
    const literal = comment === undefined ? 'NULL' : quoteLiteral(comment, site.at);
    return [sqlAt(site.at)`COMMENT ON TABLE ${table.sql} IS ${literal}`];
  },
};

function each(
  { args }: BuilderCall,
  index: number,
  statements: (item: Value) => readonly TextValue[],
): readonly TextValue[] {
  return listOf(args[index]).flatMap(statements);
}

function addColumn(call: BuilderCall, value: Value | undefined): readonly TextValue[] {
  const { table, site } = call;
  const column = call.options(value);
  const sql = sqlAt(site.at);
  const name = column.value('name') ?? UNDEFINED;
  const own = column.text('primaryKeyConstraintName');
  return [
    ...(isEnum(column) ? [createEnumSql(table, column)] : []),
    sql`ALTER TABLE ${table.sql} ADD ${columnSql(table, column)}`,
    ...(column.flag('isPrimary') ? [add(table, primaryKeySql(table, [name], own, site.at), site)] : []),
    ...(column.flag('isUnique') ? [addColumnUnique(call, column)] : []),
    ...commentSql(table, column),
  ];
}

function addColumnUnique(call: BuilderCall, column: Options): TextValue {
  const names: Value = { kind: 'array', items: [column.value('name') ?? UNDEFINED] };
  return addConstraint(call, 'unique', { kind: 'object', entries: new Map([['columnNames', names]]) });
}

export function dropColumn({ table, site, flag }: BuilderCall, column: Value | undefined): TextValue {
  const name = quoteName(nameOf(column, site.at), site.at);
  return sqlAt(site.at)`ALTER TABLE ${table.sql} DROP COLUMN ${flag(2) ? 'IF EXISTS ' : ''}${name}`;
}

function add(table: TablePath, constraint: TextValue, { at }: Site): TextValue {
  return sqlAt(at)`ALTER TABLE ${table.sql} ADD ${constraint}`;
}

function addConstraint(
  call: BuilderCall,
  kind: keyof typeof constraintSql,
  value: Value | undefined,
): TextValue {
  return add(call.table, constraintSql[kind](call.table, call.options(value)), call.site);
}

function dropConstraint(call: BuilderCall, kind: ConstraintKind, value: Value | undefined): TextValue {
  const { table, site, flag } = call;
  const name = droppedName(call, kind, value);
  return sqlAt(site.at)`ALTER TABLE ${table.sql} DROP CONSTRAINT ${flag(2) ? 'IF EXISTS ' : ''}${name}`;
}

function dropIndex(call: BuilderCall, value: Value | undefined): TextValue {
  const { table, site } = call;
  const { at } = site;
  const sql = sqlAt(at);
  const isConcurrent = value?.kind === 'object' && call.options(value).flag('isConcurrent');
  const name = droppedName(call, 'index', value);
  const path = table.schema === undefined ? name : sql`${quoteName(table.schema, at)}.${name}`;
  return joinSql(
    ['DROP INDEX', ...(isConcurrent ? ['CONCURRENTLY'] : []), ...(call.flag(2) ? ['IF EXISTS'] : []), path],
    ' ',
    at,
  );
}

/** The name of what is dropped: its own, or the one that it was given when it was made without one. */
function droppedName(call: BuilderCall, kind: ConstraintKind, value: Value | undefined): TextValue {
  const { at } = call.site;
  if (value?.kind === 'object') return constraintName(kind, call.table, call.options(value));
  return quoteName(nameOf(value, at), at);
}

/** A column, constraint or index by its name, or as an object that has one. */
export function nameOf(value: Value | undefined, at: Site['at']): TextValue {
  return sqlValue(value?.kind === 'object' ? value.entries.get('name') : value, at, 'the name');
}

function textOf(value: Value | undefined): TextValue | undefined {
  return value?.kind === 'text' ? value : undefined;
}

function listOf(value: Value | undefined): readonly Value[] {
  if (value?.kind === 'array') return value.open === undefined ? value.items : [...value.items, value.open];
  return value === undefined ? [] : [value];
}
