import type { Site } from '../../javascript/host';
import { truth } from '../../javascript/operators';
import type { Options } from '../../javascript/options';
import { sqlLiteral } from '../../javascript/sql-literal';
import { joinSql, quoteLiteral, quoteName, sqlAt, sqlValue } from '../../javascript/sql-text';
import { knownText, textAt } from '../../javascript/text';
import type { ObjectValue, TextValue, Value } from '../../javascript/value';
import { objectOf, UNDEFINED, unknownAt } from '../../javascript/value';
import { createEnumSql, definitionSql, readAttribute } from './attribute';
import { addConstraintSql } from './constraint';
import { addIndexSql } from './index-sql';
import { indexName, quoteColumn, quoteNames, quoteTable, quoteTableWithSchema } from './names';
import { whereSql } from './where';

/** One call of the query interface. */
export interface InterfaceCall {
  readonly args: readonly Value[];
  readonly site: Site;
  options(value: Value | undefined): Options;
}

/** The statements of each call of the query interface: those of one list are sent in one call to the server. */
export const CALLS: Readonly<Record<string, (call: InterfaceCall) => readonly (readonly TextValue[])[]>> = {
  createTable: (call) => createTable(call),
  dropTable: ({ args, site, options }) => {
    const given = options(args[1]);
    const cascade = given.flag('cascade') || given.flag('force');
    return one(sqlAt(site.at)`DROP TABLE IF EXISTS ${quoteTable(args[0], site)}${cascade ? ' CASCADE' : ''}`);
  },
  renameTable: ({ args, site }) =>
    one(sqlAt(site.at)`ALTER TABLE ${quoteTable(args[0], site)} RENAME TO ${quoteTable(args[1], site)}`),
  addColumn: ({ args, site, options }) => {
    const sql = sqlAt(site.at);
    const name = sqlValue(args[1], site.at, 'the column');
    const attribute = readAttribute(args[0], name, args[2] ?? UNDEFINED, site, options);
    const type = attribute.enumeration === undefined ? [] : [createEnumSql(attribute.enumeration, site)];
    const column = quoteName(name, site.at);
    const add = sql`ALTER TABLE ${quoteTableWithSchema(args[0], site)} ADD COLUMN ${column} ${definitionSql(attribute, site)}`;
    return [[...type, add, ...comment(quoteTable(args[0], site), column, attribute.comment, site)]];
  },
  removeColumn: ({ args, site }) =>
    one(
      sqlAt(
        site.at,
      )`ALTER TABLE ${quoteTableWithSchema(args[0], site)} DROP COLUMN ${quoteColumn(args[1], site)}`,
    ),
  changeColumn: (call) => [changeColumn(call)],
  renameColumn: ({ args, site }) =>
    one(
      sqlAt(
        site.at,
      )`ALTER TABLE ${quoteTable(args[0], site)} RENAME COLUMN ${quoteColumn(args[1], site)} TO ${quoteColumn(args[2], site)}`,
    ),
  addIndex: ({ args, site, options }) => one(addIndexSql(args, site, options)),
  removeIndex: ({ args, site, options }) => {
    const sql = sqlAt(site.at);
    const [table, given] = args;
    const fields = given?.kind === 'array' ? given.items.map((field) => knownText(field)) : undefined;
    const prefix = knownText(table) === undefined ? table : textAt(knownText(table) ?? '', site.at);
    const name =
      fields === undefined ? sqlValue(given, site.at, 'the index') : indexName(prefix, fields, site);
    const concurrently = options(args[2]).flag('concurrently') ? 'CONCURRENTLY ' : '';
    return one(sql`DROP INDEX ${concurrently}IF EXISTS ${quoteNames(name, site)}`);
  },
  addConstraint: ({ args, site, options }) => one(addConstraintSql(args, site, options)),
  removeConstraint: ({ args, site }) => {
    const name = quoteNames(sqlValue(args[1], site.at, 'the constraint'), site);
    return one(sqlAt(site.at)`ALTER TABLE ${quoteTable(args[0], site)} DROP CONSTRAINT ${name}`);
  },
  createSchema: ({ args, site }) => one(sqlAt(site.at)`CREATE SCHEMA ${quoteColumn(args[0], site)}`),
  dropSchema: ({ args, site }) =>
    one(sqlAt(site.at)`DROP SCHEMA IF EXISTS ${quoteColumn(args[0], site)} CASCADE`),
  dropEnum: ({ args, site }) => one(sqlAt(site.at)`DROP TYPE IF EXISTS ${quoteColumn(args[0], site)}`),
  bulkInsert: ({ args, site }) => one(insertRows(args[0], args[1], site)),
  insert: ({ args, site }) => one(insertRows(args[1], args[2], site)),
  bulkUpdate: ({ args, site }) => one(update(args[0], args[1], args[2], site)),
  bulkDelete: ({ args, site, options }) => {
    const sql = sqlAt(site.at);
    const table = quoteTable(args[0], site);
    if (options(args[2]).flag('truncate'))
      return one(sql`TRUNCATE ${table}${options(args[2]).flag('cascade') ? ' CASCADE' : ''}`);
    return one(sql`DELETE FROM ${table}${where(args[1], site)}`);
  },
  createFunction: ({ args, site, options }) => {
    const sql = sqlAt(site.at);
    const [name, params, returns, language, body, modifiers, more] = args;
    const word = options(more).flag('force') ? 'CREATE OR REPLACE FUNCTION' : 'CREATE FUNCTION';
    const list =
      params?.kind === 'array' ? params.items.map((param) => parameterSql(param, site, options)) : [];
    const extra =
      modifiers?.kind === 'array'
        ? modifiers.items.map((modifier) => sql` ${sqlValue(modifier, site.at)}`)
        : [];
    const head = sql`${word} ${sqlValue(name, site.at)}(${joinSql(list, ', ', site.at)}) RETURNS ${sqlValue(returns, site.at)}`;
    const variables = options(more)
      .list('variables')
      .map((variable) => {
        const given = options(variable);
        const start = given.text('default');
        return sql`DECLARE ${given.text('name') ?? ''} ${given.text('type') ?? ''}${start === undefined ? '' : sql` := ${start}`};`;
      });
    const code = sql`${joinSql(variables, ' ', site.at)} BEGIN ${sqlValue(body, site.at, 'the body')} END;`;
    return one(
      sql`${head} AS $func$ ${code} $func$ language ${quoteLiteral(sqlValue(language, site.at), site.at)}${joinSql(extra, '', site.at)}`,
    );
  },
  dropFunction: ({ args, site, options }) => {
    const list =
      args[1]?.kind === 'array' ? args[1].items.map((param) => parameterSql(param, site, options)) : [];
    return one(
      sqlAt(site.at)`DROP FUNCTION ${sqlValue(args[0], site.at)}(${joinSql(list, ', ', site.at)}) RESTRICT`,
    );
  },
};

