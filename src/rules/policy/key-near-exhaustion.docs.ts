import type { RuleDocs } from '../rule-docs';

const history = 'CREATE TABLE orders (id int PRIMARY KEY, note text);';

export const docs: RuleDocs = {
  problem: `An \`integer\` ends at 2147483647. When the key of a table gets there, every INSERT fails, and to change the type takes hours on a table of that size.`,
  solution: `Begin early: a new \`bigint\` column beside the old one, filled in batches, then swapped. This rule needs statistics of a live database, and is silent without them.`,
  reported: [
    {
      history,
      sql: 'ALTER TABLE orders ADD COLUMN total numeric;',
      statistics: { orders: { rows: 1_000_000, lastValue: 1_900_000_000 } },
      message:
        '"id" of "orders" has reached 1,900,000,000 of 2,147,483,647: when it ends, every INSERT fails',
    },
  ],
  accepted: [
    {
      why: 'There is room',
      history,
      sql: 'ALTER TABLE orders ADD COLUMN total numeric;',
      statistics: { orders: { rows: 1_000_000, lastValue: 1_000_000 } },
    },
    {
      why: 'The key is a bigint',
      history: 'CREATE TABLE orders (id bigint PRIMARY KEY, note text);',
      sql: 'ALTER TABLE orders ADD COLUMN total numeric;',
      statistics: { orders: { rows: 1_000_000, lastValue: 1_900_000_000 } },
    },
    { why: 'There are no statistics', history, sql: 'ALTER TABLE orders ADD COLUMN total numeric;' },
  ],
};
