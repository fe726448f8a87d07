import { callValue } from '../../javascript/call';
import type { Site } from '../../javascript/host';
import { settle } from '../../javascript/promise';
import type { Recorder } from '../../javascript/recorder';
import { textAt } from '../../javascript/text';
import type { ToolMethod } from '../../javascript/tool-host';
import { queryMethod, toolHost } from '../../javascript/tool-host';
import type { HostValue, Value } from '../../javascript/value';
import { TRUE, UNDEFINED, unknownAt } from '../../javascript/value';
import { entityMethods } from './entity-methods';
import { queryBuilder } from './query-builder';

/** What else a connection needs to make. */
type MakeRunner = () => HostValue;

/** Sends a query as it is. */
export function sendQuery(recorder: Recorder): ToolMethod {
  return ([sql = UNDEFINED], site) => {
    recorder.send(sql, site);
    return unknownAt(site.at, 'only the database knows what the query gives', 'the result of a query');
  };
}

/** `queryRunner.connection`: the dialect is PostgreSQL, wherever it is asked for. */
export function connectionHost(recorder: Recorder, runner: MakeRunner): HostValue {
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
      createQueryRunner: runner,
      transaction: ([callback], site) =>
        inTransaction(recorder, callback, site, managerHost(recorder, query, connection, UNDEFINED)),
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
      transaction: (args, site) => inTransaction(recorder, args.at(-1), site, manager),
    },
    { connection: () => connection, dataSource: () => connection, queryRunner: () => runner },
  );
  return manager;
}

/** A transaction that the migration opens by itself; what it calls is given the manager. */
function inTransaction(recorder: Recorder, callback: Value | undefined, site: Site, manager: Value): Value {
  recorder.send(textAt('BEGIN', site.at), site);
  const result = callback === undefined ? UNDEFINED : settle(callValue(callback, [manager], site), site);
  recorder.send(textAt('COMMIT', site.at), site);
  return result;
}
