import type { ProbeGroup } from './probe-group';

/** Functions of the server that lock what a constant among their arguments names. */
export const CALLS: ProbeGroup = {
  setup: `CREATE TABLE hashed (id int, note text) PARTITION BY HASH (id);
CREATE TABLE hashed_0 PARTITION OF hashed FOR VALUES WITH (MODULUS 2, REMAINDER 0);
CREATE TABLE plain (id int, note text);
CREATE TABLE checked (id int, CHECK (satisfies_hash_partition('hashed'::regclass, 1, 0, id)));
CREATE TABLE later (id int);
CREATE SEQUENCE numbers;
INSERT INTO plain SELECT g, 'n' FROM generate_series(1, 50) g;
INSERT INTO later SELECT g FROM generate_series(1, 50) g;
ALTER TABLE later ADD CONSTRAINT later_hashed CHECK (satisfies_hash_partition('hashed'::regclass, 1, 0, id)) NOT VALID;`,
  statements: {
    'calls/hash-of-constants': "SELECT satisfies_hash_partition('hashed'::regclass, 2, 0, 1)",
    'calls/hash-of-rows': "SELECT satisfies_hash_partition('hashed'::regclass, 2, 0, id) FROM plain",
    'calls/hash-of-null': "SELECT satisfies_hash_partition('hashed'::regclass, NULL, 0, 1)",
    'calls/hash-explained': "EXPLAIN SELECT satisfies_hash_partition('hashed'::regclass, 2, 0, 1)",
    'calls/hash-of-rows-explained':
      "EXPLAIN SELECT satisfies_hash_partition('hashed'::regclass, 2, 0, id) FROM plain",
    'calls/hash-checked':
      "ALTER TABLE plain ADD CHECK (satisfies_hash_partition('hashed'::regclass, 1, 0, id))",
    'calls/hash-checked-later':
      "ALTER TABLE plain ADD CHECK (satisfies_hash_partition('hashed'::regclass, 1, 0, id)) NOT VALID",
    'calls/hash-validated': 'ALTER TABLE later VALIDATE CONSTRAINT later_hashed',
    'calls/hash-written': 'INSERT INTO checked VALUES (1)',
    'calls/hash-deleted': 'DELETE FROM checked',
    'calls/hash-indexed':
      "CREATE INDEX ON plain (note) WHERE satisfies_hash_partition('hashed'::regclass, 1, 0, id)",
    'calls/setval': "SELECT setval('numbers', 7)",
    'calls/setval-null': "SELECT setval('numbers', NULL)",
    'calls/setval-called-null': "SELECT setval('numbers', 7, NULL)",
    'calls/nextval-null': 'SELECT nextval(NULL)',
  },
};
