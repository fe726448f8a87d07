import type { RuleDocs } from '../rule-docs';

const history = 'CREATE TABLE orders (id bigint PRIMARY KEY, state text, email text);';

export const docs: RuleDocs = {
  problem: `PostgreSQL chooses how to run a query by statistics of the table. After a change of many rows or of a type, or for the expression of a new index, they are missing or wrong until autovacuum
comes by: queries may take a bad way in the meantime.`,
  solution: `Run \`ANALYZE\` on the table afterwards. It reads a sample and stops neither reads nor writes.`,
  reported: [
    {
      history,
      sql: "UPDATE orders SET state = 'new';",
      message:
        'This UPDATE changes many rows, and until the next ANALYZE the plans of queries on "orders" rest on what was there before',
    },
    {
      history,
      sql: 'CREATE INDEX CONCURRENTLY orders_email_idx ON orders (lower(email));',
      transaction: 'none',
      message:
        'There are no statistics yet for the expression of this index, and until the next ANALYZE the plans of queries on "orders" rest on what was there before',
    },
  ],
  accepted: [
    { why: 'ANALYZE follows', history, sql: "UPDATE orders SET state = 'new';\nANALYZE orders;" },
    { why: 'Few rows change', history, sql: "UPDATE orders SET state = 'new' WHERE id = 1;" },
    {
      why: 'Statistics of plain columns are there',
      history,
      sql: 'CREATE INDEX CONCURRENTLY orders_email_idx ON orders (email);',
      transaction: 'none',
    },
  ],
};
