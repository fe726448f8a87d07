import type { Site } from '../../javascript/host';
import { joinSql, quoteLiteral, sqlAt, sqlValue } from '../../javascript/sql-text';
import type { TextValue, Value } from '../../javascript/value';
import { columnsOf, columnSql } from './column';
import type { Steps } from './words';
import { listOf, nameSql, namesSql, phrase, rawSql, typeSql, valueSql, when } from './words';

/** `ALTER … a RENAME TO b`. */
function rename(what: string): Steps {
  return ({ args, site }) => [
    sqlAt(site.at)`ALTER ${what} ${nameSql(args[0], site)} RENAME TO ${nameSql(args[1], site)}`,
  ];
}

/** `ALTER … t RENAME word a TO b`. */
function renamePart(what: string, word: string): Steps {
  return ({ args, site }) => [
    sqlAt(
      site.at,
    )`ALTER ${what} ${nameSql(args[0], site)} RENAME ${word}${nameSql(args[1], site)} TO ${nameSql(args[2], site)}`,
  ];
}

/** `DROP … [IF EXISTS] a [CASCADE]`. */
function drop(what: string): Steps {
  return ({ args, site, options }) => {
    const given = options(args[1]);
    return [
      sqlAt(
        site.at,
      )`DROP ${what} ${when(given, 'ifExists', 'IF EXISTS ')}${nameSql(args[0], site)}${when(given, 'cascade', ' CASCADE')}`,
    ];
  };
}

/** `DROP … [IF EXISTS] a ON t [CASCADE]`. */
function dropOn(what: string): Steps {
  return ({ args, site, options }) => {
    const given = options(args[2]);
    return [
      sqlAt(
        site.at,
      )`DROP ${what} ${when(given, 'ifExists', 'IF EXISTS ')}${nameSql(args[1], site)} ON ${nameSql(args[0], site)}${when(given, 'cascade', ' CASCADE')}`,
    ];
  };
}

function renameOn(what: string): Steps {
  return ({ args, site }) => [
    sqlAt(
      site.at,
    )`ALTER ${what} ${nameSql(args[1], site)} ON ${nameSql(args[0], site)} RENAME TO ${nameSql(args[2], site)}`,
  ];
}

function label(value: Value | undefined, site: Site): TextValue {
  return quoteLiteral(sqlValue(value, site.at, 'the label'), site.at);
}

/** Extensions are made one by one, each a statement of its own. */
const createExtension: Steps = ({ args, site, options }) => {
  const given = options(args[1]);
  const schema = given.value('schema');
  const sql = sqlAt(site.at);
  const made = listOf(args[0]).map(
    (name) =>
      sql`CREATE EXTENSION ${when(given, 'ifNotExists', 'IF NOT EXISTS ')}${nameSql(name, site)}${schema === undefined ? '' : sql` SCHEMA ${nameSql(schema, site)}`}`,
  );
  return [joinSql(made, ';\n', site.at)];
};

const createType: Steps = (call) => {
  const { args, site } = call;
  const sql = sqlAt(site.at);
  const [name, described] = args;
  if (described?.kind === 'object') {
    const attributes = columnsOf(call, described).map((column) => columnSql(call, undefined, column, false));
    return [sql`CREATE TYPE ${nameSql(name, site)} AS (${joinSql(attributes, ', ', site.at)})`];
  }
  const labels = listOf(described).map((value) => label(value, site));
  return [sql`CREATE TYPE ${nameSql(name, site)} AS ENUM (${joinSql(labels, ', ', site.at)})`];
};

