import { DatabaseError, type Client } from 'pg';
import { castBetween } from '../../src/postgres/coercion';
import { defaultOperatorClass } from '../../src/postgres/operator-class';
import { operatorVolatility, requiredMajor, volatilityOf } from '../../src/postgres/volatility';
import { readCatalogs, type Catalogs } from './generate/catalogs';
import { selectedMajors } from './harness/majors';
import { startServer, type Server } from './harness/server';

const METHODS = ['btree', 'hash', 'gist', 'gin', 'brin', 'spgist'];

/** Kept although the cast is a function, if the session's zone is UTC. */
const KEPT_IN_UTC = ['timestamp>timestamptz', 'timestamptz>timestamp'];

describe.each(selectedMajors(process.env['PGFENCE_MAJORS']))('PostgreSQL %s', (major) => {
  let server: Server;
  let session: Client;
  let catalogs: Catalogs;
  let types: readonly string[];
  beforeAll(async () => {
    server = await startServer(major);
    catalogs = await readCatalogs(server);
    session = await server.connect();
    await session.query("SET client_min_messages = 'error'");
    for (const extension of [
      'btree_gin',
      'btree_gist',
      'citext',
      'cube',
      'hstore',
      'intarray',
      'isn',
      'ltree',
      'seg',
    ]) {
      await session.query(`CREATE EXTENSION ${extension}`);
    }
    // No column can be of an internal type.
    const usable = catalogs.types.filter(
      ({ key, extension }) => !key.startsWith('Z') && extension !== 'btree_gist',
    );
    types = usable
      .map(({ subject }) => subject)
      .filter((type) => !/^(pg_(brin|dep|mcv|ndist|node)|gtrgm|g.*vector)/.test(type));
  });
  afterAll(async () => {
    await session.end();
    await server.stop();
  });

  test('knows the volatility of every function that an expression can call', () => {
    const told = new Map<string, string>();
    for (const { subject, key } of catalogs.functions)
      told.set(subject, `${told.get(subject) ?? ''}${key.slice(1)}`);
    const expected = [...told].map(([name, keys]) => [
      name,
      keys.includes('v') ? 'volatile' : keys.includes('s') ? 'stable' : 'immutable',
    ]);
    expect([...told.keys()].map((name) => [name, volatilityOf(name, major)])).toEqual(expected);
  });

  test('knows of no function of PostgreSQL itself that came later', () => {
    const own = catalogs.functions.filter(({ extension }) => extension === '').map(({ subject }) => subject);
    expect(own.filter((name) => (requiredMajor(name) ?? 99) > major)).toEqual([]);
  });

  test('knows the operators that are not immutable', () => {
    const own = catalogs.operators.filter(({ extension }) => extension === '');
    const read = own.map(({ subject }) => {
      const [left = '', operator = '', right = ''] = subject.split(' ');
      return [subject, operatorVolatility(left, operator, right, major)];
    });
    expect(read).toEqual(own.map(({ subject }) => [subject, 'stable']));
  });

  test('changes the type of a column as the cast says', async () => {
    const wrong: string[] = [];
    for (const from of types) {
      await session.query(`DROP TABLE IF EXISTS orders; CREATE TABLE orders (x "${from}")`);
      for (const to of types) {
        const done = await changeType(session, to);
        if (done !== foreseen(from, to, major))
          wrong.push(`${from}>${to}: ${done}, not ${foreseen(from, to, major)}`);
      }
    }
    expect(wrong).toEqual([]);
  }, 300_000);

  test('indexes a column with the default operator class', async () => {
    const wrong: string[] = [];
    for (const type of types) {
      await session.query(`DROP TABLE IF EXISTS orders; CREATE TABLE orders (x "${type}")`);
      for (const method of METHODS) {
        const done = await operatorClassUsed(session, method);
        const expected = defaultOperatorClass(method, type, major);
        if (done !== expected) wrong.push(`${method} ${type}: ${String(done)}, not ${String(expected)}`);
      }
    }
    expect(wrong).toEqual([]);
  }, 300_000);
});

type Outcome = 'kept' | 'rewritten' | 'refused';

function foreseen(from: string, to: string, major: number): Outcome {
  const cast = castBetween(from, to, major);
  if (typeof cast === 'string' || cast.context === 'explicit') return 'refused';
  if (KEPT_IN_UTC.includes(`${from}>${to}`)) return major < 12 ? 'rewritten' : 'kept';
  return cast.method === 'binary' ? 'kept' : 'rewritten';
}

async function changeType(session: Client, to: string): Promise<Outcome> {
  await session.query('BEGIN');
  try {
    const before = await fileOf(session);
    await session.query(`ALTER TABLE orders ALTER COLUMN x TYPE "${to}"`);
    return (await fileOf(session)) === before ? 'kept' : 'rewritten';
  } catch (error) {
    if (error instanceof DatabaseError && error.code === '42804') return 'refused';
    throw error;
  } finally {
    await session.query('ROLLBACK');
  }
}

async function fileOf(session: Client): Promise<number | undefined> {
  const { rows } = await session.query<{ file: number }>(
    "SELECT pg_relation_filenode('orders')::int AS file",
  );
  return rows[0]?.file;
}

async function operatorClassUsed(session: Client, method: string): Promise<string | undefined> {
  await session.query('BEGIN');
  try {
    await session.query(`CREATE INDEX orders_x ON orders USING ${method} (x)`);
    const { rows } = await session.query<{ opcname: string }>(
      "SELECT opcname FROM pg_opclass WHERE oid = (SELECT indclass[0] FROM pg_index WHERE indexrelid = 'orders_x'::regclass)",
    );
    return rows[0]?.opcname;
  } catch (error) {
    if (error instanceof DatabaseError && error.code === '42704') return undefined;
    throw error;
  } finally {
    await session.query('ROLLBACK');
  }
}
