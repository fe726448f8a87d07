import type { Client } from 'pg';
import { loadParser } from '../../src/sql/parse';
import { reviewExample } from '../rules/review-example';
import { selectedMajors } from './harness/majors';
import { startServer } from './harness/server';
import type { Server } from './harness/server';

const HISTORY = `CREATE TABLE orders (id bigint PRIMARY KEY, total bigint, note text);
CREATE FUNCTION touch() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN INSERT INTO fired VALUES (TG_NAME); RETURN NEW; END $$;
CREATE TRIGGER on_row BEFORE UPDATE OF note ON orders FOR EACH ROW WHEN (NEW.total > 1 OR NEW.total = 0) EXECUTE FUNCTION touch();
CREATE TRIGGER on_statement AFTER UPDATE ON orders FOR EACH STATEMENT EXECUTE FUNCTION touch();
CREATE CONSTRAINT TRIGGER on_commit AFTER UPDATE ON orders DEFERRABLE INITIALLY DEFERRED FOR EACH ROW WHEN (NEW.total IS DISTINCT FROM 1) EXECUTE FUNCTION touch();`;

const UPDATE = "UPDATE orders SET note = 'changed'";

describe.each(selectedMajors(process.env['PGFENCE_MAJORS']))('PostgreSQL %s', (major) => {
  let server: Server;
  let session: Client;
  beforeAll(async () => {
    server = await startServer(major);
    session = await server.connect();
    await session.query(`CREATE TABLE fired (name text); ${HISTORY}`);
    await session.query('INSERT INTO orders VALUES (1, 1), (2, 2)');
  });
  afterAll(async () => {
    await session.end();
    await server.stop();
  });

  const firedBy = async (sql: string): Promise<readonly string[]> => {
    await session.query(sql);
    const { rows } = await session.query<{ name: string }>('DELETE FROM fired RETURNING name');
    return rows.map(({ name }) => name).sort();
  };

  test('only what the transaction writes passes guarded triggers by', async () => {
    const sql = 'ALTER TABLE orders DISABLE TRIGGER USER';
    const example = { history: HISTORY, sql, postgres: major, message: '' };
    const report = reviewExample(await loadParser(), example, 'disable-trigger');
    const [guard = '', pass = '', unguard = ''] =
      report.findings[0]?.repair?.steps.map((step) => step.sql ?? '') ?? [];
    const all = ['on_commit', 'on_row', 'on_statement'];

    expect(await firedBy(UPDATE)).toEqual(all);
    await session.query(`BEGIN; ${guard} COMMIT`);
    expect(await firedBy(UPDATE)).toEqual(all);
    expect(await firedBy(`BEGIN; ${pass} ${UPDATE}; COMMIT`)).toEqual([]);
    expect(await firedBy(UPDATE)).toEqual(all);
    expect(await firedBy("UPDATE orders SET note = 'changed' WHERE id = 1")).toEqual(['on_statement']);
    await session.query(`BEGIN; ${unguard} COMMIT`);
    expect(await firedBy(`BEGIN; ${pass} ${UPDATE}; COMMIT`)).toEqual(all);
  });
});
