import type { RuleDocs } from '../rule-docs';

const history = `CREATE TABLE orders (id bigint PRIMARY KEY, tenant bigint);
ALTER TABLE orders ENABLE ROW LEVEL SECURITY;
CREATE POLICY own_orders ON orders USING (tenant = 1);
CREATE POLICY not_deleted ON orders AS RESTRICTIVE USING (id > 0);`;

export const docs: RuleDocs = {
  problem: `If the old policy is dropped in one transaction and the new one is created in the next, clients meet the table in between. Without a permissive policy their rows have
vanished; without a restrictive one they see rows that they must not see.`,
  solution: `ALTER POLICY changes the conditions in place. Otherwise drop and create in one transaction.`,
  reported: [
    {
      history,
      sql: 'DROP POLICY own_orders ON orders;\nCREATE POLICY own_orders ON orders USING (tenant = 2);',
      transaction: 'none',
      message:
        'Until a later transaction creates a policy again, rows that "own_orders" shows of "orders" are missing for everybody, and writes fail (42501)',
    },
    {
      history,
      sql: [
        'DROP POLICY not_deleted ON orders;',
        'CREATE POLICY not_deleted ON orders AS RESTRICTIVE USING (id > 1);',
      ],
      message:
        'Until a later transaction creates a policy again, rows that "not_deleted" hides of "orders" are visible',
    },
  ],
  accepted: [
    {
      why: 'Both stand in one transaction',
      history,
      sql: 'DROP POLICY own_orders ON orders;\nCREATE POLICY own_orders ON orders USING (tenant = 2);',
    },
    {
      why: 'ALTER POLICY leaves no gap',
      history,
      sql: 'ALTER POLICY own_orders ON orders USING (tenant = 2);',
      transaction: 'none',
    },
    {
      why: 'The table is new',
      sql: 'CREATE TABLE carts (id bigint);\nCREATE POLICY own_carts ON carts USING (true);\nDROP POLICY own_carts ON carts;\nCREATE POLICY own_carts ON carts USING (id > 0);',
      transaction: 'none',
    },
  ],
};
