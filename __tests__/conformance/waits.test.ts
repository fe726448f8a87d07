import { EFFECTS, isWithin } from '../../src/postgres/effects/effects';
import { LOCK_MODES, type LockMode } from '../../src/postgres/lock-mode';
import { loadParser } from '../../src/sql/parse';
import type { Reader } from '../analysis/our-reading';
import { readerWith } from '../analysis/our-reading';
import { boundariesOf } from './harness/boundaries';
import { ALL_MAJORS, selectedMajors } from './harness/majors';
import { startServer, type Server } from './harness/server';
import { waitsForHolder, type Bystanders } from './harness/waiting';

const SETUP = `CREATE TABLE orders (id int, total int);
CREATE INDEX orders_total ON orders (total);
CREATE TABLE events (id int) PARTITION BY LIST (id);
CREATE TABLE events_1 PARTITION OF events FOR VALUES IN (1);
CREATE TABLE users (id int);
INSERT INTO orders VALUES (1, 1);
INSERT INTO events VALUES (1);
INSERT INTO users VALUES (1);`;

/** Each line that says for whom it waits, by a statement that brings it, the tables that this names, and how to undo it. */
const STATEMENTS = [
  [
    'create-index/concurrently',
    'CREATE INDEX CONCURRENTLY orders_id ON orders (id)',
    ['orders'],
    'DROP INDEX orders_id',
  ],
  [
    'drop-index/concurrently',
    'DROP INDEX CONCURRENTLY orders_total',
    ['orders'],
    'CREATE INDEX orders_total ON orders (total)',
  ],
  ['reindex/concurrently', 'REINDEX TABLE CONCURRENTLY orders', ['orders'], ''],
  ['reindex/concurrently', 'REINDEX INDEX CONCURRENTLY orders_total', ['orders'], ''],
  [
    'detach-concurrently/table',
    'ALTER TABLE events DETACH PARTITION events_1 CONCURRENTLY',
    ['events', 'events_1'],
    'ALTER TABLE events_1 DROP CONSTRAINT IF EXISTS events_1_id_check; ALTER TABLE events ATTACH PARTITION events_1 FOR VALUES IN (1)',
  ],
] as const;

/** What another transaction may have done: the mode that it holds by that. */
const ACTS: readonly (readonly [act: string, mode: LockMode])[] = [
  ...LOCK_MODES.map((mode) => [`LOCK TABLE ONLY $table IN ${mode} MODE`, mode] as const),
  ['SELECT count(*) FROM ONLY $table', 'ACCESS SHARE'],
  ['UPDATE ONLY $table SET id = id', 'ROW EXCLUSIVE'],
];

const lines = EFFECTS.filter(({ waitsFor }) => waitsFor !== undefined);
const wanted = process.env['PGFENCE_MAJORS'];
const starts = wanted === undefined ? lines.flatMap(boundariesOf) : [];
const majors = ALL_MAJORS.filter((major) => selectedMajors(wanted).includes(major) || starts.includes(major));

let read: Reader;
beforeAll(async () => {
  read = readerWith(await loadParser());
});

test('each line that says for whom it waits has a statement here', () => {
  expect([...new Set(STATEMENTS.map(([line]) => line as string))].sort()).toEqual(
    lines.map(({ id }) => id).sort(),
  );
});

describe.each(majors)('PostgreSQL %s', (major) => {
  let server: Server;
  let sessions: Bystanders;
  beforeAll(async () => {
    server = await startServer(major);
    sessions = {
      holder: await server.connect(),
      runner: await server.connect(),
      monitor: await server.connect(),
    };
    await sessions.runner.query(SETUP);
  });
  afterAll(async () => {
    await Promise.all(Object.values(sessions).map((session) => session.end()));
    await server.stop();
  });

  const known = STATEMENTS.filter(([line]) =>
    lines.some(({ id, since, until }) => id === line && isWithin(major, since, until)),
  );
  test.each(known)('%s: agrees for whom it waits: %s', async (_, statement, tables, undo) => {
    const { heldUpBy } = read(SETUP, statement, major);
    const waited = async (act: string): Promise<boolean> => {
      await sessions.holder.query(`BEGIN; ${act}`);
      const waits = await waitsForHolder(sessions, statement);
      await sessions.runner.query(undo);
      return waits;
    };
    for (const table of tables) {
      const waits: string[] = [];
      for (const [act] of ACTS) if (await waited(act.replace('$table', table))) waits.push(act);
      expect({ table, waits }).toEqual({
        table,
        waits: ACTS.filter(([, held]) => heldUpBy[table]?.includes(held) === true).map(([act]) => act),
      });
    }
    expect(await waited('UPDATE users SET id = id')).toBe(false);
  });
});
