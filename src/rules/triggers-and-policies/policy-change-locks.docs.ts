import type { RuleDocs } from '../rule-docs';

const history = `CREATE TABLE orders (id bigint PRIMARY KEY, tenant bigint);
ALTER TABLE orders ENABLE ROW LEVEL SECURITY;
CREATE POLICY own_orders ON orders USING (tenant = 1);
CREATE TABLE users (id bigint PRIMARY KEY);`;
const message =
  'Reads and writes of "orders" wait for this ACCESS EXCLUSIVE lock until the transaction commits';

export const docs: RuleDocs = {
  problem: `To create, change or drop a policy, or to switch row security on or off, PostgreSQL takes the strongest lock on the table. It waits for every running query, with everybody
else behind it, and keeps the table closed until the transaction commits.`,
  solution: `Change the policies of a table in a transaction of their own with a short lock_timeout.`,
  reported: [
    { history, sql: 'CREATE POLICY all_orders ON orders USING (true);', message },
    { history, sql: 'ALTER POLICY own_orders ON orders USING (tenant = 2);', message },
    {
      history,
      sql: 'ALTER TABLE orders FORCE ROW LEVEL SECURITY;\nCREATE POLICY all_orders ON orders USING (true);',
      message,
    },
  ],
  accepted: [
    {
      why: 'The table is new',
      sql: 'CREATE TABLE carts (id bigint);\nALTER TABLE carts ENABLE ROW LEVEL SECURITY;\nCREATE POLICY own_carts ON carts USING (true);',
    },
    {
      why: 'It is alone in its transaction, with a lock_timeout',
      history,
      sql: "SET LOCAL lock_timeout = '1s';\nALTER POLICY own_orders ON orders USING (tenant = 2);",
    },
    {
      why: 'The transaction closed the table before, and was told so',
      history,
      sql: 'ALTER TABLE orders ADD COLUMN note text;\nCREATE POLICY all_orders ON orders USING (true);',
    },
  ],
};