function one(statement: TextValue): readonly (readonly TextValue[])[] {
  return [[statement]];
}

function createTable({ args, site, options }: InterfaceCall): readonly (readonly TextValue[])[] {
  const { at } = site;
  const sql = sqlAt(at);
  const [given, columns] = args;
  const more = options(args[2]);
  const schema = more.value('schema');
  const table: Value | undefined =
    given?.kind === 'text' && schema?.kind === 'text'
      ? objectOf([
          ['tableName', given],
          ['schema', schema],
        ])
      : given;
  const path = quoteTable(table, site);
  const entries = columns?.kind === 'object' ? [...columns.entries] : [];
  const types: TextValue[] = [];
  const definitions: TextValue[] = [];
  const comments: TextValue[] = [];
  const keys: TextValue[] = [];
  for (const [key, definition] of entries) {
    const field = definition.kind === 'object' ? definition.entries.get('field') : undefined;
    const name = field?.kind === 'text' ? field : textAt(key, at);
    const attribute = readAttribute(table, name, definition, site, options);
    if (attribute.enumeration !== undefined) types.push(createEnumSql(attribute.enumeration, site));
    definitions.push(sql`${quoteName(name, at)} ${definitionSql(attribute, site)}`);
    if (attribute.isPrimaryKey) keys.push(quoteName(name, at));
    comments.push(...comment(path, quoteName(name, at), attribute.comment, site));
  }
  if (columns?.kind !== 'object' || columns.open !== undefined) {
    definitions.push({ kind: 'text', pieces: [unknownAt(at, 'the columns are not known')] });
  }
  for (const [, unique] of more.options('uniqueKeys')?.object.entries ?? []) {
    const fields = options(unique)
      .list('fields')
      .map((column) => quoteColumn(column, site));
    if (options(unique).flag('customIndex', true))
      definitions.push(sql`UNIQUE (${joinSql(fields, ', ', at)})`);
  }
  if (keys.length > 0) definitions.push(sql`PRIMARY KEY (${joinSql(keys, ',', at)})`);
  const note = more.text('comment');
  const create = sql`CREATE TABLE IF NOT EXISTS ${path} (${joinSql(definitions, ', ', at)})`;
  const notes = note === undefined ? [] : [sql`COMMENT ON TABLE ${path} IS ${quoteLiteral(note, at)}`];
  return [...types.map((type) => [type]), [create, ...notes, ...comments]];
}

