import type { Options } from '../../javascript/options';
import { joinSql, quoteLiteral, sqlAt, sqlValue } from '../../javascript/sql-text';
import type { TextValue } from '../../javascript/value';
import type { PgmCall, Steps } from './words';
import { listOf, nameSql, namesSql, phrase, rawSql, valueSql, when } from './words';

/** Views, policies and roles. */
export const VIEWS: Readonly<Record<string, Steps>> = {
  createView: (call) => {
    const { args, site, options } = call;
    const given = options(args[1]);
    const sql = sqlAt(site.at);
    const check = given.text('checkOption');
    const words = `${when(given, 'replace', 'OR REPLACE ')}${when(given, 'temporary', 'TEMPORARY ')}${when(given, 'recursive', 'RECURSIVE ')}`;
    return [
      phrase(
        [
          sql`CREATE ${words}VIEW ${nameSql(args[0], site)}${columns(given, call)}`,
          parameters(given, 'options', 'WITH', call),
          sql`AS ${rawSql(args[2], site, 'the query')}`,
          check && sql`WITH ${check} CHECK OPTION`,
        ],
        site,
      ),
    ];
  },
  alterView: (call) => {
    const { args, site, options } = call;
    const given = options(args[1]);
    const sql = sqlAt(site.at);
    const head = sql`ALTER VIEW ${nameSql(args[0], site)}`;
    const check = given.value('checkOption');
    const made: TextValue[] = [];
    const set = parameters(given, 'options', 'SET', call);
    if (set !== undefined) made.push(sql`${head} ${set}`);
    if (check?.kind === 'null') made.push(sql`${head} RESET (check_option)`);
    else if (check !== undefined)
      made.push(sql`${head} SET (check_option = ${rawSql(check, site, 'the option')})`);
    return [joinSql(made, ';\n', site.at)];
  },
  alterViewColumn: ({ args, site, options }) => {
    const value = options(args[2]).value('default');
    const sql = sqlAt(site.at);
    const head = sql`ALTER VIEW ${nameSql(args[0], site)} ALTER COLUMN ${nameSql(args[1], site)}`;
    if (value === undefined) return [];
    return [
      value.kind === 'null' ? sql`${head} DROP DEFAULT` : sql`${head} SET DEFAULT ${valueSql(value, site)}`,
    ];
  },
  createMaterializedView: (call) => {
    const { args, site, options } = call;
    const given = options(args[1]);
    const sql = sqlAt(site.at);
    const tablespace = given.value('tablespace');
    return [
      phrase(
        [
          sql`CREATE MATERIALIZED VIEW ${when(given, 'ifNotExists', 'IF NOT EXISTS ')}${nameSql(args[0], site)}${columns(given, call)}`,
          parameters(given, 'storageParameters', 'WITH', call),
          tablespace && sql`TABLESPACE ${nameSql(tablespace, site)}`,
          sql`AS ${rawSql(args[2], site, 'the query')}`,
          withData(given),
        ],
        site,
      ),
    ];
  },
  alterMaterializedView: ({ args, site, options }) => {
    const given = options(args[1]);
    const sql = sqlAt(site.at);
    const cluster = given.value('cluster');
    const actions: TextValue[] = [];
    if (cluster?.kind === 'null' || cluster?.kind === 'boolean') actions.push(sql`SET WITHOUT CLUSTER`);
    else if (cluster !== undefined) actions.push(sql`CLUSTER ON ${nameSql(cluster, site)}`);
    const extension = given.value('extension');
    if (extension !== undefined) actions.push(sql`DEPENDS ON EXTENSION ${nameSql(extension, site)}`);
    return [sql`ALTER MATERIALIZED VIEW ${nameSql(args[0], site)} ${joinSql(actions, ', ', site.at)}`];
  },
  refreshMaterializedView: ({ args, site, options }) => {
    const given = options(args[1]);
    const sql = sqlAt(site.at);
    return [
      phrase(
        [
          sql`REFRESH MATERIALIZED VIEW ${when(given, 'concurrently', 'CONCURRENTLY ')}${nameSql(args[0], site)}`,
          withData(given),
        ],
        site,
      ),
    ];
  },
  createPolicy: ({ args, site, options }) => {
    const given = options(args[2]);
    const command = given.text('command') ?? 'ALL';
    const roles = listOf(given.value('role')).map((role) => rawSql(role, site, 'the role'));
    const sql = sqlAt(site.at);
    const to = roles.length === 0 ? 'PUBLIC' : joinSql(roles, ', ', site.at);
    return [
      phrase(
        [
          sql`CREATE POLICY ${nameSql(args[1], site)} ON ${nameSql(args[0], site)} FOR ${command} TO ${to}`,
          ...conditions(given),
        ],
        site,
      ),
    ];
  },
  alterPolicy: ({ args, site, options }) => {
    const given = options(args[2]);
    const roles = listOf(given.value('role')).map((role) => rawSql(role, site, 'the role'));
    const sql = sqlAt(site.at);
    const to = roles.length === 0 ? undefined : sql`TO ${joinSql(roles, ', ', site.at)}`;
    return [
      phrase(
        [sql`ALTER POLICY ${nameSql(args[1], site)} ON ${nameSql(args[0], site)}`, to, ...conditions(given)],
        site,
      ),
    ];
  },
  createRole: ({ args, site, options }) => [
    phrase(
      [sqlAt(site.at)`CREATE ROLE ${nameSql(args[0], site)} WITH`, ...roleOptions(options(args[1]), true)],
      site,
    ),
  ],
  alterRole: ({ args, site, options }) => {
    const written = roleOptions(options(args[1]), false);
    if (written.length === 0) return [];
    return [phrase([sqlAt(site.at)`ALTER ROLE ${nameSql(args[0], site)} WITH`, ...written], site)];
  },
};

