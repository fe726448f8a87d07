import { callValue } from '../../javascript/call';
import { connectionOf } from '../../javascript/connection';
import type { Recorder } from '../../javascript/recorder';
import { settle } from '../../javascript/promise';
import { textAt } from '../../javascript/text';
import type { ToolMethod } from '../../javascript/tool-host';
import { queryMethod, toolHost } from '../../javascript/tool-host';
import type { HostValue, Value } from '../../javascript/value';
import { objectOf, UNDEFINED, unknownAt } from '../../javascript/value';
import { readJavaScriptMigration, runExported } from '../javascript-migration';
import type { ScriptReader } from '../scripts';
import { slonikTag } from '../slonik/sql-tag';

const PACKAGES = [
  '@payloadcms/db-postgres',
  '@payloadcms/db-postgres/drizzle',
  '@payloadcms/db-vercel-postgres',
  '@payloadcms/db-vercel-postgres/drizzle',
  'drizzle-orm',
];

/** Reads a script of Payload, whose `up` and `down` are given a `db` of Drizzle in a transaction, and `payload`. */
export const readPayload: ScriptReader = (file, context) =>
  readJavaScriptMigration(file, context, 'file', (recorder) => ({
    packages: new Map(PACKAGES.map((name) => [name, objectOf([['sql', slonikTag()]])])),
    run: (reading) => {
      const db = drizzleHost(recorder);
      const given = objectOf([
        ['db', db],
        ['payload', payloadHost(recorder, db)],
        ['req', unknownAt(reading.site.at, 'the request is not known', 'req')],
      ]);
      runExported(reading, () => [given]);
    },
  }));

/** A database of Drizzle: what its query builder writes is not modelled. */
function drizzleHost(recorder: Recorder): HostValue {
  const execute: ToolMethod = ([sql = UNDEFINED], site) => {
    recorder.send(sql, site);
    return unknownAt(site.at, 'only the database knows what the query gives', 'the result of a query');
  };
  const db: HostValue = toolHost(
    recorder,
    'db',
    {
      execute,
      $count: queryMethod('db.$count'),
      transaction: ([callback = UNDEFINED], site) => {
        recorder.send(textAt('SAVEPOINT drizzle', site.at), site);
        const result = settle(callValue(callback, [db], site), site);
        recorder.send(textAt('RELEASE SAVEPOINT drizzle', site.at), site);
        return result;
      },
    },
    {},
    { connection: recorder },
  );
  return db;
}

/** What only asks. */
const READS = ['find', 'findByID', 'findGlobal', 'count', 'findVersions', 'findVersionByID', 'auth'];

/** `payload`: its adapter has connections of its own, besides those of open transactions. */
function payloadHost(recorder: Recorder, db: HostValue): Value {
  const reads = (owner: string): Readonly<Record<string, ToolMethod>> =>
    Object.fromEntries(READS.map((name) => [name, queryMethod(`${owner}.${name}`)]));
  const pool = drizzleHost(recorder.elsewhere());
  const logger: Value = { kind: 'host', host: { name: 'logger', read: () => toldOnly } };
  const adapter = toolHost(
    recorder,
    'payload.db',
    {
      ...reads('payload.db'),
      // `payload.db.execute({ drizzle, raw, sql })`
      execute: ([given = UNDEFINED], site) => {
        const own = given.kind === 'object' ? given.entries : undefined;
        const by = connectionOf(own?.get('db') ?? own?.get('drizzle')) ?? connectionOf(pool) ?? recorder;
        by.send(own?.get('sql') ?? own?.get('raw') ?? given, site);
        return unknownAt(site.at, 'only the database knows what the query gives');
      },
    },
    {
      drizzle: () => pool,
      pool: () => pool,
      name: () => textAt('postgres', { file: recorder.source.path, start: 0, end: 0 }),
      sessions: () => ({ kind: 'host', host: { name: 'sessions', read: () => objectOf([['db', db]]) } }),
    },
  );
  return toolHost(recorder, 'payload', reads('payload'), { db: () => adapter, logger: () => logger });
}

const toldOnly: Value = { kind: 'host', host: { name: 'logger', call: () => UNDEFINED } };
