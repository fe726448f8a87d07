import type { RuleDocs } from '../rule-docs';

const history =
  'CREATE TABLE orders (id integer, total numeric, gross numeric GENERATED ALWAYS AS (total * 1.2) STORED, net numeric GENERATED ALWAYS AS (total * 0.8) VIRTUAL);';

export const docs: RuleDocs = {
  problem: `Every value of a stored generated column is computed again: PostgreSQL writes the whole table and all its indexes, and until that is done nobody can read or write the table.`,
  solution: `Add a second column that a trigger fills for new rows and a backfill for the old ones, and let the two change places in one transaction: nobody writes a generated column.`,
  reported: [
    {
      history,
      sql: 'ALTER TABLE orders ALTER COLUMN gross SET EXPRESSION AS (total * 1.25);',
      postgres: 18,
      message:
        'Another expression for "gross" stops reads and writes of "orders" (ACCESS EXCLUSIVE lock) until every row has been written anew',
    },
    {
      history:
        'CREATE TABLE orders (id integer, total numeric, gross numeric GENERATED ALWAYS AS (total * 1.2) STORED);',
      sql: 'ALTER TABLE orders ALTER COLUMN gross SET EXPRESSION AS (total * 1.25);',
      postgres: 17,
      message:
        'Another expression for "gross" stops reads and writes of "orders" (ACCESS EXCLUSIVE lock) until every row has been written anew',
    },
    {
      history:
        'CREATE TABLE orders (id integer PRIMARY KEY, total numeric, net numeric GENERATED ALWAYS AS (total * 0.8) VIRTUAL NOT NULL);',
      sql: 'ALTER TABLE orders ALTER COLUMN net SET EXPRESSION AS (total * 0.75);',
      postgres: 18,
      message:
        'Another expression for "net" stops reads and writes of "orders" (ACCESS EXCLUSIVE lock) until every row has been read',
    },
    {
      history: `${history}\nCREATE TABLE users (id bigint);`,
      sql: `ALTER TABLE users ADD COLUMN name text;
ALTER TABLE orders ALTER COLUMN gross SET EXPRESSION AS (total * 1.25);`,
      postgres: 18,
      message:
        'Another expression for "gross" stops reads and writes of "orders" (ACCESS EXCLUSIVE lock) until every row has been written anew; meanwhile reads and writes of "users" (ACCESS EXCLUSIVE lock) wait for what this transaction did before',
    },
    {
      history:
        'CREATE TABLE orders (id integer PRIMARY KEY, total numeric, gross numeric NOT NULL GENERATED ALWAYS AS (total * 1.2) STORED, net numeric GENERATED ALWAYS AS (total * 0.8) STORED);\nCREATE INDEX orders_net_idx ON orders (net);',
      sql: 'ALTER TABLE orders ALTER COLUMN gross SET EXPRESSION AS (total * 1.25), ADD COLUMN note text, ALTER net SET EXPRESSION AS (total * 0.75);',
      message: [
        'Another expression for "gross" stops reads and writes of "orders" (ACCESS EXCLUSIVE lock) until every row has been written anew',
        'Another expression for "net" stops reads and writes of "orders" (ACCESS EXCLUSIVE lock) until every row has been written anew',
      ],
    },
  ],
  accepted: [
    {
      why: 'A VIRTUAL column holds no values',
      history,
      sql: 'ALTER TABLE orders ALTER COLUMN net SET EXPRESSION AS (total * 0.75);',
    },
    {
      why: 'The table was created in the same transaction: nobody else can use it yet',
      sql: 'CREATE TABLE carts (total numeric, gross numeric GENERATED ALWAYS AS (total * 1.2) STORED);\nALTER TABLE carts ALTER COLUMN gross SET EXPRESSION AS (total * 1.25);',
    },
  ],
};
