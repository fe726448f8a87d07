import type { TextLowering } from './lower-text';
import { textLowering } from './lower-text';

describe('majors that know a syntax', () => {
  let sql: TextLowering;
  beforeAll(async () => {
    sql = await textLowering();
  });

  it.each([
    [12, 'CREATE TABLE orders (a int GENERATED ALWAYS AS (1) STORED)'],
    [12, 'REINDEX TABLE CONCURRENTLY orders'],
    [12, 'VACUUM (TRUNCATE false) orders'],
    [12, 'WITH a AS MATERIALIZED (SELECT 1) SELECT FROM a'],
    [12, 'COPY orders FROM STDIN WHERE a = 1'],
    [12, 'COMMIT AND CHAIN'],
    [13, 'ALTER TABLE orders ALTER a DROP EXPRESSION'],
    [13, 'SELECT FROM orders ORDER BY a FETCH FIRST 1 ROWS WITH TIES'],
    [13, 'ALTER VIEW v RENAME COLUMN a TO b'],
    [14, 'ALTER TABLE orders DETACH PARTITION p CONCURRENTLY'],
    [14, 'ALTER TABLE orders DETACH PARTITION p FINALIZE'],
    [14, 'REINDEX (CONCURRENTLY) TABLE orders'],
    [14, 'REINDEX (TABLESPACE fast) TABLE orders'],
    [null, 'REINDEX (VERBOSE) TABLE orders'],
    [14, 'CREATE OR REPLACE TRIGGER t AFTER INSERT ON orders EXECUTE FUNCTION f()'],
    [14, 'CREATE FUNCTION f() RETURNS int BEGIN ATOMIC SELECT 1; END'],
    [14, 'ALTER TABLE orders ALTER a SET COMPRESSION lz4'],
    [14, 'CREATE TABLE orders (a text COMPRESSION lz4)'],
    [14, 'CLUSTER (VERBOSE) orders'],
    [null, 'CLUSTER VERBOSE orders'],
    [15, 'MERGE INTO orders USING a ON true WHEN MATCHED THEN DELETE'],
    [15, 'CREATE UNIQUE INDEX i ON orders (a) NULLS NOT DISTINCT'],
    [15, 'ALTER TABLE orders ADD UNIQUE NULLS NOT DISTINCT (a)'],
    [15, 'ALTER TABLE orders SET ACCESS METHOD heap'],
    [15, 'CREATE PUBLICATION p FOR TABLE orders WHERE (a > 1)'],
    [15, 'ALTER TABLE orders ADD FOREIGN KEY (a, b) REFERENCES c ON DELETE SET NULL (a)'],
    [15, 'CREATE VIEW v WITH (security_invoker = true) AS SELECT 1'],
    [16, 'ALTER TABLE orders ADD a text STORAGE external'],
    [16, 'SELECT FROM (SELECT 1)'],
    [16, 'SELECT JSON_ARRAY(1)'],
    [17, 'ALTER TABLE orders ALTER a SET EXPRESSION AS (1)'],
    [17, 'MERGE INTO orders USING a ON true WHEN NOT MATCHED BY SOURCE THEN DELETE'],
    [17, "SELECT JSON_VALUE(a, '$.b')"],
    [17, 'GRANT MAINTAIN ON orders TO app'],
    [18, 'ALTER TABLE orders ADD a int GENERATED ALWAYS AS (1)'],
    [18, 'ALTER TABLE orders ADD a int GENERATED ALWAYS AS (1) VIRTUAL'],
    [18, 'ALTER TABLE orders ADD NOT NULL a NOT VALID'],
    [null, 'ALTER TABLE orders ADD a int CONSTRAINT named NOT NULL'],
    [18, 'ALTER TABLE orders ADD CHECK (a > 0) NOT ENFORCED'],
    [18, 'ALTER TABLE orders ADD a int CHECK (a > 0) NOT ENFORCED'],
    [18, 'ALTER TABLE orders ADD a int REFERENCES b NOT ENFORCED'],
    [18, 'ALTER TABLE orders ADD PRIMARY KEY (a, b WITHOUT OVERLAPS)'],
    [18, 'ALTER TABLE orders ADD FOREIGN KEY (a, PERIOD b) REFERENCES c (a, PERIOD b)'],
    [18, 'ALTER TABLE orders ALTER CONSTRAINT c NOT ENFORCED'],
    [18, 'UPDATE orders SET a = 1 RETURNING old.a'],
    [18, 'VACUUM ONLY orders'],
    [null, 'ALTER TABLE orders ADD a int NOT NULL DEFAULT 0'],
  ])('%s: %s', (major, text) => {
    const [lowered] = sql.lowered(text);
    expect(lowered?.requires).toBe(major);
    expect(lowered?.what === undefined).toBe(major === null);
  });

  it.each([
    [12, 'CREATE TABLE orders (a int) WITH (oids = true)'],
    [12, 'CREATE TABLE orders (a abstime)'],
    [15, "CREATE FUNCTION f() RETURNS int LANGUAGE plpythonu AS 'x'"],
    [17, 'CREATE EXTENSION adminpack'],
    [undefined, 'CREATE TABLE orders (a int) WITH (oids = false)'],
  ])('gone in %s: %s', (major, text) => {
    expect(sql.lowered(text)[0]?.removedIn).toBe(major);
  });

  it('notes the functions that some servers lack, but for those of a schema', () => {
    const calls = (text: string): unknown => sql.lowered(text)[0]?.calls;
    expect(calls('ALTER TABLE orders ADD id uuid DEFAULT uuidv7()')).toEqual([
      { name: 'uuidv7', since: 18, until: null },
    ]);
    expect(calls("SELECT pg_start_backup('x')")).toEqual([
      { name: 'pg_start_backup', since: null, until: 15 },
    ]);
    expect(calls('SELECT shop.uuidv7()')).toBeUndefined();
  });

  it('names what is newest', () => {
    const [lowered] = sql.lowered(
      'CREATE TABLE orders (a int GENERATED ALWAYS AS (1) STORED, UNIQUE NULLS NOT DISTINCT (a))',
    );
    expect(lowered).toMatchObject({ requires: 15, what: 'NULLS NOT DISTINCT' });
  });

  it('looks into blocks, but not into what they put together', () => {
    expect(
      sql.lowered('DO $$ BEGIN IF a THEN ALTER TABLE orders ADD NOT NULL b; END IF; END $$')[0]?.requires,
    ).toBe(18);
    expect(
      sql.lowered("DO $$ BEGIN EXECUTE 'ALTER TABLE orders ADD NOT NULL b'; END $$")[0]?.requires,
    ).toBeNull();
  });
});
