import type { RuleDocs } from '../rule-docs';

const history = `CREATE TABLE users (id bigint PRIMARY KEY);
CREATE TABLE orders (id bigint PRIMARY KEY, user_id bigint REFERENCES users);`;

export const docs: RuleDocs = {
  problem: `The rows are gone, and only a backup brings them back. While the migration runs, the old version of the application is still running: each of its queries
on the table fails from that moment on.`,
  solution: `Let a release go out that does not name the table any more, and drop it in a later one. Foreign keys of the table lock the tables that they refer to:
drop those first, each by itself.`,
  reported: [
    {
      history,
      sql: 'DROP TABLE orders;',
      message: 'Dropping "orders" loses all rows, and clients that still use the table fail (42P01)',
    },
    {
      history,
      sql: 'DROP TABLE IF EXISTS orders, users;',
      message: 'Dropping "orders" and "users" loses all rows, and clients that still use them fail (42P01)',
    },
  ],
  accepted: [
    {
      why: 'The table was created by the same migration',
      sql: 'CREATE TABLE carts (id bigint);\nDROP TABLE carts;',
    },
    {
      why: 'Temporary tables are nobody else’s',
      sql: 'CREATE TEMPORARY TABLE carts (id bigint);\nDROP TABLE carts;',
    },
    {
      why: 'The table was created by an earlier migration that ships together with this one',
      sql: ['CREATE TABLE carts (id bigint);', 'DROP TABLE carts;'],
    },
    { why: 'IF EXISTS, and no such table exists', history, sql: 'DROP TABLE IF EXISTS carts;' },
    {
      why: 'For a partition `drop-partition-locks-parent` speaks',
      history: `CREATE TABLE events (id bigint, at date) PARTITION BY RANGE (at);
CREATE TABLE events_2024 PARTITION OF events FOR VALUES FROM ('2024-01-01') TO ('2025-01-01');`,
      sql: 'DROP TABLE events_2024;',
    },
    {
      why: 'Configuration calls it a staging table',
      history: 'CREATE SCHEMA staging;\nCREATE TABLE staging.orders (id bigint);',
      sql: 'DROP TABLE staging.orders;',
      options: { staging: ['staging'] },
    },
    {
      why: 'Where a table of the name is created again, `drop-and-recreate` speaks',
      history,
      sql: 'DROP TABLE orders;\nCREATE TABLE orders (id bigint);',
    },
    {
      why: 'Another table with the rows takes its place in the same transaction',
      history,
      sql: 'CREATE TABLE orders_new (id bigint PRIMARY KEY, user_id bigint);\nINSERT INTO orders_new SELECT * FROM orders;\nDROP TABLE orders;\nALTER TABLE orders_new RENAME TO orders;',
    },
    {
      why: 'It was renamed out of the way and copied, and another table goes by its name',
      history,
      sql: 'ALTER TABLE orders RENAME TO orders_old;\nCREATE TABLE orders (id bigint PRIMARY KEY, user_id bigint);\nINSERT INTO orders SELECT * FROM orders_old;\nDROP TABLE orders_old;',
    },
    {
      why: 'The same in one DO block',
      history,
      sql: 'DO $$ BEGIN\n  ALTER TABLE orders RENAME TO orders_old;\n  CREATE TABLE orders (id bigint PRIMARY KEY, user_id bigint);\n  INSERT INTO orders SELECT * FROM orders_old;\n  DROP TABLE orders_old;\nEND $$;',
    },
    {
      why: 'The drop is rolled back',
      history,
      sql: 'BEGIN;\nDROP TABLE orders;\nROLLBACK;',
      transaction: 'none',
    },
  ],
};
