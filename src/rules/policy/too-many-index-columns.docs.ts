import type { RuleDocs } from '../rule-docs';

const history = 'CREATE TABLE orders (a int, b int, c int, d int);';

export const docs: RuleDocs = {
  problem: `A wide index is large, and every write has to keep it. A query uses it only as far as it asks for its first columns.`,
  solution: `Index the columns that narrow the search most. What is only read can stand in \`INCLUDE\`. The limit is the parameter \`limit\`, three by default.`,
  reported: [
    {
      history,
      sql: 'CREATE INDEX CONCURRENTLY orders_idx ON orders (a, b, c, d);',
      transaction: 'none',
      message:
        'The index "orders_idx" has 4 columns, more than 3: every write pays for it, and only queries on its first columns use it',
    },
  ],
  accepted: [
    {
      why: 'It is unique',
      history,
      sql: 'CREATE UNIQUE INDEX CONCURRENTLY orders_idx ON orders (a, b, c, d);',
      transaction: 'none',
    },
    {
      why: 'INCLUDE does not count',
      history,
      sql: 'CREATE INDEX CONCURRENTLY orders_idx ON orders (a, b) INCLUDE (c, d);',
      transaction: 'none',
    },
    {
      why: 'Configuration allows more',
      history,
      sql: 'CREATE INDEX CONCURRENTLY orders_idx ON orders (a, b, c, d);',
      transaction: 'none',
      options: { rules: { 'too-many-index-columns': { limit: 4 } } },
    },
  ],
};
