import type { RuleDocs } from '../rule-docs';

const history = 'CREATE TABLE orders (id bigint PRIMARY KEY, total numeric);';

export const docs: RuleDocs = {
  problem: `CREATE TABLE AS and CREATE MATERIALIZED VIEW run their query to the end. For as long the transaction keeps every lock that it took before, and its snapshot keeps
VACUUM from removing dead rows in the whole database. A table made so has no primary key, no defaults, no constraints and no indexes.`,
  solution: `Give it a migration of its own. For a table, \`CREATE TABLE … (LIKE … INCLUDING ALL)\` copies the definition too; fill it in batches.`,
  reported: [
    {
      history,
      sql: 'CREATE TABLE order_copies AS SELECT * FROM orders;',
      message:
        'Filling "order_copies" reads all of "orders" in one statement: until it is done it keeps a snapshot, which holds up cleaning everywhere, and every lock of its transaction; the copy has no keys, defaults or indexes',
    },
    {
      history,
      sql: 'CREATE MATERIALIZED VIEW totals AS SELECT id, total FROM orders;',
      message:
        'Filling "totals" reads all of "orders" in one statement: until it is done it keeps a snapshot, which holds up cleaning everywhere, and every lock of its transaction',
    },
    {
      history,
      sql: 'SELECT id, total INTO order_copies FROM orders;',
      message:
        'Filling "order_copies" reads all of "orders" in one statement: until it is done it keeps a snapshot, which holds up cleaning everywhere, and every lock of its transaction; the copy has no keys, defaults or indexes',
    },
  ],
  accepted: [
    {
      why: 'WITH NO DATA runs no query',
      history,
      sql: 'CREATE TABLE order_copies AS SELECT * FROM orders WITH NO DATA;',
    },
    {
      why: 'A temporary table',
      history,
      sql: 'CREATE TEMPORARY TABLE order_copies AS SELECT * FROM orders;',
    },
    {
      why: 'The query is bounded',
      history,
      sql: 'CREATE TABLE order_copies AS SELECT * FROM orders WHERE id < 1000;',
    },
    {
      why: 'It reads a new table',
      sql: 'CREATE TABLE carts (id bigint);\nCREATE TABLE cart_copies AS SELECT * FROM carts;',
    },
    {
      why: 'Under a strong lock `work-under-held-lock` speaks',
      history,
      sql: 'ALTER TABLE orders ADD COLUMN note text;\nCREATE TABLE order_copies AS SELECT * FROM orders;',
    },
  ],
};
