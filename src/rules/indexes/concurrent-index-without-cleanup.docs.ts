import type { RuleDocs } from '../rule-docs';

const history =
  'CREATE TABLE orders (id bigint PRIMARY KEY, email text, total numeric);\nCREATE INDEX orders_email_idx ON orders (email);';

export const docs: RuleDocs = {
  problem: `A build with \`CONCURRENTLY\` that fails leaves an \`INVALID\` index behind. The next run of the migration stops there, since the name is taken, and somebody has to drop the index by hand.`,
  solution: `Begin with \`DROP INDEX CONCURRENTLY IF EXISTS\`: it does nothing the first time, and clears the way after a failure.`,
  reported: [
    {
      history,
      sql: 'CREATE INDEX CONCURRENTLY orders_total_idx ON orders (total);',
      transaction: 'none',
      message:
        'If this build fails, it leaves an INVALID index "orders_total_idx", and the next run stops there (42P07)',
    },
  ],
  accepted: [
    {
      why: 'What a failed build left is dropped before it',
      history,
      sql: 'DROP INDEX CONCURRENTLY IF EXISTS orders_total_idx;\nCREATE INDEX CONCURRENTLY orders_total_idx ON orders (total);',
      transaction: 'none',
    },
    {
      why: 'A plain build that fails leaves nothing',
      history,
      sql: 'CREATE INDEX orders_total_idx ON orders (total);',
    },
  ],
};
