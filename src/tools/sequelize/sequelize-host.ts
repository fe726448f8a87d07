import { callValue } from '../../javascript/call';
import { connectionOf } from '../../javascript/connection';
import { givenRows } from '../../javascript/given-rows';
import type { Site } from '../../javascript/host';
import type { Options } from '../../javascript/options';
import { optionsOf } from '../../javascript/options';
import { truth } from '../../javascript/operators';
import { settle } from '../../javascript/promise';
import { readProperty } from '../../javascript/property';
import type { Recorder } from '../../javascript/recorder';
import { replaceText } from '../../javascript/replace-text';
import { sqlLiteral } from '../../javascript/sql-literal';
import { joinSql, quoteName, sqlValue } from '../../javascript/sql-text';
import { knownText, textAt } from '../../javascript/text';
import type { ToolMethod } from '../../javascript/tool-host';
import { queryMethod, toolHost } from '../../javascript/tool-host';
import type { HostValue, TextValue, Value } from '../../javascript/value';
import { arrayOf, objectOf, UNDEFINED, unknownAt } from '../../javascript/value';
import { askingMethods } from './asking';
import { CALLS } from './calls';
import type { Connections } from './connections';
import { connectionsOf } from './connections';
import { libraryHost } from './library';
import type { Models } from './models';
import { modelsOf } from './models';

/** What a migration of Sequelize is given, and what importing the package gives. */
export interface SequelizeHosts {
  readonly queryInterface: HostValue;
  readonly library: HostValue;
}

/** `isAmbient`: statements that name no transaction run in the one around them. */
export function sequelizeHosts(recorder: Recorder, isAmbient: () => boolean): SequelizeHosts {
  const connections = connectionsOf(recorder, isAmbient);
  const library = libraryHost(
    () => connection(),
    () => models.base,
  );
  let made: HostValue | undefined;
  const connection = (): HostValue =>
    (made ??= connectionHost(connections, recorder, library, () => queryInterface, models));
  const models = modelsOf(
    recorder,
    (call, args, site, given) => void interfaceMethod(connections.of(given), call)(args, site),
    () => connection(),
    () => library,
  );
  const own: Readonly<Record<string, ToolMethod>> = {
    quoteIdentifier: ([name], { at }) => quoteName(sqlValue(name, at, 'the name'), at),
    quoteTable: ([name], { at }) => quoteName(sqlValue(name, at, 'the name'), at),
    escape: ([value = UNDEFINED], site) => sqlLiteral(value, site),
    ...askingMethods(connections),
    startTransaction: ([handle], at) => control(connectionOf(handle) ?? recorder, 'BEGIN', at),
    commitTransaction: ([handle], at) => control(connectionOf(handle) ?? recorder, 'COMMIT', at),
    rollbackTransaction: ([handle], at) => control(connectionOf(handle) ?? recorder, 'ROLLBACK', at),
  };
  const queryInterface: HostValue = toolHost(
    recorder,
    'queryInterface',
    (key) => {
      if (Object.hasOwn(own, key)) return own[key];
      if (READS.includes(key)) return queryMethod(`queryInterface.${key}`);
      return Object.hasOwn(CALLS, key)
        ? (args, site) => interfaceMethod(connections.of(args), key)(args, site)
        : undefined;
    },
    {
      sequelize: connection,
      // Umzug passes the query interface as the context of its own argument.
      context: () => queryInterface,
      queryInterface: () => queryInterface,
      Sequelize: () => library,
    },
  );
  return { queryInterface, library };
}

/** What only asks the database. */
const READS = [
  'showAllSchemas',
  'showIndex',
  'showConstraint',
  'select',
  'rawSelect',
  'databaseVersion',
  'getForeignKeyReferencesForTable',
  'getForeignKeysForTables',
  'nameIndexes',
];

function interfaceMethod(recorder: Recorder, name: string): ToolMethod {
  return (args, site) => {
    const options = (value: Value | undefined): Options => readOptions(recorder, value, site);
    // Sequelize creates tables IF NOT EXISTS, whatever it is told.
    const more = name === 'createTable' ? ({ meansToCreate: true } as const) : {};
    for (const call of CALLS[name]?.({ args, site, options }) ?? []) {
      const send = (): void => {
        for (const statement of call) recorder.send(statement, site, more);
      };
      if (call.length > 1) recorder.inOneCall(send);
      else send();
    }
    return unknownAt(site.at, `what ${name} gives is not known`);
  };
}

function readOptions(recorder: Recorder, value: Value | undefined, { at }: Site): Options {
  const object =
    value?.kind === 'object'
      ? value
      : value?.kind === 'unknown'
        ? { ...objectOf([]), open: value }
        : objectOf([]);
  const options = optionsOf(object, at, (key, unknown) =>
    recorder.report({ at: unknown.at, reason: 'dynamic-sql', detail: `${key} is not known: ${unknown.why}` }),
  );
  if (options === undefined) throw new TypeError('An object was given');
  return options;
}

function control(recorder: Recorder, word: string, site: Site): void {
  recorder.send(textAt(word, site.at), site);
}

