import type { RuleDocs } from '../rule-docs';

const history =
  'CREATE TABLE orders (id bigint PRIMARY KEY, email text, total numeric);\nCREATE INDEX orders_email_idx ON orders (email);';

export const docs: RuleDocs = {
  problem: `REINDEX stops all writes of the table until every index is rebuilt. Reading stops too: planning a query looks at every index of the table, and the one that is being rebuilt is locked.`,
  solution: `\`REINDEX … CONCURRENTLY\` (12 and later) builds a second index beside the old one and swaps them, while clients go on. On 11, build a second index with \`CREATE INDEX CONCURRENTLY\`, drop the old one and rename.`,
  reported: [
    {
      history,
      sql: 'REINDEX TABLE orders;',
      message:
        'Rebuilding stops writes (SHARE lock) of "orders", and reads too while each index is rebuilt (ACCESS EXCLUSIVE lock on the index), until it is done',
    },
    {
      history,
      sql: 'REINDEX INDEX orders_email_idx;',
      message:
        'Rebuilding stops writes (SHARE lock) of "orders", and reads too while each index is rebuilt (ACCESS EXCLUSIVE lock on the index), until it is done',
    },
    {
      history,
      sql: 'REINDEX (VERBOSE) TABLE orders;',
      transaction: 'none',
      message:
        'Rebuilding stops writes (SHARE lock) of "orders", and reads too while each index is rebuilt (ACCESS EXCLUSIVE lock on the index), until it is done',
    },
    {
      history,
      sql: 'REINDEX TABLE orders;',
      postgres: 11,
      message:
        'Rebuilding stops writes (SHARE lock) of "orders", and reads too while each index is rebuilt (ACCESS EXCLUSIVE lock on the index), until it is done',
    },
    {
      completeHistory: false,
      sql: 'REINDEX SCHEMA shop;',
      transaction: 'none',
      message:
        'Rebuilding stops writes (SHARE lock) of each table of the schema, and reads too while each index is rebuilt (ACCESS EXCLUSIVE lock on the index), until it is done',
    },
    {
      history,
      sql: 'REINDEX DATABASE postgres;',
      transaction: 'none',
      message:
        'Rebuilding stops writes (SHARE lock) of "orders", and reads too while each index is rebuilt (ACCESS EXCLUSIVE lock on the index), until it is done',
    },
  ],
  accepted: [
    {
      why: 'CONCURRENTLY lets clients go on',
      history,
      sql: 'REINDEX TABLE CONCURRENTLY orders;',
      transaction: 'none',
    },
    {
      why: 'The table is new',
      history,
      sql: 'CREATE TABLE carts (id bigint PRIMARY KEY);\nREINDEX TABLE carts;',
    },
    { why: 'System catalogs have no other form', history, sql: 'REINDEX SYSTEM shop;', transaction: 'none' },
    {
      why: 'Up to 13, of a partitioned table it does nothing',
      history:
        "CREATE TABLE events (id bigint, at date) PARTITION BY RANGE (at);\nCREATE TABLE events_2025 PARTITION OF events FOR VALUES FROM ('2025-01-01') TO ('2026-01-01');\nCREATE TABLE events_2026 PARTITION OF events FOR VALUES FROM ('2026-01-01') TO ('2027-01-01');",
      sql: 'REINDEX TABLE events;',
      postgres: 13,
    },
  ],
};
