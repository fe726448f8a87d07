import type { Site } from '../../javascript/host';
import { callValue } from '../../javascript/call';
import { settle } from '../../javascript/promise';
import { truth } from '../../javascript/operators';
import type { Options } from '../../javascript/options';
import { optionsOf } from '../../javascript/options';
import type { Recorder } from '../../javascript/recorder';
import { withGuard } from '../../javascript/run';
import { textAt } from '../../javascript/text';
import type { ToolMethod } from '../../javascript/tool-host';
import { queryMethod, toolHost } from '../../javascript/tool-host';
import type { HostValue, Value } from '../../javascript/value';
import { objectOf, TRUE, UNDEFINED, unknownAt } from '../../javascript/value';
import type { Span } from '../../sql/source';
import type { BuilderCall } from './calls';
import { CALLS } from './calls';
import { queryBuilder } from './query-builder';
import { tablePath } from './table-path';

/** The query runner that TypeORM gives to a migration. */
export function queryRunner(recorder: Recorder): HostValue {
  const query = sendQuery(recorder);
  const connection = connectionHost(recorder, query);
  const runner = toolHost(
    recorder,
    'queryRunner',
    {
      ...builderMethods(recorder),
      ...Object.fromEntries(READS.map((name) => [name, queryMethod(`queryRunner.${name}`)])),
      query,
      startTransaction: control(recorder, 'BEGIN'),
      commitTransaction: control(recorder, 'COMMIT'),
      rollbackTransaction: control(recorder, 'ROLLBACK'),
      connect: () => undefined,
      release: () => undefined,
    },
    {
      connection: () => connection,
      dataSource: () => connection,
      manager: () => managerHost(recorder, query, connection, runner),
      isTransactionActive: () => TRUE,
      isReleased: () => UNDEFINED,
      data: () => objectOf([]),
      loadedTables: () => UNDEFINED,
    },
  );
  return runner;
}

/** What only asks the database. */
const READS = [
  'hasTable',
  'hasColumn',
  'hasDatabase',
  'hasSchema',
  'getTable',
  'getTables',
  'getView',
  'getViews',
  'getDatabases',
  'getSchemas',
  'getCurrentDatabase',
  'getCurrentSchema',
  'stream',
];

function sendQuery(recorder: Recorder): ToolMethod {
  return ([sql = UNDEFINED], site) => {
    recorder.send(sql, site);
    return unknownAt(site.at, 'only the database knows what the query gives', 'the result of a query');
  };
}

function control(recorder: Recorder, word: string): ToolMethod {
  return (_args, site) => recorder.send(textAt(word, site.at), site);
}

function builderMethods(recorder: Recorder): Readonly<Record<string, ToolMethod>> {
  return Object.fromEntries(
    Object.entries(CALLS).map(([name, statements]): [string, ToolMethod] => [
      name,
      (args, site) => {
        let doubt: string | undefined;
        const call = builderCall(recorder, args, site, (condition) => (doubt = condition));
        const made = statements(call);
        const send = (): void => {
          for (const statement of made) recorder.send(statement, site);
        };
        if (doubt === undefined) send();
        else withGuard(site.run, doubt, send);
      },
    ]),
  );
}

function builderCall(
  recorder: Recorder,
  args: readonly Value[],
  site: Site,
  doubt: (condition: string) => void,
): BuilderCall {
  return {
    args,
    site,
    doubt,
    lack: (detail) => recorder.report({ at: site.at, reason: 'unsupported-call', detail }),
    table: tablePath(args[0], site.at),
    options: (value) => readOptions(recorder, value, site.at),
    flag: (index, missing = false) => {
      const arg = args[index];
      return arg === undefined || arg.kind === 'undefined' ? missing : (truth(arg) ?? missing);
    },
  };
}

/** Options that are a name, or are not known, are an object with that name. */
function readOptions(recorder: Recorder, value: Value | undefined, at: Span): Options {
  const report = (key: string, unknown: { readonly why: string; readonly at: Span }): void =>
    recorder.report({ at: unknown.at, reason: 'dynamic-sql', detail: `${key} is not known: ${unknown.why}` });
  const object = value?.kind === 'object' ? value : objectOf(value === undefined ? [] : [['name', value]]);
  const place = value?.kind === 'object' && value.at !== undefined ? value.at : at;
  const options = optionsOf(object, place, report);
  if (options === undefined) throw new TypeError('An object was given');
  return options;
}

/** `queryRunner.connection`: the dialect is PostgreSQL, wherever it is asked for. */
function connectionHost(recorder: Recorder, query: ToolMethod): HostValue {
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
      getRepository: () => repositoryHost(recorder, query),
      createQueryBuilder: () => queryBuilder(recorder),
      createQueryRunner: () => queryRunner(recorder),
      transaction: ([callback], site) =>
        inTransaction(recorder, callback, site, managerHost(recorder, query, connection, UNDEFINED)),
      getMetadata: queryMethod('getMetadata'),
    },
    {
      options,
      driver,
      manager: () => managerHost(recorder, query, connection, UNDEFINED),
      name: type,
    },
  );
  return connection;
}

const WRITES = [
  'save',
  'insert',
  'update',
  'upsert',
  'delete',
  'remove',
  'softDelete',
  'softRemove',
  'restore',
  'recover',
  'increment',
  'decrement',
  'clear',
];
const ENTITY_READS = [
  'find',
  'findBy',
  'findOne',
  'findOneBy',
  'findOneOrFail',
  'findOneByOrFail',
  'findByIds',
  'findAndCount',
  'count',
  'countBy',
  'exist',
  'exists',
  'sum',
  'average',
  'create',
  'merge',
  'preload',
  'getId',
  'hasId',
];

/** Work on entities: the table stands in a class that is not read, so writing is a gap. */
function entityMethods(recorder: Recorder, owner: string): Readonly<Record<string, ToolMethod>> {
  const write =
    (name: string): ToolMethod =>
    (_args, site) => {
      recorder.report({
        at: site.at,
        reason: 'unsupported-call',
        detail: `${owner}.${name} writes to the table of an entity`,
      });
      return unknownAt(site.at, 'only the database knows what it gives');
    };
  return {
    ...Object.fromEntries(ENTITY_READS.map((name) => [name, queryMethod(`${owner}.${name}`)])),
    ...Object.fromEntries(WRITES.map((name) => [name, write(name)])),
    createQueryBuilder: () => queryBuilder(recorder),
  };
}

function repositoryHost(recorder: Recorder, query: ToolMethod): HostValue {
  return toolHost(recorder, 'a repository', { ...entityMethods(recorder, 'repository'), query });
}

function managerHost(recorder: Recorder, query: ToolMethod, connection: Value, runner: Value): HostValue {
  const manager: HostValue = toolHost(
    recorder,
    'queryRunner.manager',
    {
      ...entityMethods(recorder, 'manager'),
      query,
      getRepository: () => repositoryHost(recorder, query),
      withRepository: () => repositoryHost(recorder, query),
      getCustomRepository: () => repositoryHost(recorder, query),
      getTreeRepository: () => repositoryHost(recorder, query),
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
