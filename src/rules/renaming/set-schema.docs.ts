import type { RuleDocs } from '../rule-docs';

const history = `CREATE SCHEMA shop;
CREATE TABLE orders (id bigint PRIMARY KEY);
CREATE FUNCTION tax(amount numeric) RETURNS numeric LANGUAGE sql AS 'SELECT amount * 0.2';`;

export const docs: RuleDocs = {
  problem: `The object is not where the running application looks for it: every query that names it fails from the moment the migration commits. For a table, everybody
also waits until the transaction commits.`,
  solution: `Move the table and leave a view under the old name, in one transaction. Drop the view when no client uses the old name any more. Where all clients search both
schemas, say so in the configuration: \`"set-schema": { "searchPath": ["shop", "public"] }\`.`,
  reported: [
    {
      history,
      sql: 'ALTER TABLE orders SET SCHEMA shop;',
      message:
        'From the commit on, clients that name "orders" fail until they know it as "shop.orders"; until then reads and writes of it wait for the ACCESS EXCLUSIVE lock',
    },
    {
      history,
      sql: 'ALTER FUNCTION tax(numeric) SET SCHEMA shop;',
      message: 'From the commit on, clients that name "tax" fail until they know it as "shop.tax"',
    },
    {
      history: `${history}\nCREATE VIEW order_list AS SELECT id FROM orders;`,
      sql: 'ALTER VIEW order_list SET SCHEMA shop;',
      message:
        'From the commit on, clients that name "order_list" fail until they know it as "shop.order_list"; until then reads and writes of it wait for the ACCESS EXCLUSIVE lock',
    },
  ],
  accepted: [
    {
      why: 'The table is new',
      history,
      sql: 'CREATE TABLE carts (id bigint);\nALTER TABLE carts SET SCHEMA shop;',
    },
    {
      why: 'The same transaction leaves a view under the old name',
      history,
      sql: 'ALTER TABLE orders SET SCHEMA shop;\nCREATE VIEW orders AS SELECT * FROM shop.orders;',
    },
    {
      why: 'Configuration says that clients search both schemas',
      history,
      sql: 'ALTER TABLE orders SET SCHEMA shop;',
      options: { rules: { 'set-schema': { searchPath: ['shop', 'public'] } } },
    },
  ],
};