export const OBJECTS: Readonly<Record<string, Steps>> = {
  dropTable: drop('TABLE'),
  renameTable: rename('TABLE'),
  renameColumn: renamePart('TABLE', ''),
  renameConstraint: renamePart('TABLE', 'CONSTRAINT '),
  dropConstraint: ({ args, site, options }) => {
    const given = options(args[2]);
    return [
      sqlAt(
        site.at,
      )`ALTER TABLE ${nameSql(args[0], site)} DROP CONSTRAINT ${when(given, 'ifExists', 'IF EXISTS ')}${nameSql(args[1], site)}${when(given, 'cascade', ' CASCADE')}`,
    ];
  },
  renameIndex: rename('INDEX'),
  createExtension,
  addExtension: createExtension,
  dropExtension: ({ args, site, options }) => {
    const given = options(args[1]);
    const dropped = listOf(args[0]).map(
      (name) =>
        sqlAt(
          site.at,
        )`DROP EXTENSION ${when(given, 'ifExists', 'IF EXISTS ')}${nameSql(name, site)}${when(given, 'cascade', ' CASCADE')}`,
    );
    return [joinSql(dropped, ';\n', site.at)];
  },
  createType,
  addType: createType,
  dropType: drop('TYPE'),
  renameType: rename('TYPE'),
  addTypeAttribute: ({ args, site }) => [
    sqlAt(
      site.at,
    )`ALTER TYPE ${nameSql(args[0], site)} ADD ATTRIBUTE ${nameSql(args[1], site)} ${typeSql(args[2], site)}`,
  ],
  dropTypeAttribute: ({ args, site, options }) => [
    sqlAt(
      site.at,
    )`ALTER TYPE ${nameSql(args[0], site)} DROP ATTRIBUTE ${when(options(args[2]), 'ifExists', 'IF EXISTS ')}${nameSql(args[1], site)}`,
  ],
  setTypeAttribute: ({ args, site }) => [
    sqlAt(
      site.at,
    )`ALTER TYPE ${nameSql(args[0], site)} ALTER ATTRIBUTE ${nameSql(args[1], site)} SET DATA TYPE ${typeSql(args[2], site)}`,
  ],
  renameTypeAttribute: renamePart('TYPE', 'ATTRIBUTE '),
  addTypeValue: ({ args, site, options }) => {
    const given = options(args[2]);
    const sql = sqlAt(site.at);
    const before = given.value('before');
    const after = given.value('after');
    const head = sql`ALTER TYPE ${nameSql(args[0], site)} ADD VALUE ${when(given, 'ifNotExists', 'IF NOT EXISTS ')}${label(args[1], site)}`;
    return [
      phrase(
        [head, before && sql`BEFORE ${label(before, site)}`, after && sql`AFTER ${label(after, site)}`],
        site,
      ),
    ];
  },
  renameTypeValue: ({ args, site }) => [
    sqlAt(
      site.at,
    )`ALTER TYPE ${nameSql(args[0], site)} RENAME VALUE ${label(args[1], site)} TO ${label(args[2], site)}`,
  ],
  createSchema: ({ args, site, options }) => {
    const given = options(args[1]);
    const owner = given.text('authorization');
    const sql = sqlAt(site.at);
    return [
      sql`CREATE SCHEMA ${when(given, 'ifNotExists', 'IF NOT EXISTS ')}${nameSql(args[0], site)}${owner === undefined ? '' : sql` AUTHORIZATION ${owner}`}`,
    ];
  },
  dropSchema: drop('SCHEMA'),
  renameSchema: rename('SCHEMA'),
  createDomain: ({ args, site, options }) => {
    const given = options(args[2]);
    const sql = sqlAt(site.at);
    const collation = given.text('collation');
    const value = given.value('default');
    const check = given.text('check');
    const name = given.value('constraintName');
    return [
      phrase(
        [
          sql`CREATE DOMAIN ${nameSql(args[0], site)} AS ${typeSql(args[1], site)}`,
          collation && sql`COLLATE ${collation}`,
          value && sql`DEFAULT ${valueSql(value, site)}`,
          given.flag('notNull') ? 'NOT NULL' : undefined,
          check && sql`${name === undefined ? '' : sql`CONSTRAINT ${nameSql(name, site)} `}CHECK (${check})`,
        ],
        site,
      ),
    ];
  },
  alterDomain: ({ args, site, options }) => {
    const given = options(args[1]);
    const sql = sqlAt(site.at);
    const head = sql`ALTER DOMAIN ${nameSql(args[0], site)}`;
    const value = given.value('default');
    const made: TextValue[] = [];
    if (value?.kind === 'null') made.push(sql`${head} DROP DEFAULT`);
    else if (value !== undefined) made.push(sql`${head} SET DEFAULT ${valueSql(value, site)}`);
    if (given.flag('notNull')) made.push(sql`${head} SET NOT NULL`);
    else if (given.flag('allowNull')) made.push(sql`${head} DROP NOT NULL`);
    const check = given.text('check');
    const name = given.value('constraintName');
    if (check !== undefined)
      made.push(
        sql`${head} ADD ${name === undefined ? '' : sql`CONSTRAINT ${nameSql(name, site)} `}CHECK (${check})`,
      );
    return [joinSql(made, ';\n', site.at)];
  },
  dropDomain: drop('DOMAIN'),
  renameDomain: rename('DOMAIN'),
  dropSequence: drop('SEQUENCE'),
  renameSequence: rename('SEQUENCE'),
  dropTrigger: dropOn('TRIGGER'),
  renameTrigger: renameOn('TRIGGER'),
  dropPolicy: dropOn('POLICY'),
  renamePolicy: renameOn('POLICY'),
  dropView: drop('VIEW'),
  renameView: rename('VIEW'),
  dropMaterializedView: drop('MATERIALIZED VIEW'),
  renameMaterializedView: rename('MATERIALIZED VIEW'),
  renameMaterializedViewColumn: renamePart('MATERIALIZED VIEW', 'COLUMN '),
  dropRole: drop('ROLE'),
  renameRole: rename('ROLE'),
  createCast: ({ args, site, options }) => {
    const given = options(args[2]);
    const sql = sqlAt(site.at);
    const name = given.value('functionName');
    const types = joinSql(
      given.list('argumentTypes').map((type) => typeSql(type, site)),
      ', ',
      site.at,
    );
    const how =
      name === undefined
        ? sql`${given.flag('inout') ? 'WITH INOUT' : 'WITHOUT FUNCTION'}`
        : sql`WITH FUNCTION ${nameSql(name, site)}(${types})`;
    const as = given.text('as');
    const pair = sql`${rawSql(args[0], site, 'the type')} AS ${rawSql(args[1], site, 'the type')}`;
    return [phrase([sql`CREATE CAST (${pair})`, how, as && sql`AS ${as}`], site)];
  },
  dropCast: ({ args, site, options }) => [
    sqlAt(
      site.at,
    )`DROP CAST ${when(options(args[2]), 'ifExists', 'IF EXISTS ')}(${rawSql(args[0], site, 'the type')} AS ${rawSql(args[1], site, 'the type')})`,
  ],
  grantRoles: ({ args, site, options }) => [
    sqlAt(
      site.at,
    )`GRANT ${namesSql(args[0], site)} TO ${namesSql(args[1], site)}${when(options(args[2]), 'withAdminOption', ' WITH ADMIN OPTION')}`,
  ],
  revokeRoles: ({ args, site, options }) => {
    const given = options(args[2]);
    return [
      sqlAt(
        site.at,
      )`REVOKE ${when(given, 'onlyAdminOption', 'ADMIN OPTION FOR ')}${namesSql(args[0], site)} FROM ${namesSql(args[1], site)}${when(given, 'cascade', ' CASCADE')}`,
    ];
  },
};
