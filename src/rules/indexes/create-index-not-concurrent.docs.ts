import type { RuleDocs } from '../rule-docs';

const history =
  'CREATE TABLE orders (id bigint PRIMARY KEY, email text, total numeric);\nCREATE INDEX orders_email_idx ON orders (email);';

export const docs: RuleDocs = {
  problem: `PostgreSQL reads the whole table to build an index. Without \`CONCURRENTLY\` every INSERT, UPDATE and DELETE on the table
waits until the build is done; reading goes on. On a table with many rows that is minutes.`,
  solution: `\`CREATE INDEX CONCURRENTLY\` builds the index while clients go on writing. It takes longer, must not run in a transaction, and
leaves an \`INVALID\` index behind if it fails: drop that and try again.`,
  reported: [
    {
      history,
      sql: 'CREATE INDEX orders_total_idx ON orders (total);',
      message: 'Building this index stops writes to "orders" (SHARE lock) until it is done',
    },
    {
      history,
      sql: 'CREATE UNIQUE INDEX orders_email_key ON orders (lower(email)) WHERE email IS NOT NULL;',
      message: 'Building this index stops writes to "orders" (SHARE lock) until it is done',
    },
    {
      history:
        'CREATE TABLE orders (id bigint PRIMARY KEY, email text, total numeric);\nCREATE INDEX orders_email_idx ON orders (email);\nCREATE MATERIALIZED VIEW totals AS SELECT total FROM orders;',
      sql: 'CREATE INDEX totals_total_idx ON totals (total);',
      message: 'Building this index keeps every REFRESH of "totals" waiting (SHARE lock) until it is done',
    },
    {
      history,
      sql: 'CREATE INDEX IF NOT EXISTS orders_total_idx ON orders USING hash (total);',
      transaction: 'none',
      message: 'Building this index stops writes to "orders" (SHARE lock) until it is done',
    },
    {
      history: `${history}\nCREATE TABLE users (id bigint PRIMARY KEY);`,
      sql: 'ALTER TABLE users ADD COLUMN name text;\nALTER TABLE orders ADD COLUMN note text;\nCREATE INDEX orders_total_idx ON orders (total);',
      message:
        'Building this index stops writes to "orders" (SHARE lock) until it is done; meanwhile reads and writes of "users" and "orders" (ACCESS EXCLUSIVE lock) wait for what this transaction did before',
    },
    {
      sql: 'CREATE TABLE IF NOT EXISTS carts (id bigint PRIMARY KEY, user_id bigint);\nCREATE INDEX carts_user_idx ON carts (user_id);',
      message: 'Building this index stops writes to "carts" (SHARE lock) until it is done',
    },
    {
      history: `${history}\nCREATE TABLE users (id bigint);`,
      sql: `CREATE INDEX users_id_idx ON users (id);
ALTER TABLE users ADD COLUMN name text;
CREATE INDEX orders_total_idx ON orders (total);`,
      message: [
        'Building this index stops writes to "users" (SHARE lock) until it is done',
        'Building this index stops writes to "orders" (SHARE lock) until it is done; meanwhile reads and writes of "users" (ACCESS EXCLUSIVE lock) wait for what this transaction did before',
      ],
    },
    {
      history,
      sql: '\\if :carts\nCREATE TABLE carts (id bigint PRIMARY KEY, email text);\n\\endif\nCREATE INDEX carts_email_idx ON carts (email);',
      message: 'Building this index stops writes to "carts" (SHARE lock) until it is done',
    },
    {
      history,
      sql: '\\if :carts\nCREATE TABLE carts (id bigint PRIMARY KEY, email text);\n\\else\nCREATE INDEX carts_email_idx ON carts (email);\n\\endif',
      message: 'Building this index stops writes to "carts" (SHARE lock) until it is done',
    },
    {
      sql: 'CREATE TABLE carts (id bigint PRIMARY KEY, user_id bigint);\nINSERT INTO carts (id) SELECT generate_series(1, 1000000);\nCREATE INDEX carts_user_idx ON carts (user_id);',
      transaction: 'none',
      message: 'Building this index stops writes to "carts" (SHARE lock) until it is done',
    },
  ],
  accepted: [
    {
      why: 'All of a branch runs, or nothing of it: the table that it makes is new to what follows in it',
      history,
      sql: '\\if :carts\nCREATE TABLE carts (id bigint PRIMARY KEY, email text);\nCREATE INDEX carts_email_idx ON carts (email);\n\\endif',
    },
    {
      why: 'The migrations before it have no such table, so that IF NOT EXISTS makes it',
      sql: [
        'CREATE TABLE users (id bigint PRIMARY KEY);',
        'CREATE TABLE IF NOT EXISTS carts (id bigint PRIMARY KEY, user_id bigint);\nCREATE INDEX carts_user_idx ON carts (user_id);',
      ],
      knownChangeSet: false,
    },
    {
      why: 'The history has no such table, so that IF NOT EXISTS makes it',
      history,
      sql: 'CREATE TABLE IF NOT EXISTS carts (id bigint PRIMARY KEY, user_id bigint);\nCREATE INDEX carts_user_idx ON carts (user_id);',
    },
    {
      why: 'The same of a materialized view',
      history,
      sql: 'CREATE MATERIALIZED VIEW IF NOT EXISTS totals AS SELECT * FROM orders;\nCREATE INDEX totals_idx ON totals (total);',
    },
    {
      why: 'The table was created in the same transaction: nobody else can use it yet',
      history,
      sql: 'CREATE TABLE carts (id bigint PRIMARY KEY, email text);\nCREATE INDEX carts_email_idx ON carts (email);',
    },
    {
      why: 'CONCURRENTLY lets writers go on',
      history,
      sql: 'CREATE INDEX CONCURRENTLY orders_total_idx ON orders (total);',
      transaction: 'none',
    },
    {
      why: 'On a partitioned table CONCURRENTLY is refused, and `index-on-partitioned-parent` speaks',
      history:
        "CREATE TABLE events (id bigint, at date) PARTITION BY RANGE (at);\nCREATE TABLE events_2025 PARTITION OF events FOR VALUES FROM ('2025-01-01') TO ('2026-01-01');\nCREATE TABLE events_2026 PARTITION OF events FOR VALUES FROM ('2026-01-01') TO ('2027-01-01');",
      sql: 'CREATE INDEX events_at_idx ON events (at);',
    },
    {
      why: 'ON ONLY builds nothing',
      history:
        "CREATE TABLE events (id bigint, at date) PARTITION BY RANGE (at);\nCREATE TABLE events_2025 PARTITION OF events FOR VALUES FROM ('2025-01-01') TO ('2026-01-01');\nCREATE TABLE events_2026 PARTITION OF events FOR VALUES FROM ('2026-01-01') TO ('2027-01-01');",
      sql: 'CREATE INDEX events_at_idx ON ONLY events (at);',
    },
    {
      why: 'The index exists, so that nothing is built: `no-op-still-locks` speaks',
      history,
      sql: 'CREATE INDEX IF NOT EXISTS orders_email_idx ON orders (email);',
    },
  ],
};
