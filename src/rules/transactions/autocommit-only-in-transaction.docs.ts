import type { RuleDocs } from '../rule-docs';

const history = 'CREATE TABLE orders (id bigint PRIMARY KEY, email text);';

export const docs: RuleDocs = {
  problem: `A few commands manage their own transactions and refuse to run inside of one: everything with CONCURRENTLY on an index, VACUUM, ALTER SYSTEM, CREATE
DATABASE and others. Most migration runners open a transaction round each file, and several statements sent in one call are one transaction too. The
migration fails with SQLSTATE 25001.`,
  solution: `Give the command a migration of its own and use the runner's switch for "no transaction". Where the runner sends a file as one call, nothing else may
stand in that file.`,
  reported: [
    {
      history: 'CREATE PROCEDURE tidy() LANGUAGE plpgsql AS $$ BEGIN COMMIT; END $$;',
      sql: 'CALL tidy();',
      message: 'The migration fails here: CALL cannot run here: it ends its transaction (2D000)',
    },
    {
      history,
      sql: 'CREATE INDEX CONCURRENTLY orders_email_idx ON orders (email);',
      transaction: 'file',
      message:
        'The migration fails here: CREATE INDEX CONCURRENTLY cannot run in the transaction that the runner opens (25001)',
    },
    {
      history,
      sql: 'SET lock_timeout = 0;\nCREATE INDEX CONCURRENTLY orders_email_idx ON orders (email);',
      transaction: 'call',
      message:
        'The migration fails here: CREATE INDEX CONCURRENTLY cannot run in one call with other statements, which is one transaction (25001)',
    },
    {
      history,
      sql: 'BEGIN;\nVACUUM orders;\nCOMMIT;',
      transaction: 'none',
      message: 'The migration fails here: VACUUM cannot run in a transaction block (25001)',
    },
    {
      history,
      sql: "DO $$ BEGIN EXECUTE 'CREATE INDEX CONCURRENTLY orders_email_idx ON orders (email)'; END $$;",
      transaction: 'none',
      message:
        'The migration fails here: CREATE INDEX CONCURRENTLY cannot run inside a function or DO block (25001)',
    },
    {
      history: "CREATE TYPE mood AS ENUM ('ok');",
      sql: "ALTER TYPE mood ADD VALUE 'calm';",
      postgres: 11,
      message:
        'The migration fails here: ALTER TYPE … ADD VALUE cannot run in the transaction that the runner opens (25001)',
    },
    {
      history: `CREATE TABLE events (id bigint) PARTITION BY RANGE (id);
CREATE TABLE events_10 PARTITION OF events FOR VALUES FROM (10) TO (20);`,
      sql: 'ALTER TABLE events DETACH PARTITION events_10 CONCURRENTLY;',
      message:
        'The migration fails here: DETACH PARTITION CONCURRENTLY cannot run in the transaction that the runner opens (25001)',
    },
    {
      history,
      sql: 'REINDEX TABLE CONCURRENTLY orders;',
      message:
        'The migration fails here: REINDEX TABLE CONCURRENTLY cannot run in the transaction that the runner opens (25001)',
    },
    {
      history,
      sql: 'REINDEX SCHEMA public;',
      message:
        'The migration fails here: REINDEX SCHEMA cannot run in the transaction that the runner opens (25001)',
    },
    {
      history,
      sql: 'DROP INDEX CONCURRENTLY orders_pkey_old;',
      completeHistory: false,
      message:
        'The migration fails here: DROP INDEX CONCURRENTLY cannot run in the transaction that the runner opens (25001)',
    },
    {
      history,
      sql: `CREATE DATABASE shop_copy;
ALTER SYSTEM SET work_mem = '64MB';
DISCARD ALL;
COMMIT PREPARED 'x';
DROP TABLESPACE fast;
ALTER DATABASE shop SET TABLESPACE fast;
CREATE SUBSCRIPTION s CONNECTION '' PUBLICATION p;
CLUSTER;`,
      message: [
        'The migration fails here: CREATE DATABASE cannot run in the transaction that the runner opens (25001)',
        'The migration fails here: ALTER SYSTEM cannot run in the transaction that the runner opens (25001)',
        'The migration fails here: DISCARD ALL cannot run in the transaction that the runner opens (25001)',
        'The migration fails here: COMMIT PREPARED cannot run in the transaction that the runner opens (25001)',
        'The migration fails here: DROP TABLESPACE cannot run in the transaction that the runner opens (25001)',
        'The migration fails here: ALTER DATABASE cannot run in the transaction that the runner opens (25001)',
        'The migration fails here: CREATE SUBSCRIPTION cannot run in the transaction that the runner opens (25001)',
        'The migration fails here: CLUSTER cannot run in the transaction that the runner opens (25001)',
      ],
    },
    {
      history: `CREATE TABLE events (id bigint PRIMARY KEY) PARTITION BY RANGE (id);
CREATE TABLE events_10 PARTITION OF events FOR VALUES FROM (10) TO (20);`,
      sql: 'CLUSTER events USING events_pkey;',
      message:
        'The migration fails here: CLUSTER cannot run in the transaction that the runner opens (25001)',
    },
    {
      history: `CREATE TABLE events (id bigint PRIMARY KEY) PARTITION BY RANGE (id);
CREATE TABLE events_10 PARTITION OF events FOR VALUES FROM (10) TO (20);`,
      sql: 'REINDEX TABLE events;',
      message:
        'The migration fails here: REINDEX TABLE cannot run in the transaction that the runner opens (25001)',
    },
  ],
  accepted: [
    {
      why: 'The procedure commits, and nothing is open around it',
      history: 'CREATE PROCEDURE tidy() LANGUAGE plpgsql AS $$ BEGIN COMMIT; END $$;',
      sql: 'CALL tidy();',
      transaction: 'none',
    },
    {
      why: 'The runner sends each statement by itself',
      history,
      sql: 'CREATE INDEX CONCURRENTLY orders_email_idx ON orders (email);',
      transaction: 'none',
    },
    {
      why: 'A call with one statement is no transaction',
      history,
      sql: 'CREATE INDEX CONCURRENTLY orders_email_idx ON orders (email);',
      transaction: 'call',
    },
    { why: 'REINDEX TABLE of a plain table may run in a transaction', history, sql: 'REINDEX TABLE orders;' },
    {
      why: 'REFRESH … CONCURRENTLY may run in a transaction',
      history: `${history}\nCREATE MATERIALIZED VIEW totals AS SELECT id FROM orders;\nCREATE UNIQUE INDEX totals_id ON totals (id);`,
      sql: 'REFRESH MATERIALIZED VIEW CONCURRENTLY totals;',
    },
    {
      why: 'From 12 on ADD VALUE may run in a transaction',
      history: "CREATE TYPE mood AS ENUM ('ok');",
      sql: "ALTER TYPE mood ADD VALUE 'calm';",
      postgres: 12,
    },
    {
      why: 'The runner is not known: what refuses a transaction is taken to run outside of one',
      history,
      sql: 'CREATE INDEX CONCURRENTLY orders_email_idx ON orders (email);',
      transaction: 'unknown',
    },
    {
      why: 'CLUSTER of one table, and FINALIZE of a DETACH that was broken off, may run in a transaction',
      history: `${history}\nCREATE TABLE events (id bigint) PARTITION BY RANGE (id);\nCREATE TABLE events_10 PARTITION OF events FOR VALUES FROM (10) TO (20);`,
      sql: 'CLUSTER orders USING orders_pkey;\nALTER TABLE events DETACH PARTITION events_10 FINALIZE;',
    },
  ],
};
