import { callValue } from '../../javascript/call';
import type { Site } from '../../javascript/host';
import { settle } from '../../javascript/promise';
import type { Recorder } from '../../javascript/recorder';
import { sqlAt, sqlValue } from '../../javascript/sql-text';
import { textAt } from '../../javascript/text';
import { toolFunction, toolHost, unmodelled } from '../../javascript/tool-host';
import type { HostValue, Value } from '../../javascript/value';
import { hostFunction } from '../../javascript/host';
import { FALSE, objectOf, TRUE, UNDEFINED, unknownAt } from '../../javascript/value';
import { wrapName } from './names';
import { queryBuilder } from './query-builder';
import type { Pending } from './raw';
import { fragmentHost, rawHost } from './raw';
import { schemaBuilder } from './schema-builder';

/** How a transaction was opened that the migration opens by itself. */
type Opened = 'begin' | 'savepoint';

/** The `knex` that a migration is given: also what `knex.transaction` passes on. */
export function knexHost(recorder: Recorder, pending: Pending[], opened?: Opened): HostValue {
  const site = (at: Site): Site => at;
  const isPool = (): boolean => opened === undefined && recorder.transaction === 'none';
  const open = (callback: Value | undefined, at: Site): Value =>
    isPool()
      ? transaction(recorder.elsewhere(), pending, 'begin', callback, at)
      : transaction(recorder, pending, 'savepoint', callback, at);
  const knex: HostValue = toolHost(
    recorder,
    'knex',
    {
      raw: (args, at) => rawHost(recorder, pending, args, at),
      ref: ([name], at) => fragmentHost(wrapName(name, at)),
      transaction: ([callback], at) => open(callback, at),
      savepoint: ([callback], at) => open(callback, at),
      transactionProvider: () => hostFunction('provider', (_args, at) => open(undefined, at)),
      commit: (_args, at) => void recorder.send(textAt(ENDS[opened ?? 'begin'].commit, at.at), at),
      rollback: (_args, at) => void recorder.send(textAt(ENDS[opened ?? 'begin'].rollback, at.at), at),
      batchInsert: ([table, rows], at) => {
        const builder = queryBuilder(recorder, pending, at, table);
        const insert = builder.host.read?.('insert', at);
        return insert === undefined
          ? undefined
          : callValue(insert, rows === undefined ? [] : [rows], at, builder);
      },
      isCompleted: () => FALSE,
      destroy: () => undefined,
      withUserParams: () => knex,
    },
    {
      fn: () => fn(recorder),
      client: () => client(recorder, knex),
      context: () => knex,
      isTransaction: () => (isPool() ? FALSE : TRUE),
      userParams: () => UNDEFINED,
      executionPromise: () => UNDEFINED,
    },
    {
      connection: recorder,
      call: ([table], at) => queryBuilder(recorder, pending, site(at), table),
      read: (key, at) => {
        if (key === 'schema') return schemaBuilder(recorder, pending, at);
        if (key === 'queryBuilder')
          return toolFunction(key, (_args, called) => queryBuilder(recorder, pending, called));
        const builder = queryBuilder(recorder, pending, at);
        const method = builder.host.read?.(key, at);
        const isKnown =
          method?.kind === 'host' &&
          method.host.name === `a query builder.${key}` &&
          method.host.read === undefined;
        return isKnown
          ? toolFunction(`knex.${key}`, (args, called) => callValue(method, args, called, builder))
          : unmodelled(recorder, `knex.${key}`);
      },
    },
  );
  return knex;
}

const ENDS: Readonly<Record<Opened, { readonly commit: string; readonly rollback: string }>> = {
  begin: { commit: 'COMMIT', rollback: 'ROLLBACK' },
  savepoint: { commit: 'RELEASE SAVEPOINT trx', rollback: 'ROLLBACK TO SAVEPOINT trx' },
};

/** A transaction on a connection of its own; inside of another one, it is a savepoint of that. */
function transaction(
  recorder: Recorder,
  pending: Pending[],
  opened: Opened,
  callback: Value | undefined,
  site: Site,
): Value {
  const trx = knexHost(recorder, pending, opened);
  recorder.send(textAt(opened === 'begin' ? 'BEGIN' : 'SAVEPOINT trx', site.at), site);
  if (callback === undefined || callback.kind === 'object' || callback.kind === 'undefined') return trx;
  const result = settle(callValue(callback, [trx], site), site);
  recorder.send(textAt(ENDS[opened].commit, site.at), site);
  return result;
}

function fn(recorder: Recorder): HostValue {
  return toolHost(recorder, 'knex.fn', {
    now: ([precision], { at }) =>
      fragmentHost(
        sqlAt(at)`CURRENT_TIMESTAMP${precision === undefined ? '' : sqlAt(at)`(${sqlValue(precision, at)})`}`,
      ),
    uuid: (_args, { at }) => fragmentHost(sqlAt(at)`(gen_random_uuid())`),
    uuidToBin: ([value], { at }) => sqlValue(value, at),
    binToUuid: ([value], { at }) => sqlValue(value, at),
  });
}

/** The dialect is PostgreSQL, wherever it is asked for. */
function client(recorder: Recorder, knex: HostValue): Value {
  const place = { file: recorder.source.path, start: 0, end: 0 };
  const config: Value = {
    kind: 'host',
    host: {
      name: 'knex.client.config',
      read: (key, { at }) =>
        key === 'client'
          ? textAt('pg', place)
          : unknownAt(at, 'the configuration is not known', `config.${key}`),
    },
  };
  return {
    kind: 'host',
    host: {
      name: 'knex.client',
      read: (key, site) => {
        if (key === 'config') return config;
        if (key === 'dialect' || key === 'driverName')
          return textAt(key === 'dialect' ? 'postgresql' : 'pg', place);
        if (key === 'raw' || key === 'schemaBuilder' || key === 'transaction')
          return knex.host.read?.(key, site);
        if (key === 'constructor') return objectOf([['name', textAt('Client_PG', place)]]);
        return unknownAt(site.at, 'the client is not known', `client.${key}`);
      },
    },
  };
}
