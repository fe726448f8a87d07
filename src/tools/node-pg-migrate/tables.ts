import type { Options } from '../../javascript/options';
import type { SqlPart } from '../../javascript/sql-text';
import { joinSql, sqlAt } from '../../javascript/sql-text';
import { knownText } from '../../javascript/text';
import type { TextValue, Value } from '../../javascript/value';
import { arrayOf, objectOf, UNDEFINED } from '../../javascript/value';
import { columnComments, columnsOf, columnSql, identityOptions } from './column';
import { constraintsSql } from './constraint';
import type { PgmCall, Steps } from './words';
import { listOf, nameSql, phrase, rawSql, typeSql, valueSql, when } from './words';

export const TABLES: Readonly<Record<string, Steps>> = {
  createTable: (call) => [createTable(call)],
  alterTable: ({ args, site, options }) => {
    const given = options(args[1]);
    const security = given.text('levelSecurity');
    const sql = sqlAt(site.at);
    const actions: SqlPart[] = [];
    if (security !== undefined) actions.push(sql`${security} ROW LEVEL SECURITY`);
    if (given.has('unlogged')) actions.push(given.flag('unlogged') ? 'SET UNLOGGED' : 'SET LOGGED');
    return [alter(args[0], actions, { args, site, options, shorthands: new Map() })];
  },
  addColumns: (call) => [addColumns(call)],
  addColumn: (call) => [addColumns(call)],
  dropColumns: (call) => [dropColumns(call)],
  dropColumn: (call) => [dropColumns(call)],
  alterColumn: (call) => [alterColumn(call)],
  addConstraint: (call) => [addConstraint(call)],
  createConstraint: (call) => [addConstraint(call)],
};

/** Several statements that the library sends as one text. */
function together(statements: readonly TextValue[], call: PgmCall): TextValue {
  return joinSql(statements, ';\n', call.site.at);
}

function alter(table: Value | undefined, actions: readonly SqlPart[], { site }: PgmCall): TextValue {
  return sqlAt(site.at)`ALTER TABLE ${nameSql(table, site)} ${joinSql(actions, ', ', site.at)}`;
}

function createTable(call: PgmCall): TextValue {
  const { args, site } = call;
  const sql = sqlAt(site.at);
  const [table] = args;
  const options = call.options(args[2]);
  const columns = columnsOf(call, args[1]);
  const keys = columns.filter(({ options: column }) => column.flag('primaryKey'));
  const isOneKey = keys.length < 2;
  const given = options.options('constraints') ?? call.options(UNDEFINED);
  const constraints = isOneKey
    ? given
    : call.options(
        objectOf([...given.object.entries, ['primaryKey', arrayOf(keys.map(({ name }) => name))]]),
      );
  const like = options.value('like');
  const inherits = options.value('inherits');
  const parts = [
    ...columns.map((column) => columnSql(call, table, column, isOneKey)),
    ...constraintsSql(call, table, constraints, undefined),
    ...(like === undefined ? [] : [likeSql(like, call)]),
  ];
  const head = sql`CREATE ${when(options, 'temporary', 'TEMPORARY ')}${when(options, 'unlogged', 'UNLOGGED ')}TABLE ${when(options, 'ifNotExists', 'IF NOT EXISTS ')}${nameSql(table, site)} (${joinSql(parts, ', ', site.at)})`;
  const partition = options.options('partition');
  const comment = options.value('comment');
  const created = phrase(
    [
      head,
      inherits && sql`INHERITS (${nameSql(inherits, site)})`,
      partition && sql`PARTITION BY ${partition.text('strategy') ?? ''} (${partitionKeys(partition, call)})`,
    ],
    site,
  );
  return together(
    [
      created,
      ...columnComments(call, table, columns),
      ...(comment === undefined
        ? []
        : [sql`COMMENT ON TABLE ${nameSql(table, site)} IS ${valueSql(comment, site)}`]),
    ],
    call,
  );
}

function partitionKeys(partition: Options, { site, options }: PgmCall): TextValue {
  const keys = partition.list('columns').map((key) => {
    if (key.kind !== 'object') return nameSql(key, site);
    const given = options(key);
    const collation = given.text('collate');
    const operatorClass = given.text('opclass');
    const sql = sqlAt(site.at);
    return phrase(
      [nameSql(given.value('name'), site), collation && sql`COLLATE ${collation}`, operatorClass],
      site,
    );
  });
  return joinSql(keys, ', ', site.at);
}

function likeSql(like: Value, { site, options }: PgmCall): TextValue {
  const sql = sqlAt(site.at);
  const isDescribed = like.kind === 'object' && like.entries.has('table');
  const given = isDescribed ? options(like) : undefined;
  const choices = given?.options('options');
  const words = (key: string, word: string): readonly TextValue[] =>
    listOf(choices?.value(key)).map((item) => sql`${word} ${rawSql(item, site, 'the option')}`);
  return phrase(
    [
      sql`LIKE ${nameSql(given?.value('table') ?? like, site)}`,
      ...words('including', 'INCLUDING'),
      ...words('excluding', 'EXCLUDING'),
    ],
    site,
  );
}

