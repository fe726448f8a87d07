import type { RuleDocs } from '../rule-docs';

const history = 'CREATE TABLE orders (id bigint PRIMARY KEY, total numeric);';

export const docs: RuleDocs = {
  problem: `A transaction that changes rows of a table and then alters the table asks for a stronger lock than it holds. A client that also changed a row waits for the
migration, the migration waits for the client, and PostgreSQL ends one of them with a deadlock error.`,
  solution: `Take the strongest lock first, or split the two statements into transactions of their own.`,
  reported: [
    {
      history,
      sql: 'UPDATE orders SET total = 0 WHERE id = 1;\nALTER TABLE orders ADD COLUMN note text;',
      message:
        'This transaction holds ROW EXCLUSIVE on "orders" and now asks for ACCESS EXCLUSIVE: a client that holds the weaker lock too waits for it, and one of the two is killed (40P01)',
    },
    {
      history,
      sql: 'CREATE INDEX orders_total_idx ON orders (total);\nALTER TABLE orders ADD COLUMN note text;',
      message:
        'This transaction holds SHARE on "orders" and now asks for ACCESS EXCLUSIVE: a client that holds the weaker lock too waits for it, and one of the two is killed (40P01)',
    },
    {
      history,
      sql: 'CREATE TABLE buyers (o bigint REFERENCES orders);\nALTER TABLE orders ADD COLUMN note text;',
      message:
        'This transaction holds SHARE ROW EXCLUSIVE on "orders" and now asks for ACCESS EXCLUSIVE: a client that holds the weaker lock too waits for it, and one of the two is killed (40P01)',
    },
  ],
  accepted: [
    {
      why: 'The transaction has the stronger lock already: it is said once',
      history,
      sql: 'ALTER TABLE orders ADD COLUMN note text;\nUPDATE orders SET total = 0 WHERE id = 1;\nALTER TABLE orders ADD COLUMN tax numeric;',
    },
    {
      why: 'The strongest lock comes first',
      history,
      sql: 'ALTER TABLE orders ADD COLUMN note text;\nUPDATE orders SET total = 0 WHERE id = 1;',
    },
    {
      why: 'Only a SELECT before it: measured, no deadlock',
      history,
      sql: 'SELECT 1 FROM orders WHERE id = 1;\nALTER TABLE orders ADD COLUMN note text;',
    },
    {
      why: 'Each statement is a transaction of its own',
      history,
      sql: 'UPDATE orders SET total = 0 WHERE id = 1;\nALTER TABLE orders ADD COLUMN note text;',
      transaction: 'none',
    },
    {
      why: 'The table is new',
      sql: 'CREATE TABLE carts (id bigint);\nINSERT INTO carts VALUES (1);\nALTER TABLE carts ADD COLUMN note text;',
    },
  ],
};
