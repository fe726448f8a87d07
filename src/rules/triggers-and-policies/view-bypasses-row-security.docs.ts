import type { RuleDocs } from '../rule-docs';

const history = `CREATE TABLE orders (id bigint PRIMARY KEY, tenant bigint);
ALTER TABLE orders ENABLE ROW LEVEL SECURITY;
CREATE POLICY own_orders ON orders USING (tenant = 1);
CREATE TABLE notes (id bigint);`;
const message =
  'Who may read view "order_list" sees all rows of "orders": the view reads with the rights of its owner, past the policies';

export const docs: RuleDocs = {
  problem: `A view is run with the rights of the role that owns it, and policies do not hold for the owner of a table. So everybody who may read the view sees all rows, though the policies
of the table would hide them.`,
  solution: `From PostgreSQL 15 on, \`CREATE VIEW … WITH (security_invoker = true)\` reads with the rights of whoever reads the view. Before, write the condition of the policy into the view.`,
  reported: [
    {
      history,
      sql: 'CREATE VIEW order_list AS SELECT id FROM orders;\nGRANT SELECT ON order_list TO app;',
      message,
    },
    {
      history: `${history}\nALTER DEFAULT PRIVILEGES GRANT SELECT ON TABLES TO app;`,
      sql: 'CREATE VIEW order_list AS SELECT id FROM orders;',
      message,
    },
  ],
  accepted: [
    {
      why: 'The view reads with the rights of its reader',
      history,
      sql: 'CREATE VIEW order_list WITH (security_invoker = true) AS SELECT id FROM orders;\nGRANT SELECT ON order_list TO app;',
    },
    {
      why: 'Nobody but the owner may read the view',
      history,
      sql: 'CREATE VIEW order_list AS SELECT id FROM orders;',
    },
    {
      why: 'The table has no row security',
      history,
      sql: 'CREATE VIEW note_list AS SELECT id FROM notes;\nGRANT SELECT ON note_list TO app;',
    },
  ],
};
