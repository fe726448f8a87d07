import { callValue } from '../../javascript/call';
import type { Site } from '../../javascript/host';
import { settle } from '../../javascript/promise';
import type { Recorder } from '../../javascript/recorder';
import { quoteName, sqlAt } from '../../javascript/sql-text';
import { knownText, textAt } from '../../javascript/text';
import type { ToolMethod } from '../../javascript/tool-host';
import { queryMethod, toolHost } from '../../javascript/tool-host';
import type { HostValue, TextValue, Value } from '../../javascript/value';
import { arrayOf, UNDEFINED, unknownAt } from '../../javascript/value';
import { wrapName } from '../knex/names';
import type { Scope } from './builder';
import { builderHost, statementSql } from './builder';
import { functionBuilder } from './condition';
import type { QueryState } from './query';
import { mergeKind } from './merge';
import { newQuery, queryKind } from './query';
import { schemaHost } from './schema';
import { fragment } from './sql-tag';

/** The `db` that a migration of Kysely is given, also as the transaction that it opens. */
export function databaseHost(recorder: Recorder, schema?: Value, head?: Head): HostValue {
  const scope: Scope = { ...recorder, schema };
  const query =
    (kind: QueryState['kind']): ToolMethod =>
    ([table]) =>
      builderHost(scope, queryKind(scope), {
        ...newQuery(kind, table, head?.names.includes(knownText(table) ?? '') === true ? undefined : schema),
        ...(head === undefined ? {} : { head: head.text }),
      });
  const database: HostValue = toolHost(
    recorder,
    'db',
    {
      selectFrom: query('select'),
      insertInto: query('insert'),
      updateTable: query('update'),
      deleteFrom: query('delete'),
      mergeInto: ([table]) =>
        builderHost(scope, mergeKind(scope), {
          target: table,
          schema,
          using: undefined,
          head: head?.text,
          whens: [],
        }),
      selectNoFrom: ([columns = UNDEFINED], site) => {
        const builder = builderHost(scope, queryKind(scope), newQuery('select', undefined, schema));
        return callValue(builder.host.read?.('select', site) ?? UNDEFINED, [columns], site, builder);
      },
      transaction: () => transactionBuilder(recorder, schema),
      startTransaction: () => controlledBuilder(recorder, schema),
      connection: () => connectionBuilder(recorder, schema),
      withSchema: ([name]) => databaseHost(recorder, name),
      withPlugin: () => database,
      withoutPlugins: () => database,
      withTables: () => database,
      with: (args, site) => databaseHost(recorder, schema, headWith(database, head, 'with', args, site)),
      withRecursive: (args, site) =>
        databaseHost(recorder, schema, headWith(database, head, 'with recursive', args, site)),
      executeQuery: ([compiled = UNDEFINED], site) => {
        const sql = compiled.kind === 'object' ? compiled.entries.get('sql') : compiled;
        recorder.send(sql ?? unknownAt(site.at, 'the query is not known'), site);
        return unknownAt(site.at, 'only the database knows what the query gives');
      },
      destroy: () => undefined,
    },
    {
      schema: () => schemaHost(recorder, schema),
      fn: () => functionBuilder(scope),
      isTransaction: () => UNDEFINED,
      dynamic: () => dynamicHost(recorder),
      introspection: () =>
        toolHost(recorder, 'db.introspection', {
          getTables: (_args, { at }) =>
            arrayOf([], {
              ...unknownAt(at, 'only the database knows its tables', 'a table'),
              names: (name) => recorder.ask({ kind: 'table', schema: null, name }),
            }),
          getSchemas: queryMethod('getSchemas'),
          getMetadata: queryMethod('getMetadata'),
        }),
    },
    { connection: recorder },
  );
  return database;
}

/** The common table expressions in front of a query, and their names: they stand in no schema. */
interface Head {
  readonly text: TextValue;
  readonly names: readonly string[];
}