function columns(given: Options, { site }: PgmCall): TextValue {
  const list = given.value('columns');
  return list === undefined || listOf(list).length === 0
    ? sqlAt(site.at)``
    : sqlAt(site.at)`(${namesSql(list, site)})`;
}

/** `WITH (name = value, …)`; a flag that is on stands by itself. */
function parameters(given: Options, key: string, word: string, { site }: PgmCall): TextValue | undefined {
  const entries = [...(given.options(key)?.object.entries ?? [])];
  if (entries.length === 0) return undefined;
  const sql = sqlAt(site.at);
  const written = entries.map(([name, value]) =>
    value.kind === 'boolean' && value.value
      ? sql`${name}`
      : sql`${name} = ${rawSql(value, site, 'the value')}`,
  );
  return sql`${word} (${joinSql(written, ', ', site.at)})`;
}

function withData(given: Options): string | undefined {
  if (!given.has('data')) return undefined;
  return given.flag('data') ? 'WITH DATA' : 'WITH NO DATA';
}

function conditions(given: Options): readonly (TextValue | undefined)[] {
  const sql = sqlAt(given.at);
  const using = given.text('using');
  const check = given.text('check');
  return [using && sql`USING (${using})`, check && sql`WITH CHECK (${check})`];
}

const ROLE_FLAGS: readonly (readonly [string, string, boolean])[] = [
  ['superuser', 'SUPERUSER', false],
  ['createdb', 'CREATEDB', false],
  ['createrole', 'CREATEROLE', false],
  ['inherit', 'INHERIT', true],
  ['login', 'LOGIN', false],
  ['replication', 'REPLICATION', false],
];

function roleOptions(given: Options, isNew: boolean): readonly (string | TextValue)[] {
  const sql = sqlAt(given.at);
  const flags = ROLE_FLAGS.flatMap(([key, word, missing]) => {
    if (!isNew && !given.has(key)) return [];
    return [given.flag(key, missing) ? word : `NO${word}`];
  });
  const limit = given.text('limit');
  const password = given.text('password');
  const valid = given.text('valid');
  const roles = (key: string, words: string): readonly TextValue[] => {
    const names = given.list(key).map((role) => sqlValue(role, given.at, 'the role'));
    return names.length === 0 ? [] : [sql`${words} ${joinSql(names, ', ', given.at)}`];
  };
  return [
    ...flags,
    ...(limit === undefined ? [] : [sql`CONNECTION LIMIT ${limit}`]),
    ...(password === undefined ? [] : [sql`ENCRYPTED PASSWORD ${quoteLiteral(password, given.at)}`]),
    ...(valid === undefined ? [] : [sql`VALID UNTIL ${quoteLiteral(valid, given.at)}`]),
    ...roles('inRole', 'IN ROLE'),
    ...roles('role', 'ROLE'),
    ...roles('admin', 'ADMIN'),
  ];
}
