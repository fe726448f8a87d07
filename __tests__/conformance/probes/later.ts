import type { ProbeGroup } from './probe-group';

/** What came after 11. */
export const LATER: ProbeGroup = {
  setup: `CREATE ACCESS METHOD heap2 TYPE TABLE HANDLER heap_tableam_handler;
CREATE TABLE orders (id int PRIMARY KEY, total int, doubled int GENERATED ALWAYS AS (total * 2) STORED, note text, CHECK (doubled > 0));
CREATE INDEX orders_doubled ON orders (doubled);
CREATE TABLE p (id int NOT NULL, note text) PARTITION BY RANGE (id);
CREATE TABLE p1 PARTITION OF p FOR VALUES FROM (1) TO (100);
CREATE TABLE pd PARTITION OF p DEFAULT;
CREATE UNIQUE INDEX p_id ON p (id);
CREATE TABLE fresh (id int NOT NULL, note text);
CREATE TABLE refers (id int, p_id int REFERENCES p (id));
INSERT INTO orders (id, total, note) SELECT g, g, 'x' FROM generate_series(1, 50) g;
INSERT INTO p SELECT g, 'x' FROM generate_series(1, 50) g;
INSERT INTO refers SELECT g, g FROM generate_series(1, 50) g;
INSERT INTO fresh SELECT g, 'x' FROM generate_series(201, 250) g;`,
  statements: {
    'later/access-method': 'ALTER TABLE orders SET ACCESS METHOD heap2',
    'later/set-expression': 'ALTER TABLE orders ALTER COLUMN doubled SET EXPRESSION AS (total * 3)',
    'later/drop-expression': 'ALTER TABLE orders ALTER COLUMN doubled DROP EXPRESSION',
    'later/type-of-generated-source': 'ALTER TABLE orders ALTER COLUMN total TYPE bigint',
    'later/drop-generated-source': 'ALTER TABLE orders DROP COLUMN total CASCADE',
    'later/attach-referenced': 'ALTER TABLE p ATTACH PARTITION fresh FOR VALUES FROM (201) TO (300)',
    'later/detach-referenced': 'ALTER TABLE p DETACH PARTITION p1',
    'later/detach-referenced-default': 'ALTER TABLE p DETACH PARTITION pd',
    'later/detach-referenced-concurrently': 'ALTER TABLE p DETACH PARTITION p1 CONCURRENTLY',
    'later/drop-referenced-partition': 'DROP TABLE p1',
    'later/drop-referenced-partition-cascade': 'DROP TABLE p1 CASCADE',
    'later/truncate-referenced-partition': 'TRUNCATE p1',
    'later/truncate-referenced-cascade': 'TRUNCATE p1 CASCADE',
    'later/create-partition-referenced': 'CREATE TABLE p3 PARTITION OF p FOR VALUES FROM (300) TO (400)',
    'later/type-of-referenced': 'ALTER TABLE p ALTER COLUMN id TYPE bigint',
    'later/type-of-referencing': 'ALTER TABLE refers ALTER COLUMN p_id TYPE bigint',
    'later/varchar-referenced': 'ALTER TABLE p ADD CHECK (id < 1000000)',
    'later/reindex-concurrently': 'REINDEX INDEX CONCURRENTLY orders_doubled',
    'later/reindex-partitioned': 'REINDEX TABLE p',
    'later/reindex-tablespace': 'REINDEX (TABLESPACE ts2) INDEX orders_doubled',
    'later/set-compression': 'ALTER TABLE orders ALTER COLUMN note SET COMPRESSION pglz',
    'later/not-null-not-valid': 'ALTER TABLE orders ADD CONSTRAINT noted NOT NULL note NOT VALID',
    'later/not-enforced': 'ALTER TABLE orders ADD CONSTRAINT noted CHECK (id > 0) NOT ENFORCED',
    'later/virtual': 'ALTER TABLE orders ADD COLUMN tripled int GENERATED ALWAYS AS (total * 3) VIRTUAL',
    'later/insert': 'INSERT INTO refers VALUES (1, 1)',
    'later/delete': 'DELETE FROM p WHERE id = 99',
    'later/statistics-expression': 'CREATE STATISTICS related ON (id + 1), note FROM orders',
    'later/publication-where': 'CREATE PUBLICATION feed FOR TABLE orders (id, note) WHERE (id > 0)',
    'later/publication-schema': 'CREATE PUBLICATION feed FOR TABLES IN SCHEMA public',
    'later/nulls-not-distinct': 'ALTER TABLE orders ADD UNIQUE NULLS NOT DISTINCT (note)',
    'later/atomic':
      'CREATE FUNCTION total_of(i int) RETURNS int BEGIN ATOMIC SELECT total FROM orders WHERE id = i; END',
    'later/merge-returning':
      'MERGE INTO refers r USING fresh f ON r.id = f.id WHEN NOT MATCHED BY SOURCE THEN DELETE',
  },
};
