import type { RuleDocs } from '../rule-docs';

const history = 'CREATE TABLE orders (id bigint PRIMARY KEY, state text);';

export const docs: RuleDocs = {
  problem: `Every INSERT, and every UPDATE of an indexed column, has to keep each index. On a table that is written all the time one more is felt.`,
  solution: `Make it partial, or drop one that it makes superfluous. This rule needs statistics of a live database, and is silent without them.`,
  reported: [
    {
      history,
      sql: 'CREATE INDEX CONCURRENTLY orders_state_idx ON orders (state);',
      transaction: 'none',
      statistics: { orders: { rows: 1_000_000, writesPerSecond: 2000 } },
      message:
        '"orders" takes about 2,000 writes a second, and each of them pays for this index; an UPDATE of its columns can no longer stay within the page (HOT)',
    },
  ],
  accepted: [
    {
      why: 'The table is quiet',
      history,
      sql: 'CREATE INDEX CONCURRENTLY orders_state_idx ON orders (state);',
      transaction: 'none',
      statistics: { orders: { rows: 1_000_000, writesPerSecond: 2 } },
    },
    {
      why: 'There are no statistics',
      history,
      sql: 'CREATE INDEX CONCURRENTLY orders_state_idx ON orders (state);',
      transaction: 'none',
    },
  ],
};
