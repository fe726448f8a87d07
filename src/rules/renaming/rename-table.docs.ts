import type { RuleDocs } from '../rule-docs';

const history =
  'CREATE TABLE orders (id bigint PRIMARY KEY, total numeric);\nCREATE INDEX orders_total_idx ON orders (total);';

export const docs: RuleDocs = {
  problem: `The moment the migration commits, every query of the running application that names the table fails. The new version of the application knows the new name, but it
starts before or after the migration, never at the same moment. Where a new table takes the old name, nothing fails: clients find it empty and write into it.`,
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
    {
      history,
      sql: 'ALTER TABLE orders RENAME TO orders_old;\nCREATE TABLE orders (LIKE orders_old INCLUDING ALL);',
      message:
        'From the commit on, clients that name "orders" read and write a new table without rows, while theirs are in "orders_old"',
    },
    {
      history,
      sql: 'CREATE TABLE orders_new (id bigint PRIMARY KEY, total numeric);\nALTER TABLE orders RENAME TO orders_old;\nALTER TABLE orders_new RENAME TO orders;',
      message:
        'From the commit on, clients that name "orders" read and write a new table without rows, while theirs are in "orders_old"',
    },
  ],
  accepted: [
    {
      why: 'The table that takes the name has got the rows',
      history,
      sql: 'ALTER TABLE orders RENAME TO orders_old;\nCREATE TABLE orders (LIKE orders_old INCLUDING ALL);\nINSERT INTO orders SELECT * FROM orders_old;',
    },
    {
      why: 'The old table is a partition of the one that takes its name',
      history,
      sql: 'ALTER TABLE orders RENAME TO orders_first;\nCREATE TABLE orders (id bigint NOT NULL, total numeric) PARTITION BY RANGE (id);\nALTER TABLE orders ATTACH PARTITION orders_first FOR VALUES FROM (0) TO (1000000);',
    },
    { why: 'The table is new', sql: 'CREATE TABLE carts (id bigint);\nALTER TABLE carts RENAME TO baskets;' },
    {
      why: 'The same transaction leaves a view under the old name',
      history,
      sql: 'ALTER TABLE orders RENAME TO purchases;\nCREATE VIEW orders AS SELECT * FROM purchases;',
    },
    {
      why: 'Another table takes its place in the same transaction, with the rows',
      history,
      sql: 'CREATE TABLE orders_new (id bigint PRIMARY KEY, total numeric);\nINSERT INTO orders_new SELECT id, total FROM orders;\nALTER TABLE orders RENAME TO orders_old;\nALTER TABLE orders_new RENAME TO orders;',
    },
    {
      why: 'A table that stands ready takes the place of the other, with the rows: its own name is that of the change alone',
      history: `${history}\nCREATE TABLE orders_new (id bigint PRIMARY KEY, total numeric);\nINSERT INTO orders_new SELECT id, total FROM orders;`,
      sql: 'ALTER TABLE orders RENAME TO orders_old;\nALTER TABLE orders_new RENAME TO orders;',
    },
    {
      why: 'The same, with the old table dropped',
      history: `${history}\nCREATE TABLE orders_new (id bigint PRIMARY KEY, total numeric);\nINSERT INTO orders_new SELECT id, total FROM orders;`,
      sql: 'DROP TABLE orders;\nALTER TABLE orders_new RENAME TO orders;',
    },
    {
      why: 'It is an index: `rename-index-by-alter-table` speaks',
      history,
      sql: 'ALTER TABLE orders_total_idx RENAME TO orders_sum_idx;',
    },
  ],
};
