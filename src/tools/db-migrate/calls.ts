import type { Site } from '../../javascript/host';
import type { Options } from '../../javascript/options';
import { sqlLiteral } from '../../javascript/sql-literal';
import { joinSql, quoteLiteral, quoteName, sqlAt, sqlValue } from '../../javascript/sql-text';
import { knownText, textAt } from '../../javascript/text';
import type { TextValue, Value } from '../../javascript/value';
import { UNDEFINED, unknownAt } from '../../javascript/value';
import { columnSql, defaultSql, typeName, typeSql } from './column';

/** A call of the interface `db`: its arguments without the callback. */
export interface DbCall {
  readonly args: readonly Value[];
  readonly site: Site;
  options(value: Value | undefined): Options;
}

type Statements = (call: DbCall) => readonly TextValue[];

/** What each call sends to PostgreSQL. */
export const CALLS: Readonly<Record<string, Statements>> = {
  createTable: (call) => createTable(call),
  dropTable: ({ args, site, options }) => [
    sqlAt(site.at)`DROP TABLE ${options(args[1]).flag('ifExists') ? 'IF EXISTS ' : ''}${name(args[0], site)}`,
  ],
  renameTable: ({ args, site }) => [
    sqlAt(site.at)`ALTER TABLE ${name(args[0], site)} RENAME TO ${name(args[1], site)}`,
  ],
  addColumn: (call) => {
    const { args, site, options } = call;
    const spec = options(args[2]);
    const sql = sqlAt(site.at);
    return [
      sql`ALTER TABLE ${name(args[0], site)} ADD COLUMN ${columnSql(args[1] ?? UNDEFINED, spec, site, false)}`,
      ...behindColumn(call, args[0], args[1] ?? UNDEFINED, spec),
    ];
  },
  removeColumn: ({ args, site }) => [
    sqlAt(site.at)`ALTER TABLE ${name(args[0], site)} DROP COLUMN ${name(args[1], site)}`,
  ],
  renameColumn: ({ args, site }) => [
    sqlAt(
      site.at,
    )`ALTER TABLE ${name(args[0], site)} RENAME COLUMN ${name(args[1], site)} TO ${name(args[2], site)}`,
  ],
  changeColumn: (call) => changeColumn(call),
  addIndex: ({ args, site }) => {
    const [table, index, columns, unique] = args;
    const isUnique = unique?.kind === 'boolean' && unique.value;
    const sql = sqlAt(site.at);
    return [
      sql`CREATE ${isUnique ? 'UNIQUE ' : ''}INDEX ${name(index, site)} ON ${name(table, site)} (${names(columns, site)})`,
    ];
  },
  removeIndex: ({ args, site }) => [sqlAt(site.at)`DROP INDEX ${name(args[1] ?? args[0], site)}`],
  addForeignKey: (call) => {
    const [table, referenced, key, mapping, rules] = call.args;
    return [foreignKey(call, table, referenced, key, call.options(mapping), call.options(rules))];
  },
  removeForeignKey: ({ args, site }) => [
    sqlAt(site.at)`ALTER TABLE ${name(args[0], site)} DROP CONSTRAINT ${name(args[1], site)}`,
  ],
  switchDatabase: ({ args, site, options }) => {
    const [given] = args;
    const path =
      given?.kind === 'object'
        ? (options(given).text('database') ?? options(given).text('schema'))
        : sqlValue(given, site.at, 'the name');
    return path === undefined ? [] : [sqlAt(site.at)`SET search_path TO ${path}`];
  },
  insert: ({ args, site, options }) => insert(args, site, options),
};

function name(value: Value | undefined, site: Site): TextValue {
  return quoteName(sqlValue(value, site.at, 'the name'), site.at);
}

function names(value: Value | undefined, site: Site): TextValue {
  const items =
    value?.kind === 'array' ? [...value.items, ...(value.open === undefined ? [] : [value.open])] : [value];
  return joinSql(
    items.map((item) => name(item, site)),
    ', ',
    site.at,
  );
}

function createTable(call: DbCall): readonly TextValue[] {
  const { args, site, options } = call;
  const sql = sqlAt(site.at);
  const given = options(args[1]);
  const hasOptions = given.has('columns');
  const columns = hasOptions ? given.options('columns') : given;
  const specs = [...(columns?.object.entries ?? [])].map(([key, value]) => ({
    name: textAt(key, site.at),
    spec: options(value),
  }));
  const keys = specs.filter(({ spec }) => spec.flag('primaryKey'));
  const parts = [
    ...specs.map((column) => columnSql(column.name, column.spec, site, keys.length === 1)),
    ...(keys.length > 1
      ? [
          sql`PRIMARY KEY (${joinSql(
            keys.map((key) => name(key.name, site)),
            ', ',
            site.at,
          )})`,
        ]
      : []),
  ];
  const ifNotExists = hasOptions && given.flag('ifNotExists') ? 'IF NOT EXISTS ' : '';
  return [
    sql`CREATE TABLE ${ifNotExists}${name(args[0], site)} (${joinSql(parts, ', ', site.at)})`,
    ...[...specs].reverse().flatMap((column) => behindColumn(call, args[0], column.name, column.spec)),
  ];
}

