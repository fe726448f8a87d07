import type { RuleDocs } from '../rule-docs';

const history =
  'CREATE TABLE users (id bigint PRIMARY KEY, email text);\nCREATE TABLE orders (id bigint PRIMARY KEY, user_id bigint, quantity integer, note text);';

export const docs: RuleDocs = {
  problem: `A UNIQUE constraint builds an index over the whole table, and until it is done nobody can read or write the table.`,
  solution: `Build the index with \`CREATE UNIQUE INDEX CONCURRENTLY\`, then let the constraint take it over with \`USING INDEX\`, which takes a moment. On a partitioned table do so for each partition; the parent's constraint then takes theirs.`,
  reported: [
    {
      history,
      sql: 'ALTER TABLE users ADD UNIQUE (email);',
      message:
        'This UNIQUE constraint stops reads and writes of "users" (ACCESS EXCLUSIVE lock) until its index is built',
    },
    {
      history,
      sql: 'ALTER TABLE users ADD CONSTRAINT users_email_once UNIQUE NULLS NOT DISTINCT (email) INCLUDE (id) DEFERRABLE;',
      message:
        'This UNIQUE constraint stops reads and writes of "users" (ACCESS EXCLUSIVE lock) until its index is built',
    },
    {
      history:
        'CREATE TABLE users (id bigint PRIMARY KEY);\nCREATE TABLE events (id bigint, user_id bigint) PARTITION BY RANGE (id);\nCREATE TABLE events_1 PARTITION OF events FOR VALUES FROM (0) TO (100);\nCREATE TABLE events_2 PARTITION OF events FOR VALUES FROM (100) TO (200);',
      sql: 'ALTER TABLE events ADD UNIQUE (id);',
      message:
        'This UNIQUE constraint stops reads and writes of "events_1" and "events_2" (ACCESS EXCLUSIVE lock) until its index is built',
    },
    {
      history: 'CREATE EXTENSION btree_gist;\nCREATE TABLE prices (item integer, during daterange);',
      sql: 'ALTER TABLE prices ADD CONSTRAINT prices_once UNIQUE (item, during WITHOUT OVERLAPS);',
      message:
        'This UNIQUE constraint stops reads and writes of "prices" (ACCESS EXCLUSIVE lock) until its index is built',
    },
    {
      history,
      sql: 'ALTER TABLE orders ADD COLUMN ref text;\nALTER TABLE users ADD UNIQUE (email);',
      message:
        'This UNIQUE constraint stops reads and writes of "users" (ACCESS EXCLUSIVE lock) until its index is built; meanwhile reads and writes of "orders" (ACCESS EXCLUSIVE lock) wait for what this transaction did before',
    },
    {
      history: 'CREATE TABLE shops (id bigint PRIMARY KEY, name text);',
      sql: 'ALTER TABLE shops ADD COLUMN code bigint, ADD CONSTRAINT shops_code_key UNIQUE (code);',
      message:
        'This UNIQUE constraint stops reads and writes of "shops" (ACCESS EXCLUSIVE lock) until its index is built',
    },
    {
      history: 'CREATE TABLE shops (id bigint PRIMARY KEY, name text, code bigint);',
      sql: 'ALTER TABLE shops ADD COLUMN note text, ADD CONSTRAINT shops_code_key UNIQUE (code), DROP COLUMN name;',
      message:
        'This UNIQUE constraint stops reads and writes of "shops" (ACCESS EXCLUSIVE lock) until its index is built',
    },
    {
      history: 'CREATE TABLE shops (id bigint PRIMARY KEY, name text, code bigint);',
      sql: 'ALTER TABLE shops ADD CONSTRAINT shops_code_once UNIQUE (code), ADD UNIQUE (name);',
      message: [
        'The UNIQUE constraint "shops_code_once" stops reads and writes of "shops" (ACCESS EXCLUSIVE lock) until its index is built',
        'The UNIQUE constraint on "name" stops reads and writes of "shops" (ACCESS EXCLUSIVE lock) until its index is built',
      ],
    },
  ],
  accepted: [
    {
      why: 'The table was created in the same transaction: nobody else can use it yet',
      history,
      sql: 'CREATE TABLE carts (email text);\nALTER TABLE carts ADD UNIQUE (email);',
    },
    {
      why: 'The constraint takes an index over',
      history:
        'CREATE TABLE users (id bigint PRIMARY KEY, email text);\nCREATE TABLE orders (id bigint PRIMARY KEY, user_id bigint, quantity integer, note text);\nCREATE UNIQUE INDEX users_email_key ON users (email);',
      sql: 'ALTER TABLE users ADD CONSTRAINT users_email_key UNIQUE USING INDEX users_email_key;',
    },
    {
      why: 'Every partition has an equal constraint',
      history:
        'CREATE TABLE users (id bigint PRIMARY KEY);\nCREATE TABLE events (id bigint, user_id bigint) PARTITION BY RANGE (id);\nCREATE TABLE events_1 PARTITION OF events FOR VALUES FROM (0) TO (100);\nCREATE TABLE events_2 PARTITION OF events FOR VALUES FROM (100) TO (200);\nALTER TABLE events_1 ADD UNIQUE (id);\nALTER TABLE events_2 ADD UNIQUE (id);',
      sql: 'ALTER TABLE events ADD UNIQUE (id);',
    },
    {
      why: '`add-column-inline-unique` speaks',
      history,
      sql: 'ALTER TABLE users ADD COLUMN ref text UNIQUE;',
    },
  ],
};
