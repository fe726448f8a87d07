import type { RuleDocs } from '../rule-docs';

const history =
  'CREATE TABLE orders (id integer PRIMARY KEY, code varchar(50) NOT NULL, note text, total numeric(10, 2), placed_at timestamp, number serial);';

export const docs: RuleDocs = {
  problem: `PostgreSQL reads the whole table to see that no row has NULL, and while it does nobody can read or write the table.`,
  solution: `Prove it first, without closing the table. On PostgreSQL 12 to 17: add \`CHECK (note IS NOT NULL)\` as \`NOT VALID\`, validate it in the next migration while clients go on, then \`SET NOT NULL\` believes the valid CHECK and reads nothing. From 18 on
add the NOT NULL constraint itself as \`NOT VALID\` and validate it.`,
  reported: [
    {
      history,
      sql: 'ALTER TABLE orders ALTER COLUMN note SET NOT NULL;',
      message:
        'SET NOT NULL on "note" stops reads and writes of "orders" (ACCESS EXCLUSIVE lock) until every row has been read',
    },
    {
      history:
        'CREATE TABLE orders (id integer PRIMARY KEY, code varchar(50) NOT NULL, note text, total numeric(10, 2), placed_at timestamp, number serial);\nALTER TABLE orders ADD CONSTRAINT orders_note_nn CHECK (note IS NOT NULL) NOT VALID;',
      sql: 'ALTER TABLE orders ALTER COLUMN note SET NOT NULL;',
      postgres: 16,
      message:
        'SET NOT NULL on "note" stops reads and writes of "orders" (ACCESS EXCLUSIVE lock) until every row has been read',
    },
    {
      history:
        'CREATE TABLE orders (id integer PRIMARY KEY, code varchar(50) NOT NULL, note text, total numeric(10, 2), placed_at timestamp, number serial);\nALTER TABLE orders ADD CONSTRAINT orders_note_nn CHECK (note IS NOT NULL) NOT VALID;\nALTER TABLE orders VALIDATE CONSTRAINT orders_note_nn;',
      sql: 'ALTER TABLE orders ALTER COLUMN note SET NOT NULL;',
      postgres: 11,
      message:
        'SET NOT NULL on "note" stops reads and writes of "orders" (ACCESS EXCLUSIVE lock) until every row has been read',
    },
    {
      history:
        'CREATE TABLE orders (id integer PRIMARY KEY, code varchar(50) NOT NULL, note text, total numeric(10, 2), placed_at timestamp, number serial);\nALTER TABLE orders ADD CONSTRAINT orders_note_nn CHECK (note IS NOT NULL) NOT VALID;\nALTER TABLE orders VALIDATE CONSTRAINT orders_note_nn;',
      sql: 'ALTER TABLE orders ALTER COLUMN note SET NOT NULL, ALTER COLUMN total SET NOT NULL;',
      postgres: 16,
      message:
        'SET NOT NULL on "total" stops reads and writes of "orders" (ACCESS EXCLUSIVE lock) until every row has been read',
    },
    {
      history:
        'CREATE TABLE events (id bigint, note text) PARTITION BY RANGE (id);\nCREATE TABLE events_1 PARTITION OF events FOR VALUES FROM (0) TO (100);',
      sql: 'ALTER TABLE events ALTER COLUMN note SET NOT NULL;',
      message:
        'SET NOT NULL on "note" stops reads and writes of "events_1" (ACCESS EXCLUSIVE lock) until every row has been read',
    },
    {
      sql: 'ALTER TABLE orders ALTER COLUMN note SET NOT NULL;',
      completeHistory: false,
      postgres: 16,
      message:
        'SET NOT NULL on "note" stops reads and writes of "orders" (ACCESS EXCLUSIVE lock) until every row has been read, unless the column is NOT NULL already or a valid CHECK says that the column is not null',
    },
    {
      history:
        'CREATE TABLE orders (id integer PRIMARY KEY, code varchar(50) NOT NULL, note text, total numeric(10, 2), placed_at timestamp, number serial);\nALTER TABLE orders ADD CONSTRAINT orders_note_nn NOT NULL note NOT VALID;',
      postgres: 18,
      sql: 'ALTER TABLE orders ALTER COLUMN note SET NOT NULL;',
      message:
        'SET NOT NULL on "note" stops reads and writes of "orders" (ACCESS EXCLUSIVE lock) until every row has been read',
    },
    {
      history:
        'CREATE DOMAIN code AS text NOT NULL;\nCREATE TABLE orders (id bigint PRIMARY KEY, code code);',
      sql: 'ALTER TABLE orders ALTER COLUMN code SET NOT NULL;',
      postgres: 16,
      message:
        'SET NOT NULL on "code" stops reads and writes of "orders" (ACCESS EXCLUSIVE lock) until every row has been read',
    },
    {
      completeHistory: false,
      sql: 'ALTER TABLE orders ALTER COLUMN total TYPE bigint, ALTER COLUMN note SET NOT NULL;',
      message:
        'SET NOT NULL on "note" stops reads and writes of "orders" (ACCESS EXCLUSIVE lock) until every row has been read, unless the column is NOT NULL already or a valid CHECK says that the column is not null',
    },
    {
      completeHistory: false,
      sql: 'ALTER TABLE orders VALIDATE CONSTRAINT orders_note_ck, ALTER COLUMN note SET NOT NULL;',
      message:
        'SET NOT NULL on "note" stops reads and writes of "orders" (ACCESS EXCLUSIVE lock) until every row has been read, unless the column is NOT NULL already or a valid CHECK says that the column is not null',
    },
    {
      history: 'CREATE TABLE events (id bigint, at date) PARTITION BY RANGE (at);',
      sql: 'ALTER TABLE events ALTER COLUMN id SET NOT NULL;',
      message:
        'SET NOT NULL on "id" stops reads and writes of "events" (ACCESS EXCLUSIVE lock) until every row has been read, unless it has no partition yet',
    },
  ],
  accepted: [
    {
      why: 'The table was created in the same transaction: nobody else can use it yet',
      sql: 'CREATE TABLE carts (id integer, code varchar(50), note text, placed_at timestamp);\nALTER TABLE carts ALTER COLUMN note SET NOT NULL;',
    },
    {
      why: 'A valid CHECK proves it',
      history:
        'CREATE TABLE orders (id integer PRIMARY KEY, code varchar(50) NOT NULL, note text, total numeric(10, 2), placed_at timestamp, number serial);\nALTER TABLE orders ADD CONSTRAINT orders_note_nn CHECK (note IS NOT NULL) NOT VALID;\nALTER TABLE orders VALIDATE CONSTRAINT orders_note_nn;',
      sql: 'ALTER TABLE orders ALTER COLUMN note SET NOT NULL;',
      postgres: 16,
    },
    {
      why: 'The proof may stand inside of another condition',
      history:
        'CREATE TABLE orders (id integer PRIMARY KEY, code varchar(50) NOT NULL, note text, total numeric(10, 2), placed_at timestamp, number serial);\nALTER TABLE orders ADD CHECK (NOT (note IS NULL) AND total > 0);',
      sql: 'ALTER TABLE orders ALTER COLUMN note SET NOT NULL;',
      postgres: 12,
    },
    {
      why: 'The CHECK is validated in the same transaction, by a statement of its own',
      history:
        'CREATE TABLE orders (id integer PRIMARY KEY, code varchar(50) NOT NULL, note text, total numeric(10, 2), placed_at timestamp, number serial);\nALTER TABLE orders ADD CONSTRAINT orders_note_nn CHECK (note IS NOT NULL) NOT VALID;',
      sql: 'ALTER TABLE orders VALIDATE CONSTRAINT orders_note_nn;\nALTER TABLE orders ALTER COLUMN note SET NOT NULL;\nALTER TABLE orders DROP CONSTRAINT orders_note_nn;',
      postgres: 16,
    },
    { why: 'It is NOT NULL already', history, sql: 'ALTER TABLE orders ALTER COLUMN code SET NOT NULL;' },
    {
      why: 'All partitions are NOT NULL already',
      history:
        'CREATE TABLE events (id bigint, note text) PARTITION BY RANGE (id);\nCREATE TABLE events_1 PARTITION OF events FOR VALUES FROM (0) TO (100);\nALTER TABLE events_1 ALTER COLUMN note SET NOT NULL;',
      sql: 'ALTER TABLE events ALTER COLUMN note SET NOT NULL;',
      postgres: 17,
    },
    {
      why: '`set-not-null-proof-same-statement` speaks',
      history:
        'CREATE TABLE orders (id integer PRIMARY KEY, code varchar(50) NOT NULL, note text, total numeric(10, 2), placed_at timestamp, number serial);\nALTER TABLE orders ADD CONSTRAINT orders_note_nn CHECK (note IS NOT NULL) NOT VALID;\nALTER TABLE orders VALIDATE CONSTRAINT orders_note_nn;',
      sql: 'ALTER TABLE orders ALTER COLUMN note SET NOT NULL, DROP CONSTRAINT orders_note_nn;',
      postgres: 16,
    },
    {
      why: 'The proof may be written otherwise, and need not be inherited',
      history: `${history}\nALTER TABLE orders ADD CONSTRAINT orders_note_nn CHECK (NOT (note IS NULL)) NO INHERIT;`,
      sql: 'ALTER TABLE orders ALTER COLUMN note SET NOT NULL;',
      postgres: 17,
    },
  ],
};