/** Nullability, default, then the type, or the foreign key in its place: all in one string. */
function changeColumn({ args, site, options }: InterfaceCall): readonly TextValue[] {
  const { at } = site;
  const sql = sqlAt(at);
  const name = sqlValue(args[1], at, 'the column');
  const table = quoteTable(args[0], site);
  const attribute = readAttribute(args[0], name, args[2] ?? UNDEFINED, site, options);
  const column = quoteName(name, at);
  const alter = sql`ALTER TABLE ${table} ALTER COLUMN ${column}`;
  const isKey = attribute.references !== undefined;
  const statements: TextValue[] = [];
  if (attribute.isNotNull && !attribute.isSerial) statements.push(sql`${alter} SET NOT NULL`);
  else if (!isKey) statements.push(sql`${alter} DROP NOT NULL`);
  if (attribute.default !== undefined) statements.push(sql`${alter} SET DEFAULT ${attribute.default}`);
  else if (!isKey) statements.push(sql`${alter} DROP DEFAULT`);
  if (attribute.enumeration !== undefined) statements.push(createEnumSql(attribute.enumeration, site));
  // A foreign key hides the word from Sequelize, which looks for it at the end.
  if (attribute.isUnique && !isKey) statements.push(sql`ALTER TABLE ${table} ADD UNIQUE (${column})`);
  if (attribute.references !== undefined) {
    statements.push(sql`ALTER TABLE ${table} ADD FOREIGN KEY (${column}) ${attribute.references}`);
  } else {
    const name = attribute.enumeration?.name;
    const using = name === undefined ? '' : sql` USING (${column}::${name})`;
    statements.push(sql`${alter} TYPE ${attribute.type}${using}`);
  }
  return [...statements, ...comment(table, column, attribute.comment, site)];
}

function comment(
  table: TextValue,
  column: TextValue,
  text: TextValue | undefined,
  { at }: Site,
): readonly TextValue[] {
  return text === undefined
    ? []
    : [sqlAt(at)`COMMENT ON COLUMN ${table}.${column} IS ${quoteLiteral(text, at)}`];
}

function where(value: Value | undefined, site: Site): TextValue {
  const sql = sqlAt(site.at);
  const isEmpty =
    value === undefined ||
    truth(value) === false ||
    (value.kind === 'object' && value.entries.size === 0 && value.open === undefined);
  return isEmpty ? sql`` : sql` WHERE ${whereSql(value, site)}`;
}

function update(
  table: Value | undefined,
  values: Value | undefined,
  condition: Value | undefined,
  site: Site,
): TextValue {
  const sql = sqlAt(site.at);
  const hole: TextValue = { kind: 'text', pieces: [unknownAt(site.at, 'the columns are not known')] };
  const entries = values?.kind === 'object' ? [...values.entries] : [];
  const set = entries.map(([key, value]) => sql`${quoteName(key, site.at)}=${sqlLiteral(value, site)}`);
  if (values?.kind !== 'object' || values.open !== undefined) set.push(sql`${hole} = ${hole}`);
  return sql`UPDATE ${quoteTable(table, site)} SET ${joinSql(set, ',', site.at)}${where(condition, site)}`;
}

function insertRows(table: Value | undefined, rows: Value | undefined, site: Site): TextValue {
  const { at } = site;
  const sql = sqlAt(at);
  const items = rows?.kind === 'array' ? rows.items : rows === undefined ? [] : [rows];
  const objects = items.filter((row): row is ObjectValue => row.kind === 'object');
  const keys = [...new Set(objects.flatMap((row) => [...row.entries.keys()]))];
  const hole: TextValue = { kind: 'text', pieces: [unknownAt(at, 'the rows are not known')] };
  if (keys.length === 0) return sql`INSERT INTO ${quoteTable(table, site)} (${hole}) VALUES (${hole})`;
  const tuples = objects.map((row) => {
    const cells = keys.map((key) => sqlLiteral(row.entries.get(key) ?? UNDEFINED, site));
    return sql`(${joinSql(cells, ',', at)})`;
  });
  const columns = joinSql(
    keys.map((key) => quoteName(key, at)),
    ',',
    at,
  );
  return sql`INSERT INTO ${quoteTable(table, site)} (${columns}) VALUES ${joinSql(tuples, ',', at)}`;
}

function parameterSql(param: Value, { at }: Site, options: InterfaceCall['options']): TextValue {
  const given = options(param);
  const parts = ['direction', 'name', 'type']
    .map((key) => given.text(key))
    .filter((part) => part !== undefined);
  return joinSql(parts, ' ', at);
}
