import type { RuleDocs } from '../rule-docs';

const history = 'CREATE TABLE orders (id bigint PRIMARY KEY);';

export const docs: RuleDocs = {
  problem: `Changing the owner is quick, but it waits for every running query of the table, with everybody else behind it, and keeps the table closed until the transaction
commits. REASSIGN OWNED does so for every table of the role in one transaction.`,
  solution: `Change one table at a time, each in a transaction of its own with a short lock_timeout.`,
  reported: [
    {
      history,
      sql: 'ALTER TABLE orders OWNER TO app;',
      message:
        'Reads and writes of "orders" wait for the ACCESS EXCLUSIVE lock on it and all its indexes until the transaction commits',
    },
    {
      history,
      sql: 'REASSIGN OWNED BY old_app TO app;',
      message:
        'Reads and writes of every table that "old_app" owns wait for ACCESS EXCLUSIVE locks, all at once, until the transaction commits',
    },
    {
      history: `${history}\nCREATE VIEW order_list AS SELECT id FROM orders;`,
      sql: 'ALTER VIEW order_list OWNER TO app;',
      message:
        'Reads and writes of "order_list" wait for the ACCESS EXCLUSIVE lock on it until the transaction commits',
    },
  ],
  accepted: [
    { why: 'The table is new', sql: 'CREATE TABLE carts (id bigint);\nALTER TABLE carts OWNER TO app;' },
    {
      why: 'A function is no table: nobody waits',
      history: "CREATE FUNCTION tax() RETURNS numeric LANGUAGE sql AS 'SELECT 0.2';",
      sql: 'ALTER FUNCTION tax() OWNER TO app;',
    },
  ],
};
