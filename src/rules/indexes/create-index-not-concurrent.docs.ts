import type { RuleDocs } from '../rule-docs';

export const docs: RuleDocs = {
  problem: `PostgreSQL reads the whole table to build an index. Without \`CONCURRENTLY\` every INSERT, UPDATE and DELETE on the table
waits until the build is done; reading goes on. On a table with many rows that is minutes.`,
  solution: `\`CREATE INDEX CONCURRENTLY\` builds the index while clients go on writing. It takes longer, must not run in a transaction, and
leaves an \`INVALID\` index behind if it fails: drop that and try again.`,
  reported: [
    {
      history: 'CREATE TABLE orders (id bigint PRIMARY KEY, email text);',
      sql: 'CREATE INDEX orders_email_idx ON orders (email);',
      message: 'Building this index stops writes to "orders" (SHARE lock) until it is done',
    },
    {
      history: 'CREATE TABLE orders (id bigint PRIMARY KEY, email text);',
      sql: 'CREATE UNIQUE INDEX orders_email_key ON orders (lower(email)) WHERE email IS NOT NULL;',
      message: 'Building this index stops writes to "orders" (SHARE lock) until it is done',
    },
  ],
  accepted: [
    {
      why: 'The table was created in the same transaction: nobody else can use it yet',
      sql: 'CREATE TABLE orders (id bigint PRIMARY KEY, email text);\nCREATE INDEX orders_email_idx ON orders (email);',
    },
    {
      why: 'CONCURRENTLY lets writers go on',
      history: 'CREATE TABLE orders (id bigint PRIMARY KEY, email text);',
      sql: 'CREATE INDEX CONCURRENTLY orders_email_idx ON orders (email);',
      transaction: 'none',
    },
    {
      why: 'On a partitioned table CONCURRENTLY is refused, and `index-on-partitioned-parent` speaks',
      history:
        "CREATE TABLE events (id bigint, at date) PARTITION BY RANGE (at);\nCREATE TABLE events_2026 PARTITION OF events FOR VALUES FROM ('2026-01-01') TO ('2027-01-01');",
      sql: 'CREATE INDEX events_at_idx ON events (at);',
    },
    {
      why: 'ON ONLY builds nothing',
      history: 'CREATE TABLE events (id bigint, at date) PARTITION BY RANGE (at);',
      sql: 'CREATE INDEX events_at_idx ON ONLY events (at);',
    },
  ],
};
