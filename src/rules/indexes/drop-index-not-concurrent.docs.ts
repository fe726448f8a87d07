import type { RuleDocs } from '../rule-docs';

const history =
  'CREATE TABLE orders (id bigint PRIMARY KEY, email text, total numeric);\nCREATE INDEX orders_email_idx ON orders (email);';

export const docs: RuleDocs = {
  problem: `Dropping an index takes a moment. But before that the statement waits until every running query of the table is done, even those that do not use the index, and while it waits all later queries wait
behind it.`,
  solution: `\`DROP INDEX CONCURRENTLY\` waits without holding anybody up. It takes one index at a time, no \`CASCADE\`, and must not run in a transaction.`,
  reported: [
    {
      history,
      sql: 'DROP INDEX orders_email_idx;',
      message:
        'Dropping the index waits for every query of the table, and stops reads and writes of "orders" (ACCESS EXCLUSIVE lock) until the transaction commits',
    },
    {
      history:
        'CREATE TABLE orders (id bigint PRIMARY KEY, email text, total numeric);\nCREATE INDEX orders_email_idx ON orders (email);\nCREATE INDEX orders_total_idx ON orders (total);',
      sql: 'DROP INDEX IF EXISTS orders_email_idx, orders_total_idx;',
      transaction: 'none',
      message:
        'Dropping the indexes waits for every query of the table, and stops reads and writes of "orders" (ACCESS EXCLUSIVE lock) for a moment',
    },
    {
      sql: 'DROP INDEX orders_email_idx;',
      completeHistory: false,
      transaction: 'none',
      message:
        'Dropping "orders_email_idx" waits for every query of its table, and stops reads and writes of the table (ACCESS EXCLUSIVE lock) for a moment',
    },
  ],
  accepted: [
    {
      why: 'CONCURRENTLY holds nobody up',
      history,
      sql: 'DROP INDEX CONCURRENTLY orders_email_idx;',
      transaction: 'none',
    },
    {
      why: 'The table is new: nobody else can use it yet',
      history,
      sql: 'CREATE TABLE carts (id bigint, email text);\nCREATE INDEX carts_email_idx ON carts (email);\nDROP INDEX carts_email_idx;',
    },
    {
      why: 'For a partitioned index CONCURRENTLY is refused',
      history:
        "CREATE TABLE events (id bigint, at date) PARTITION BY RANGE (at);\nCREATE TABLE events_2025 PARTITION OF events FOR VALUES FROM ('2025-01-01') TO ('2026-01-01');\nCREATE TABLE events_2026 PARTITION OF events FOR VALUES FROM ('2026-01-01') TO ('2027-01-01');\nCREATE INDEX events_at_idx ON events (at);",
      sql: 'DROP INDEX events_at_idx;',
    },
    {
      why: 'There is no such index, and nothing is locked',
      history,
      sql: 'DROP INDEX IF EXISTS orders_note_idx;',
    },
  ],
};