/** `queryInterface.sequelize`. */
function connectionHost(
  connections: Connections,
  recorder: Recorder,
  library: HostValue,
  queryInterface: () => Value,
  models: Models,
): HostValue {
  const place = { file: recorder.source.path, start: 0, end: 0 };
  return toolHost(
    recorder,
    'sequelize',
    {
      query: (args, site) => sendQuery(connections.of(args), args, site),
      transaction: (args, site) =>
        transaction(
          connections,
          args.find(({ kind }) => kind === 'function' || kind === 'host'),
          site,
        ),
      escape: ([value = UNDEFINED], site) => sqlLiteral(value, site),
      getDialect: () => textAt('postgres', place),
      getQueryInterface: () => queryInterface(),
      define: (args, site) => models.define(args, site),
      import: (args, site) => models.load(args, site),
      addHook: () => undefined,
      getDatabaseName: queryMethod('getDatabaseName'),
      authenticate: () => undefined,
      close: () => undefined,
      createSchema: (args, site) => {
        const create = CALLS['createSchema'];
        const options = (value: Value | undefined): Options => readOptions(recorder, value, site);
        for (const statement of create?.({ args, site, options }).flat() ?? [])
          connections.of(args).send(statement, site);
      },
    },
    {
      options: () => ({
        kind: 'host',
        host: {
          name: 'the options of Sequelize',
          read: (key, { at }) =>
            key === 'dialect'
              ? textAt('postgres', place)
              : unknownAt(at, 'the configuration is not known', `options.${key}`),
        },
      }),
      config: () => unknownAt(place, 'the configuration is not known', 'sequelize.config'),
      models: () => unknownAt(place, 'models are not read', 'sequelize.models'),
      Sequelize: () => library,
      queryInterface,
    },
    {
      read: (key, site) => {
        if (key === 'dialect') return objectOf([['name', textAt('postgres', place)]]);
        return library.host.read?.(key, site);
      },
    },
  );
}

/** `sequelize.query(sql, { replacements })`; a result is a pair of rows and metadata. */
function sendQuery(recorder: Recorder, [query, given]: readonly Value[], site: Site): Value {
  const text = query?.kind === 'object' ? query.entries.get('query') : query;
  const own = query?.kind === 'object' ? query.entries.get('values') : undefined;
  const replacements =
    own ?? (given?.kind === 'object' ? (given.entries.get('replacements') ?? given.open) : undefined);
  const sql = sqlOf(text, site);
  const sent = replacements === undefined ? sql : replaceValues(sql, replacements, site);
  recorder.send(sent, site);
  return resultOf(givenRows(recorder, sent, optionOf(given, 'bind'), site).rows, given, site);
}

/** The rows where the type of the query is SELECT, or the first of them with `plain`; else rows and metadata. */
function resultOf(rows: Value, options: Value | undefined, site: Site): Value {
  const metadata = unknownAt(
    site.at,
    'only the database knows what the query gives',
    'the result of a query',
  );
  const type = optionOf(options, 'type');
  if (type === undefined && options?.kind !== 'unknown') return arrayOf([rows, metadata]);
  if (knownText(type) !== 'SELECT') return metadata;
  const plain = optionOf(options, 'plain');
  if (plain === undefined) return rows;
  return truth(plain) === true ? readProperty(rows, '0', site) : metadata;
}

function optionOf(options: Value | undefined, name: string): Value | undefined {
  return options?.kind === 'object' ? (options.entries.get(name) ?? options.open) : undefined;
}

function sqlOf(value: Value | undefined, site: Site): TextValue {
  if (value?.kind === 'host' && value.host.text !== undefined) return value.host.text(site);
  return sqlValue(value, site.at, 'the SQL');
}

/** Sequelize writes the values into the text itself. */
function replaceValues(text: TextValue, replacements: Value, site: Site): TextValue {
  if (replacements.kind === 'array') {
    let index = 0;
    return replaceText(text, /\?(?![?|&])/g, () => {
      const value = replacements.items[index] ?? replacements.open;
      index += 1;
      return value === undefined ? undefined : listOrLiteral(value, site);
    });
  }
  const names = replacements.kind === 'object' ? replacements.entries : undefined;
  const open = replacements.kind === 'object' ? replacements.open : replacements;
  return replaceText(text, /(?<![:\w]):([A-Za-z_]\w*)/g, ([, name = '']) => {
    const value = names?.get(name) ?? open;
    return value === undefined ? undefined : listOrLiteral(value, site);
  });
}

function listOrLiteral(value: Value, site: Site): TextValue {
  if (value.kind !== 'array') return sqlLiteral(value, site);
  return joinSql(
    value.items.map((item) => sqlLiteral(item, site)),
    ', ',
    site.at,
  );
}

/** With a callback, it ends with it; without, the migration ends it by `commit` and `rollback`. */
function transaction(connections: Connections, callback: Value | undefined, site: Site): Value {
  const recorder = connections.open();
  control(recorder, 'BEGIN', site);
  const handle: HostValue = toolHost(
    recorder,
    'transaction',
    {
      commit: (_args, at) => {
        control(recorder, 'COMMIT', at);
        connections.close(recorder);
      },
      rollback: (_args, at) => control(recorder, 'ROLLBACK', at),
      afterCommit: ([done = UNDEFINED], at) => callValue(done, [handle], at),
    },
    { finished: () => UNDEFINED, id: () => textAt('transaction', site.at), LOCK: () => objectOf([]) },
    // It is handed to helpers that read no further: what runs in it is seen where it runs.
    { reaches: 'a transaction', connection: recorder },
  );
  if (callback === undefined) return handle;
  const result = settle(callValue(callback, [handle], site), site);
  control(recorder, 'COMMIT', site);
  connections.close(recorder);
  return result;
}
