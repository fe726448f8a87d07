import type { RuleDocs } from '../rule-docs';

const history =
  'CREATE TABLE orders (id bigint PRIMARY KEY, email text, total numeric);\nCREATE INDEX orders_email_idx ON orders (email);';

export const docs: RuleDocs = {
  problem: `A build with \`CONCURRENTLY\` that fails leaves an \`INVALID\` index behind. \`IF NOT EXISTS\` only looks at the name: the next run finds the invalid index, reports success and builds nothing. No query ever
uses that index; a unique one may refuse writes all the same.`,
  solution: `Begin with \`DROP INDEX CONCURRENTLY IF EXISTS\`, and leave \`IF NOT EXISTS\` out: then the migration can be run again as often as it needs. If your runner removes invalid indexes by itself,
say so with the parameter \`healed\`.`,
  reported: [
    {
      history,
      sql: 'CREATE INDEX CONCURRENTLY IF NOT EXISTS orders_total_idx ON orders (total);',
      transaction: 'none',
      message:
        'If an earlier build of "orders_total_idx" failed, it left an INVALID index of that name: this then reports success and builds nothing, and no query ever uses the index',
    },
    {
      history,
      sql: 'CREATE UNIQUE INDEX CONCURRENTLY IF NOT EXISTS orders_total_key ON orders (total);',
      transaction: 'unknown',
      message:
        'If an earlier build of "orders_total_key" failed, it left an INVALID index of that name: this then reports success and builds nothing, and no query ever uses the index, and it may refuse writes all the same',
    },
  ],
  accepted: [
    {
      why: 'What a failed build left is dropped before it',
      history,
      sql: 'DROP INDEX CONCURRENTLY IF EXISTS orders_total_idx;\nCREATE INDEX CONCURRENTLY IF NOT EXISTS orders_total_idx ON orders (total);',
      transaction: 'none',
    },
    {
      why: 'A plain build that fails leaves nothing',
      history,
      sql: 'CREATE INDEX IF NOT EXISTS orders_total_idx ON orders (total);',
    },
    {
      why: 'Without IF NOT EXISTS the second run stops',
      history,
      sql: 'CREATE INDEX CONCURRENTLY orders_total_idx ON orders (total);',
      transaction: 'none',
    },
    {
      why: 'Configuration says that the runner removes invalid indexes',
      history,
      sql: 'CREATE INDEX CONCURRENTLY IF NOT EXISTS orders_total_idx ON orders (total);',
      transaction: 'none',
      options: { rules: { 'concurrent-index-if-not-exists': { healed: true } } },
    },
  ],
};