/** `db.with('name', (db) => query)`, `db.with('name(a, b)', …)`. */
function headWith(
  database: Value,
  before: Head | undefined,
  word: string,
  [name, build = UNDEFINED]: readonly Value[],
  site: Site,
): Head {
  const sql = sqlAt(site.at);
  const given = knownText(name);
  const own = given?.replace(/\(.*/s, '').trim();
  const columns = given === undefined || !given.includes('(') ? '' : given.slice(given.indexOf('('));
  const query = build.kind === 'function' ? callValue(build, [database], site) : build;
  const part = sql`${own === undefined ? wrapName(name, site) : quoteName(own, site.at)}${columns} as (${statementSql(query, site)})`;
  return {
    text: before === undefined ? sql`${word} ${part}` : sql`${before.text}, ${part}`,
    names: [...(before?.names ?? []), ...(own === undefined ? [] : [own])],
  };
}

/** `db.dynamic.ref(name)`: a name that the types do not know. */
function dynamicHost(recorder: Recorder): HostValue {
  const name: ToolMethod = ([value], site) => fragment(recorder, wrapName(value, site));
  return toolHost(recorder, 'db.dynamic', { ref: name, table: name });
}

/**
 * Inside of the transaction of all migrations, Kysely refuses another one; outside, it opens its own, on a connection that only what
 * it calls is given.
 */
function transactionBuilder(migration: Recorder, schema: Value | undefined): HostValue {
  const recorder = connectionWithin(migration);
  const database = databaseHost(recorder, schema);
  const builder: HostValue = toolHost(recorder, 'db.transaction()', {
    setIsolationLevel: () => builder,
    setAccessMode: () => builder,
    execute: ([callback = UNDEFINED], site) => {
      recorder.send(textAt('BEGIN', site.at), site);
      const result = run(callback, database, site);
      recorder.send(textAt('COMMIT', site.at), site);
      return result;
    },
  });
  return builder;
}

/** What the pool of the migration gives out: where that runs in a transaction, the connection of this one. */
function connectionWithin(migration: Recorder): Recorder {
  return migration.transaction === 'none' ? migration.elsewhere() : migration;
}

/** `db.startTransaction().execute()`: a transaction that the migration ends by `commit().execute()`. */
function controlledBuilder(migration: Recorder, schema: Value | undefined): HostValue {
  const recorder = connectionWithin(migration);
  const database = databaseHost(recorder, schema);
  const sending = (words: string): HostValue =>
    toolHost(recorder, 'a command of a transaction', {
      execute: (_args, site) => {
        recorder.send(textAt(words, site.at), site);
        return transaction;
      },
    });
  const named =
    (words: string): ToolMethod =>
    ([name]) =>
      sending(`${words} "${(knownText(name) ?? 'kysely').replaceAll('"', '""')}"`);
  const transaction: HostValue = toolHost(
    recorder,
    'a transaction',
    {
      commit: () => sending('COMMIT'),
      rollback: () => sending('ROLLBACK'),
      savepoint: named('SAVEPOINT'),
      releaseSavepoint: named('RELEASE SAVEPOINT'),
      rollbackToSavepoint: named('ROLLBACK TO SAVEPOINT'),
    },
    {},
    { connection: recorder, read: (key, site) => database.host.read?.(key, site) },
  );
  const builder: HostValue = toolHost(recorder, 'db.startTransaction()', {
    setIsolationLevel: () => builder,
    setAccessMode: () => builder,
    execute: (_args, site) => {
      recorder.send(textAt('BEGIN', site.at), site);
      return transaction;
    },
  });
  return builder;
}

/** One connection for all that the callback does. */
function connectionBuilder(migration: Recorder, schema: Value | undefined): HostValue {
  const recorder = connectionWithin(migration);
  const database = databaseHost(recorder, schema);
  return toolHost(recorder, 'db.connection()', {
    execute: ([callback = UNDEFINED], site) => run(callback, database, site),
  });
}

function run(callback: Value, database: HostValue, site: Site): Value {
  return settle(callValue(callback, [database], site), site);
}
