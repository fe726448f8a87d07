import type { RuleDocs } from '../rule-docs';

const history =
  'CREATE TABLE orders (id bigint PRIMARY KEY, total numeric);\nCREATE INDEX orders_total_idx ON orders (total);';

export const docs: RuleDocs = {
  problem: `The moment the migration commits, every query of the running application that names the table fails. The new version of the application knows the new name, but it
starts before or after the migration, never at the same moment.`,
  solution: `Rename the table and leave a view under the old name, in one transaction: reads, inserts, updates and deletes go through it. Drop the view when no client uses the
old name any more.`,
  reported: [
    {
      history,
      sql: 'ALTER TABLE orders RENAME TO purchases;',
      message:
        'From the commit on, clients that name "orders" fail (42P01) until they know it as "purchases"',
    },
    {
      history,
      sql: 'ALTER TABLE orders RENAME TO purchases;\nCREATE VIEW orders AS SELECT * FROM purchases;',
      transaction: 'none',
      message:
        'From the commit on, clients that name "orders" fail (42P01) until they know it as "purchases"',
    },
  ],
  accepted: [
    { why: 'The table is new', sql: 'CREATE TABLE carts (id bigint);\nALTER TABLE carts RENAME TO baskets;' },
    {
      why: 'The same transaction leaves a view under the old name',
      history,
      sql: 'ALTER TABLE orders RENAME TO purchases;\nCREATE VIEW orders AS SELECT * FROM purchases;',
    },
    {
      why: 'Another table takes its place in the same transaction',
      history,
      sql: 'CREATE TABLE orders_new (id bigint PRIMARY KEY, total numeric);\nALTER TABLE orders RENAME TO orders_old;\nALTER TABLE orders_new RENAME TO orders;',
    },
    {
      why: 'It is an index: `rename-index-by-alter-table` speaks',
      history,
      sql: 'ALTER TABLE orders_total_idx RENAME TO orders_sum_idx;',
    },
  ],
};
