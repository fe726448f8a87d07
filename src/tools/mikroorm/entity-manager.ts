import { callValue } from '../../javascript/call';
import type { Site } from '../../javascript/host';
import { settle } from '../../javascript/promise';
import type { Recorder } from '../../javascript/recorder';
import { sqlAt } from '../../javascript/sql-text';
import type { ToolMethod } from '../../javascript/tool-host';
import { queryMethod, toolHost } from '../../javascript/tool-host';
import type { HostValue, TextValue, Value } from '../../javascript/value';
import { UNDEFINED, unknownAt } from '../../javascript/value';
import { entityTable } from './entity';
import { queryBuilder } from './query-builder';

/** What reads rows, or keeps them for `flush`. */
const SILENT = [
  'find',
  'findOne',
  'findOneOrFail',
  'findAll',
  'findAndCount',
  'findByCursor',
  'count',
  'countBy',
  'getReference',
  'populate',
  'refresh',
  'create',
  'map',
  'merge',
  'assign',
  'persist',
  'persistLater',
  'remove',
  'removeLater',
  'clear',
  'canPopulate',
];
/** What writes all that was done to entities before. */
const FLUSHES = ['flush', 'persistAndFlush', 'removeAndFlush', 'commit'];

type Write = (table: TextValue, hole: TextValue, sql: ReturnType<typeof sqlAt>) => TextValue;

const insert: Write = (table, hole, sql) => sql`insert into ${table} (${hole}) values (${hole})`;
const upsert: Write = (table, hole, sql) =>
  sql`insert into ${table} (${hole}) values (${hole}) on conflict (${hole}) do update set ${hole} = excluded.${hole}`;

const WRITES: Readonly<Record<string, Write>> = {
  insert,
  insertMany: insert,
  nativeInsert: insert,
  upsert,
  upsertMany: upsert,
  nativeUpdate: (table, hole, sql) => sql`update ${table} set ${hole} = ${hole} where ${hole}`,
  nativeDelete: (table, hole, sql) => sql`delete from ${table} where ${hole}`,
};

/**
 * The entity manager of a migration. Of what it writes at once only the table is told, which the entity names; what it writes by
 * `flush` is a gap. `more` is what leads on to the connection.
 */
export function entityManager(
  recorder: Recorder,
  execute: ToolMethod,
  more: Readonly<Record<string, ToolMethod>>,
): HostValue {
  const inTransaction: ToolMethod = (args, site) => {
    const callback = args.find(({ kind }) => kind === 'function');
    return callback === undefined ? undefined : settle(callValue(callback, [manager], site), site);
  };
  const manager = toolHost(recorder, 'the entity manager', {
    ...more,
    ...entityMethods(recorder, 'the entity manager', undefined),
    execute,
    fork: () => manager,
    transactional: inTransaction,
    begin: () => undefined,
    rollback: () => undefined,
    getRepository: ([entity]) => repository(recorder, manager, entity),
  });
  return manager;
}

function repository(recorder: Recorder, manager: Value, entity: Value | undefined): Value {
  const name = 'a repository';
  return toolHost(recorder, name, {
    ...entityMethods(recorder, name, entity ?? UNDEFINED),
    getEntityManager: () => manager,
  });
}

/** A repository has an entity of its own; the methods of the manager are given it. */
function entityMethods(
  recorder: Recorder,
  owner: string,
  entity: Value | undefined,
): Readonly<Record<string, ToolMethod>> {
  const write =
    (name: string, of: Write): ToolMethod =>
    (args, site) => {
      send(recorder, `${owner}.${name}`, of, entity ?? args[0], site);
      return unknownAt(site.at, 'only the database knows what it gives');
    };
  const flush =
    (name: string): ToolMethod =>
    (_args, { at }) => {
      const detail = `${owner}.${name} writes what was done to entities before, which is not followed`;
      recorder.report({ at, reason: 'unsupported-call', detail });
    };
  const build: ToolMethod = ([target]) => queryBuilder(recorder, entity ?? target);
  return {
    ...Object.fromEntries(SILENT.map((name) => [name, queryMethod(`${owner}.${name}`)])),
    ...Object.fromEntries(FLUSHES.map((name) => [name, flush(name)])),
    ...Object.fromEntries(Object.entries(WRITES).map(([name, of]) => [name, write(name, of)])),
    createQueryBuilder: build,
    qb: build,
  };
}

function send(recorder: Recorder, name: string, write: Write, entity: Value | undefined, site: Site): void {
  const { at } = site;
  const table = entityTable(entity, site);
  if (table === undefined) {
    const detail = `${name} writes to the table of an entity that could not be read`;
    recorder.report({ at, reason: 'unsupported-call', detail });
    return;
  }
  const hole: TextValue = { kind: 'text', pieces: [unknownAt(at, 'the row is not known')] };
  recorder.send(write(table, hole, sqlAt(at)), site);
}
