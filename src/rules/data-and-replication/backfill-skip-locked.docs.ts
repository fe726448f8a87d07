import type { RuleDocs } from '../rule-docs';

const history = 'CREATE TABLE orders (id bigint PRIMARY KEY, state text);';

export const docs: RuleDocs = {
  problem: `\`SKIP LOCKED\` lets a batch pass over rows that a client has locked at the moment. A loop that ends when an UPDATE finds "0 rows" ends with those rows unfilled, and nobody is told.`,
  solution: `Go by ranges of the key, which reach every row once. Or finish with a pass without \`SKIP LOCKED\`, and count what is left.`,
  reported: [
    {
      history,
      sql: "UPDATE orders SET state = 'new' WHERE id IN (SELECT id FROM orders WHERE state IS NULL LIMIT 1000 FOR UPDATE SKIP LOCKED);",
      message:
        'Rows of "orders" that a client has locked are skipped: a loop that ends when nothing is left to do leaves them as they were, without an error',
    },
  ],
  accepted: [
    {
      why: 'A last pass without it follows',
      history,
      sql: "UPDATE orders SET state = 'new' WHERE id IN (SELECT id FROM orders WHERE state IS NULL LIMIT 1000 FOR UPDATE SKIP LOCKED);\nUPDATE orders SET state = 'new' WHERE id IN (SELECT id FROM orders WHERE state IS NULL LIMIT 1000);",
    },
    {
      why: 'It waits for locked rows',
      history,
      sql: "UPDATE orders SET state = 'new' WHERE id IN (SELECT id FROM orders WHERE state IS NULL LIMIT 1000 FOR UPDATE);",
    },
  ],
};