/** What a column sends behind the statement that makes it: its foreign key and its comment. What stands last comes first. */
function behindColumn(
  call: DbCall,
  table: Value | undefined,
  column: Value,
  spec: Options,
): readonly TextValue[] {
  const comment = spec.text('comment');
  const { at } = call.site;
  const sql = sqlAt(at);
  const place = sql`${sqlValue(table, at, 'the name')}.${sqlValue(column, at, 'the name')}`;
  return [
    ...(comment === undefined ? [] : [sql`COMMENT ON COLUMN ${place} IS ${quoteLiteral(comment, at)}`]),
    ...columnKey(call, table, column, spec),
  ];
}

/** `foreignKey: { name, table, mapping, rules }` of a column, added behind it. */
function columnKey(
  call: DbCall,
  table: Value | undefined,
  column: Value,
  spec: Options,
): readonly TextValue[] {
  const key = spec.options('foreignKey');
  if (key === undefined) return [];
  const mapping = key.value('mapping');
  const target = mapping?.kind === 'object' ? mapping : undefined;
  const pairs: Value = target ?? {
    kind: 'object',
    entries: new Map([[knownText(column) ?? '', mapping ?? UNDEFINED]]),
  };
  return [
    foreignKey(
      call,
      table,
      key.value('table'),
      key.value('name'),
      call.options(pairs),
      call.options(key.value('rules')),
    ),
  ];
}

function foreignKey(
  { site }: DbCall,
  table: Value | undefined,
  referenced: Value | undefined,
  key: Value | undefined,
  mapping: Options,
  rules: Options,
): TextValue {
  const sql = sqlAt(site.at);
  const pairs = [...mapping.object.entries];
  const own = joinSql(
    pairs.map(([column]) => name(textAt(column, site.at), site)),
    ', ',
    site.at,
  );
  const theirs = joinSql(
    pairs.map(([, column]) => name(column, site)),
    ', ',
    site.at,
  );
  const rule = (word: string, option: string): TextValue => {
    const action = rules.text(option);
    return action === undefined ? sql`` : sql` ${word} ${action}`;
  };
  return sql`ALTER TABLE ${name(table, site)} ADD CONSTRAINT ${name(key, site)} FOREIGN KEY (${own}) REFERENCES ${name(referenced, site)} (${theirs})${rule('ON DELETE', 'onDelete')}${rule('ON UPDATE', 'onUpdate')}`;
}

/** NOT NULL, uniqueness, default and type, each a statement of its own. */
function changeColumn({ args, site, options }: DbCall): readonly TextValue[] {
  const sql = sqlAt(site.at);
  const [table, column] = args;
  const spec = options(args[2]);
  const alter = sql`ALTER TABLE ${name(table, site)}`;
  const key = `${knownText(table) ?? ''}_${knownText(column) ?? ''}_key`;
  const unique = spec.has('unique')
    ? [
        spec.flag('unique')
          ? sql`${alter} ADD CONSTRAINT ${quoteName(key, site.at)} UNIQUE (${name(column, site)})`
          : sql`${alter} DROP CONSTRAINT ${quoteName(key, site.at)}`,
      ]
    : [];
  const value = spec.value('defaultValue');
  const written = value === undefined ? sql`DROP DEFAULT` : sql`SET DEFAULT ${defaultSql(value, site)}`;
  const using = spec.text('using') ?? sql`USING ${name(column, site)}::${typeName(spec)}`;
  return [
    sql`${alter} ALTER COLUMN ${name(column, site)} ${spec.flag('notNull') ? 'SET' : 'DROP'} NOT NULL`,
    ...unique,
    sql`${alter} ALTER COLUMN ${name(column, site)} ${written}`,
    ...(spec.has('type')
      ? [sql`${alter} ALTER COLUMN ${name(column, site)} TYPE ${typeSql(spec)} ${using}`]
      : []),
  ];
}

/** `insert(table, { a: 1 })`, `insert(table, ['a'], [1])`. */
function insert(args: readonly Value[], site: Site, options: DbCall['options']): readonly TextValue[] {
  const sql = sqlAt(site.at);
  const [table, columns, values] = args;
  const head = sql`INSERT INTO ${name(table, site)}`;
  if (columns?.kind === 'array' && values?.kind === 'array') {
    const written = values.items.map((value) => sqlLiteral(value, site));
    return [sql`${head} (${names(columns, site)}) VALUES (${joinSql(written, ', ', site.at)})`];
  }
  const row = columns?.kind === 'object' ? options(columns) : undefined;
  if (row === undefined)
    return [sql`${head} SELECT ${{ kind: 'text', pieces: [unknownAt(site.at, 'the rows are not known')] }}`];
  const entries = [...row.object.entries];
  const listed = joinSql(
    entries.map(([key]) => name(textAt(key, site.at), site)),
    ', ',
    site.at,
  );
  const written = joinSql(
    entries.map(([, value]) => sqlLiteral(value, site)),
    ', ',
    site.at,
  );
  return [sql`${head} (${listed}) VALUES (${written})`];
}
