import type { RuleDocs } from '../rule-docs';

const history =
  'CREATE TABLE orders (id bigint PRIMARY KEY, total numeric CONSTRAINT orders_total_check CHECK (total > 0) NOT VALID);';

export const docs: RuleDocs = {
  problem: `A statement that takes longer than anybody thought keeps its lock all that time, and everybody who needs the table waits. \`statement_timeout\` ends it.`,
  solution: `Set \`statement_timeout\` in the transaction, longer than \`lock_timeout\`.`,
  reported: [
    {
      history,
      sql: 'ALTER TABLE orders ADD COLUMN note text;',
      message:
        'If this statement runs longer than expected, nothing ends it, and the ACCESS EXCLUSIVE lock on "orders" is held as long: no statement_timeout is in force',
    },
  ],
  accepted: [
    {
      why: 'One is in force',
      history,
      sql: "SET LOCAL statement_timeout = '30s';\nALTER TABLE orders ADD COLUMN note text;",
    },
    {
      why: 'The table is new',
      sql: 'CREATE TABLE carts (id bigint);\nALTER TABLE carts ADD COLUMN note text;',
    },
    {
      why: 'CONCURRENTLY must not have one',
      history,
      sql: 'CREATE INDEX CONCURRENTLY orders_total_idx ON orders (total);',
      transaction: 'none',
    },
    {
      why: 'VALIDATE is meant to take its time',
      history,
      sql: 'ALTER TABLE orders VALIDATE CONSTRAINT orders_total_check;',
    },
    { why: 'So is a change of all rows', history, sql: 'UPDATE orders SET total = 1;' },
  ],
};
