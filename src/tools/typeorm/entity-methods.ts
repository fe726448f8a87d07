import type { Site } from '../../javascript/host';
import type { Recorder } from '../../javascript/recorder';
import { withGuard } from '../../javascript/run';
import { sqlAt } from '../../javascript/sql-text';
import type { ToolMethod } from '../../javascript/tool-host';
import { queryMethod } from '../../javascript/tool-host';
import type { HostValue, TextValue, Value } from '../../javascript/value';
import { arrayOf, unknownAt } from '../../javascript/value';
import { ENTITY, entityTable } from './entity';
import { queryBuilder } from './query-builder';

const READS = [
  'findByIds',
  'findAndCount',
  'findAndCountBy',
  'count',
  'countBy',
  'exist',
  'exists',
  'existsBy',
  'sum',
  'average',
  'minimum',
  'maximum',
  'getId',
  'hasId',
];
/** What gives rows of the entity. */
const ROWS = ['create', 'merge', 'preload', 'findOne', 'findOneBy', 'findOneOrFail', 'findOneByOrFail'];
const LISTS = ['find', 'findBy'];

type Write = (table: TextValue, hole: TextValue, sql: ReturnType<typeof sqlAt>) => TextValue;

const insert: Write = (table, hole, sql) => sql`INSERT INTO ${table} (${hole}) VALUES (${hole})`;
const update: Write = (table, hole, sql) => sql`UPDATE ${table} SET ${hole} = ${hole} WHERE ${hole}`;
const remove: Write = (table, hole, sql) => sql`DELETE FROM ${table} WHERE ${hole}`;

/** What each method sends; saving is one or the other, as the database has the row or not. */
const WRITES: Readonly<Record<string, readonly Write[]>> = {
  save: [insert, update],
  insert: [insert],
  update: [update],
  upsert: [
    (table, hole, sql) =>
      sql`INSERT INTO ${table} (${hole}) VALUES (${hole}) ON CONFLICT (${hole}) DO UPDATE SET ${hole} = EXCLUDED.${hole}`,
  ],
  delete: [remove],
  remove: [remove],
  softDelete: [update],
  softRemove: [update],
  restore: [update],
  recover: [update],
  increment: [update],
  decrement: [update],
  clear: [(table, _hole, sql) => sql`TRUNCATE TABLE ${table}`],
};

/**
 * Work on entities. Of the statements only the table is told, which the entity names; the columns and values are left open. A
 * repository has an entity of its own; the methods of a manager are given it.
 */
export function entityMethods(
  recorder: Recorder,
  owner: string,
  entity: Value | undefined,
): Readonly<Record<string, ToolMethod>> {
  const target = (args: readonly Value[]): Value | undefined => entity ?? args[0];
  const row =
    (name: string): ToolMethod =>
    (args, site) =>
      rowOf(target(args), `rows of ${owner}.${name}()`, site);
  const list = (name: string): ToolMethod => {
    return (args, { at }) => {
      const rows = unknownAt(at, 'only the database knows the rows', `rows of ${owner}.${name}()`);
      const of = target(args);
      return arrayOf([], of === undefined ? rows : { ...rows, of });
    };
  };
  const write =
    (name: string, writes: readonly Write[]): ToolMethod =>
    (args, site) => {
      send(recorder, `${owner}.${name}`, writes, target(args), site);
      return unknownAt(site.at, 'only the database knows what it gives');
    };
  return {
    ...Object.fromEntries(READS.map((name) => [name, queryMethod(`${owner}.${name}`)])),
    ...Object.fromEntries(ROWS.map((name) => [name, row(name)])),
    ...Object.fromEntries(LISTS.map((name) => [name, list(name)])),
    ...Object.fromEntries(Object.entries(WRITES).map(([name, writes]) => [name, write(name, writes)])),
    createQueryBuilder: (args) => queryBuilder(recorder, entity ?? args[0]),
  };
}

function send(
  recorder: Recorder,
  name: string,
  writes: readonly Write[],
  entity: Value | undefined,
  site: Site,
): void {
  const { at, run } = site;
  const table = entityTable(entity, site);
  if (table === undefined) {
    const detail = `${name} writes to the table of an entity that could not be read`;
    recorder.report({ at, reason: 'unsupported-call', detail });
    return;
  }
  const hole: TextValue = { kind: 'text', pieces: [unknownAt(at, 'the row is not known')] };
  for (const write of writes) {
    const sendOne = (): void => recorder.send(write(table, hole, sqlAt(at)), site);
    if (writes.length === 1) sendOne();
    else withGuard(run, 'it depends on whether the row is there', sendOne);
  }
}

/** A row of which only the entity is known. */
function rowOf(entity: Value | undefined, name: string, { at }: Site): HostValue {
  return {
    kind: 'host',
    host: {
      name,
      isOptional: true,
      read: (key) =>
        key === ENTITY ? entity : unknownAt(at, 'only the database knows the row', `${name}.${key}`),
    },
  };
}
