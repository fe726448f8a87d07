import type { RuleDocs } from '../rule-docs';

const history = 'CREATE TABLE orders (id bigint PRIMARY KEY, total numeric);';

export const docs: RuleDocs = {
  problem: `A serial column numbers the rows that are there: PostgreSQL writes the whole table and all its indexes again, and until that is done nobody can read or write the table.`,
  solution: `Add a plain integer column, create the sequence, make it the default (only new rows get it), and number the old rows in batches.`,
  reported: [
    {
      history,
      sql: 'ALTER TABLE orders ADD COLUMN number serial;',
      message:
        'Adding "number" stops reads and writes of "orders" (ACCESS EXCLUSIVE lock) until every row has been written anew, because each gets its own number',
    },
    {
      history,
      sql: 'ALTER TABLE orders ADD COLUMN number bigserial UNIQUE;',
      message:
        'Adding "number" stops reads and writes of "orders" (ACCESS EXCLUSIVE lock) until every row has been written anew, because each gets its own number',
    },
  ],
  accepted: [
    {
      why: 'The table was created in the same transaction: nobody else can use it yet',
      sql: 'CREATE TABLE carts (id bigint);\nALTER TABLE carts ADD COLUMN number serial;',
    },
    {
      why: 'A plain integer column costs nothing',
      history,
      sql: 'ALTER TABLE orders ADD COLUMN number bigint;',
    },
    {
      why: '`add-column-inline-primary-key` speaks of it',
      history: 'CREATE TABLE orders (total numeric);',
      sql: 'ALTER TABLE orders ADD COLUMN number serial PRIMARY KEY;',
    },
  ],
};
