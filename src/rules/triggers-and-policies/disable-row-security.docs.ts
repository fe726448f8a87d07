import type { RuleDocs } from '../rule-docs';

const history = `CREATE TABLE orders (id bigint PRIMARY KEY, tenant bigint);
ALTER TABLE orders ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
CREATE POLICY own_orders ON orders USING (tenant = 1);
CREATE TABLE notes (id bigint);`;

export const docs: RuleDocs = {
  problem: `Policies hold only while row security is enabled. When it is switched off, everybody who may read the table sees all rows, those of other tenants too. NO FORCE lifts it for the
owner, which often is the role of the application.`,
  solution: `Write a policy for what shall be visible. If a migration has to see all rows, use a role with BYPASSRLS.`,
  reported: [
    {
      history,
      sql: 'ALTER TABLE orders DISABLE ROW LEVEL SECURITY;',
      message:
        'From the commit on everybody who may read "orders" sees all its rows, whatever its policies hide',
    },
    {
      history,
      sql: 'ALTER TABLE orders NO FORCE ROW LEVEL SECURITY;',
      message: 'From the commit on the owner of "orders" sees all its rows, whatever its policies hide',
    },
  ],
  accepted: [
    {
      why: 'The table is dropped later in the change',
      history,
      sql: 'ALTER TABLE orders DISABLE ROW LEVEL SECURITY;\nDROP TABLE orders;',
    },
    { why: 'It was not enabled', history, sql: 'ALTER TABLE notes DISABLE ROW LEVEL SECURITY;' },
    {
      why: 'It is enabled again before the transaction ends',
      history,
      sql: 'ALTER TABLE orders DISABLE ROW LEVEL SECURITY;\nUPDATE orders SET tenant = 1 WHERE id = 1;\nALTER TABLE orders ENABLE ROW LEVEL SECURITY;',
    },
  ],
};
