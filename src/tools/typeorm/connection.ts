import { callValue } from '../../javascript/call';
import type { Site } from '../../javascript/host';
import { settle } from '../../javascript/promise';
import { readProperty } from '../../javascript/property';
import type { Recorder } from '../../javascript/recorder';
import { textAt } from '../../javascript/text';
import type { ToolMethod } from '../../javascript/tool-host';
import { queryMethod, toolHost } from '../../javascript/tool-host';
import { givenRows } from '../../javascript/given-rows';
import type { HostValue, Value } from '../../javascript/value';
import { TRUE, UNDEFINED, unknownAt } from '../../javascript/value';
import { entityMethods } from './entity-methods';
import { queryBuilder } from './query-builder';

/** What else a connection needs to make. */
type MakeRunner = (recorder: Recorder) => HostValue;

/** Sends a query as it is. */
export function sendQuery(recorder: Recorder): ToolMethod {
  return ([sql = UNDEFINED, parameters], site) => {
    recorder.send(sql, site);
    return givenRows(recorder, sql, parameters, site).rows;
  };
}

/**
 * `queryRunner.connection`, a data source: it takes connections of its own from the pool, outside of the transaction that a query
 * runner has open. The dialect is PostgreSQL, wherever it is asked for.
 */
export function connectionHost(migration: Recorder, runner: MakeRunner): HostValue {
  const recorder = migration.elsewhere();
  const query = sendQuery(recorder);
  const type = (): Value => textAt('postgres', { file: recorder.source.path, start: 0, end: 0 });
  const options = (): Value => ({
    kind: 'host',
    host: {
      name: 'the options of the data source',
      read: (key, site) =>
        key === 'type' ? type() : unknownAt(site.at, 'the configuration is not known', `options.${key}`),
    },
  });
  const driver = (): Value => ({
    kind: 'host',
    host: {
      name: 'the driver',
      read: (key, site) => {
        if (key === 'options') return options();
        if (key === 'isPostgres') return TRUE;
        return unknownAt(site.at, 'the driver is not known', `driver.${key}`);
      },
    },
  });
  const connection: HostValue = toolHost(
    recorder,
    'queryRunner.connection',
    {
      query,
      getRepository: ([entity]) => repositoryHost(recorder, query, entity),
      createQueryBuilder: ([entity]) => queryBuilder(recorder, entity),
      createQueryRunner: () => runner(recorder.elsewhere()),
      transaction: ([callback], site) => inTransaction(runner(recorder.elsewhere()), callback, site),
      getMetadata: queryMethod('getMetadata'),
      hasMetadata: queryMethod('hasMetadata'),
      initialize: () => connection,
      connect: () => connection,
      setOptions: () => connection,
      destroy: () => undefined,
      close: () => undefined,
    },
    {
      options,
      driver,
      manager: () => managerHost(recorder, query, connection, UNDEFINED),
      name: type,
      isInitialized: () => TRUE,
      isConnected: () => TRUE,
    },
  );
  return connection;
}

export function repositoryHost(recorder: Recorder, query: ToolMethod, entity: Value | undefined): HostValue {
  const own = entity ?? unknownAt({ file: recorder.source.path, start: 0, end: 0 }, 'no entity is given');
  return toolHost(recorder, 'a repository', { ...entityMethods(recorder, 'repository', own), query });
}

export function managerHost(
  recorder: Recorder,
  query: ToolMethod,
  connection: Value,
  runner: Value,
): HostValue {
  const manager: HostValue = toolHost(
    recorder,
    'queryRunner.manager',
    {
      ...entityMethods(recorder, 'manager', undefined),
      query,
      getRepository: ([entity]) => repositoryHost(recorder, query, entity),
      withRepository: ([entity]) => repositoryHost(recorder, query, entity),
      getCustomRepository: ([entity]) => repositoryHost(recorder, query, entity),
      getTreeRepository: ([entity]) => repositoryHost(recorder, query, entity),
      transaction: (args, site) =>
        runner.kind === 'host'
          ? inTransaction(runner, args.at(-1), site)
          : callValue(readProperty(connection, 'transaction', site), args, site),
    },
    { connection: () => connection, dataSource: () => connection, queryRunner: () => runner },
  );
  return manager;
}

/** A transaction that the migration opens by itself on a query runner; what it calls is given the manager. */
function inTransaction(runner: HostValue, callback: Value | undefined, site: Site): Value {
  const control = (name: string): Value => callValue(readProperty(runner, name, site), [], site);
  control('startTransaction');
  const manager = readProperty(runner, 'manager', site);
  const result = callback === undefined ? UNDEFINED : settle(callValue(callback, [manager], site), site);
  control('commitTransaction');
  return result;
}
