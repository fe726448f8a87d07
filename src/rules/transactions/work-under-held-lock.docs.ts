import type { RuleDocs } from '../rule-docs';

const history = `CREATE TABLE orders (id bigint PRIMARY KEY, total numeric);
ALTER TABLE orders ADD CONSTRAINT orders_total_check CHECK (total > 0) NOT VALID;
CREATE TABLE users (id bigint PRIMARY KEY);
CREATE MATERIALIZED VIEW totals AS SELECT id FROM orders;`;

export const docs: RuleDocs = {
  problem: `A lock is kept until the transaction commits. If a statement takes a strong lock for a moment and a later one of the same transaction works for
minutes, the table stays closed for those minutes, even if the long work is on another table.`,
  solution: `Put the long work into a migration of its own, or before the strong lock. Many runners wrap all statements of a file, some all pending files, in one
transaction.`,
  reported: [
    {
      history,
      sql: 'ALTER TABLE users ADD COLUMN name text;\nREFRESH MATERIALIZED VIEW totals;',
      message:
        'REFRESH MATERIALIZED VIEW writes every row anew while reads and writes of "users" wait for the ACCESS EXCLUSIVE lock that this transaction took before, until it commits',
    },
    {
      history,
      sql: 'ALTER TABLE users ADD COLUMN name text;\nALTER TABLE orders VALIDATE CONSTRAINT orders_total_check;',
      message:
        'VALIDATE CONSTRAINT reads every row while reads and writes of "users" wait for the ACCESS EXCLUSIVE lock that this transaction took before, until it commits',
    },
    {
      history,
      sql: 'ALTER TABLE users ADD COLUMN name text;\nCREATE TABLE copies AS SELECT * FROM orders;',
      message:
        'CREATE TABLE AS reads every row while reads and writes of "users" wait for the ACCESS EXCLUSIVE lock that this transaction took before, until it commits',
    },
    {
      history,
      sql: 'ALTER TABLE users ADD COLUMN name text;\nSELECT count(*) FROM orders;',
      message:
        'SELECT reads every row while reads and writes of "users" wait for the ACCESS EXCLUSIVE lock that this transaction took before, until it commits',
    },
  ],
  accepted: [
    {
      why: 'What is dropped is a temporary table that an earlier run left behind: it is made again',
      completeHistory: false,
      sql: 'DROP TABLE IF EXISTS batch;\nCREATE TEMPORARY TABLE batch AS SELECT id FROM orders WHERE total > 100;',
    },
    {
      why: 'ANALYZE reads a sample, however large the table is',
      history,
      sql: 'ALTER TABLE users ADD COLUMN name text;\nANALYZE orders;',
    },
    {
      why: 'Nothing is held: the work stands first',
      history,
      sql: 'REFRESH MATERIALIZED VIEW totals;\nALTER TABLE users ADD COLUMN name text;',
    },
    {
      why: 'Without a transaction the lock is gone at once',
      history,
      sql: 'ALTER TABLE users ADD COLUMN name text;\nREFRESH MATERIALIZED VIEW totals;',
      transaction: 'none',
    },
    {
      why: 'What is held is new: nobody waits for it',
      history,
      sql: 'CREATE TABLE carts (id bigint);\nALTER TABLE carts ADD COLUMN note text;\nREFRESH MATERIALIZED VIEW totals;',
    },
    {
      why: 'Held locks weaker than SHARE stop neither readers nor writers',
      history,
      sql: "COMMENT ON TABLE users IS 'people';\nREFRESH MATERIALIZED VIEW totals;",
    },
    {
      why: '`create-index-not-concurrent` speaks of the build itself, and names what else is closed meanwhile',
      history,
      sql: 'ALTER TABLE users ADD COLUMN name text;\nCREATE INDEX orders_total_idx ON orders (total);',
    },
    {
      why: '`backfill-under-lock` speaks of changed rows',
      history,
      sql: 'ALTER TABLE users ADD COLUMN name text;\nUPDATE orders SET total = 1;',
    },
  ],
};
