import { callValue } from '../../javascript/call';
import type { Site } from '../../javascript/host';
import { settle } from '../../javascript/promise';
import type { Recorder } from '../../javascript/recorder';
import { textAt } from '../../javascript/text';
import type { ToolMethod } from '../../javascript/tool-host';
import { toolHost } from '../../javascript/tool-host';
import type { HostValue, Value } from '../../javascript/value';
import { UNDEFINED, unknownAt } from '../../javascript/value';
import { slonikTag } from './sql-tag';

const QUERIES = [
  'query',
  'one',
  'many',
  'any',
  'maybeOne',
  'exists',
  'oneFirst',
  'manyFirst',
  'anyFirst',
  'maybeOneFirst',
  'stream',
];

/** The pool or connection that a migration of Slonik is given; it also stands in `{ context: { connection, sql } }`. */
export function poolHost(recorder: Recorder): HostValue {
  const query: ToolMethod = ([sql = UNDEFINED], site) => {
    recorder.send(sql, site);
    return unknownAt(site.at, 'only the database knows what the query gives', 'the result of a query');
  };
  const pool: HostValue = toolHost(
    recorder,
    'pool',
    {
      ...Object.fromEntries(QUERIES.map((name) => [name, query])),
      transaction: ([callback], site) => transaction(recorder, pool, callback, site),
      connect: ([callback = UNDEFINED], site) => settle(callValue(callback, [pool], site), site),
      end: () => undefined,
    },
    {
      context: () => pool,
      connection: () => pool,
      slonik: () => pool,
      sql: slonikTag,
    },
  );
  return pool;
}

/** Inside of the transaction of the runner, Slonik opens a savepoint. */
function transaction(recorder: Recorder, pool: HostValue, callback: Value | undefined, site: Site): Value {
  recorder.send(textAt('SAVEPOINT slonik', site.at), site);
  const result = settle(callValue(callback ?? UNDEFINED, [pool], site), site);
  recorder.send(textAt('RELEASE SAVEPOINT slonik', site.at), site);
  return result;
}