function addColumns(call: PgmCall): TextValue {
  const { args, site } = call;
  const sql = sqlAt(site.at);
  const [table] = args;
  const words = when(call.options(args[2]), 'ifNotExists', 'IF NOT EXISTS ');
  const columns = columnsOf(call, args[1]);
  // Of several keys the library makes a constraint of the table, and here there is none.
  const isOneKey = columns.filter(({ options }) => options.flag('primaryKey')).length < 2;
  const actions = columns.map((column) => sql`ADD ${words}${columnSql(call, table, column, isOneKey)}`);
  return together([alter(table, actions, call), ...columnComments(call, table, columns)], call);
}

function dropColumns(call: PgmCall): TextValue {
  const { args, site } = call;
  const sql = sqlAt(site.at);
  const options = call.options(args[2]);
  const [table, columns] = args;
  const names: readonly (TextValue | undefined)[] =
    columns?.kind === 'object'
      ? [...columns.entries.keys()].map((name) => nameSql(sql`${name}`, site))
      : listOf(columns).map((name) => nameSql(name, site));
  const actions = names.map(
    (name) =>
      sql`DROP ${when(options, 'ifExists', 'IF EXISTS ')}${name ?? ''}${when(options, 'cascade', ' CASCADE')}`,
  );
  return alter(table, actions, call);
}

function alterColumn(call: PgmCall): TextValue {
  const { args, site } = call;
  const sql = sqlAt(site.at);
  const [table, column] = args;
  const options = call.options(args[2]);
  const name = nameSql(column, site);
  const actions: TextValue[] = [];
  const value = options.value('default');
  if (value?.kind === 'null') actions.push(sql`ALTER ${name} DROP DEFAULT`);
  else if (value !== undefined) actions.push(sql`ALTER ${name} SET DEFAULT ${valueSql(value, site)}`);
  const type = options.value('type');
  if (type !== undefined) {
    const collation = options.text('collation');
    const using = options.text('using');
    const written = phrase(
      [typeSql(type, site), collation && sql`COLLATE ${collation}`, using && sql`USING ${using}`],
      site,
    );
    actions.push(sql`ALTER ${name} SET DATA TYPE ${written}`);
  }
  if (options.has('notNull') || options.flag('allowNull'))
    actions.push(
      options.flag('notNull') ? sql`ALTER ${name} SET NOT NULL` : sql`ALTER ${name} DROP NOT NULL`,
    );
  actions.push(...generatedActions(options, name, call));
  const comment = options.value('comment');
  return together(
    [
      ...(actions.length === 0 ? [] : [alter(table, actions, call)]),
      ...(comment === undefined
        ? []
        : [sql`COMMENT ON COLUMN ${nameSql(table, site)}.${name} IS ${valueSql(comment, site)}`]),
    ],
    call,
  );
}

function generatedActions(options: Options, name: TextValue, call: PgmCall): readonly TextValue[] {
  const sql = sqlAt(call.site.at);
  const actions: TextValue[] = [];
  const identity = options.value('sequenceGenerated');
  const described = options.options('sequenceGenerated');
  if (described !== undefined)
    actions.push(
      sql`ALTER ${name} ADD GENERATED ${described.text('precedence') ?? 'BY DEFAULT'} AS IDENTITY${identityOptions(described, call)}`,
    );
  else if (identity !== undefined) actions.push(sql`ALTER ${name} DROP IDENTITY`);
  if (options.value('expressionGenerated')?.kind === 'null') actions.push(sql`ALTER ${name} DROP EXPRESSION`);
  return actions;
}

function addConstraint(call: PgmCall): TextValue {
  const { args, site } = call;
  const sql = sqlAt(site.at);
  const [table, name, described] = args;
  if (described?.kind !== 'object') {
    const isNamed = name !== undefined && name.kind !== 'null' && name.kind !== 'undefined';
    const label = isNamed ? sql`CONSTRAINT ${nameSql(name, site)} ` : '';
    return alter(table, [sql`ADD ${label}${rawSql(described, site, 'the constraint')}`], call);
  }
  const options = call.options(described);
  const actions = constraintsSql(call, table, options, name).map((constraint) => sql`ADD ${constraint}`);
  const comment = options.value('comment');
  const isNamed = knownText(name) !== undefined;
  return together(
    [
      alter(table, actions, call),
      ...(comment === undefined || !isNamed
        ? []
        : [
            sql`COMMENT ON CONSTRAINT ${nameSql(name, site)} ON ${nameSql(table, site)} IS ${valueSql(comment, site)}`,
          ]),
    ],
    call,
  );
}
