import { callValue } from '../../javascript/call';
import type { Site } from '../../javascript/host';
import { settle } from '../../javascript/promise';
import type { Recorder } from '../../javascript/recorder';
import { textAt } from '../../javascript/text';
import type { ToolMethod } from '../../javascript/tool-host';
import { queryMethod, toolHost } from '../../javascript/tool-host';
import type { HostValue, Value } from '../../javascript/value';
import { UNDEFINED, unknownAt } from '../../javascript/value';
import { wrapName } from '../knex/names';
import { builderHost } from './builder';
import { functionBuilder } from './condition';
import type { QueryState } from './query';
import { newQuery, queryKind } from './query';
import { schemaHost } from './schema';
import { fragment } from './sql-tag';

/** The `db` that a migration of Kysely is given, also as the transaction that it opens. */
export function databaseHost(recorder: Recorder, schema?: Value): HostValue {
  const query =
    (kind: QueryState['kind']): ToolMethod =>
    ([table]) =>
      builderHost(recorder, queryKind(recorder), newQuery(kind, table, schema));
  const database: HostValue = toolHost(
    recorder,
    'db',
    {
      selectFrom: query('select'),
      insertInto: query('insert'),
      updateTable: query('update'),
      deleteFrom: query('delete'),
      transaction: () => transactionBuilder(recorder, database),
      connection: () => connectionBuilder(recorder, database),
      withSchema: ([name]) => databaseHost(recorder, name),
      withPlugin: () => database,
      withoutPlugins: () => database,
      withTables: () => database,
      with: () => database,
      executeQuery: ([compiled = UNDEFINED], site) => {
        const sql = compiled.kind === 'object' ? compiled.entries.get('sql') : compiled;
        recorder.send(sql ?? unknownAt(site.at, 'the query is not known'), site);
        return unknownAt(site.at, 'only the database knows what the query gives');
      },
      destroy: () => undefined,
    },
    {
      schema: () => schemaHost(recorder, schema),
      fn: () => functionBuilder(recorder),
      isTransaction: () => UNDEFINED,
      dynamic: () => dynamicHost(recorder),
      introspection: () =>
        toolHost(recorder, 'db.introspection', {
          getTables: queryMethod('getTables'),
          getSchemas: queryMethod('getSchemas'),
          getMetadata: queryMethod('getMetadata'),
        }),
    },
  );
  return database;
}

/** `db.dynamic.ref(name)`: a name that the types do not know. */
function dynamicHost(recorder: Recorder): HostValue {
  const name: ToolMethod = ([value], site) => fragment(recorder, wrapName(value, site));
  return toolHost(recorder, 'db.dynamic', { ref: name, table: name });
}

/** Inside of the transaction of all migrations, Kysely refuses another one; outside, it opens its own. */
function transactionBuilder(recorder: Recorder, database: HostValue): HostValue {
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

function connectionBuilder(recorder: Recorder, database: HostValue): HostValue {
  return toolHost(recorder, 'db.connection()', {
    execute: ([callback = UNDEFINED], site) => run(callback, database, site),
  });
}

function run(callback: Value, database: HostValue, site: Site): Value {
  return settle(callValue(callback, [database], site), site);
}
