import type { RuleDocs } from '../rule-docs';

const history = 'CREATE TABLE orders (id bigint PRIMARY KEY, total numeric);';

export const docs: RuleDocs = {
  problem: `The value of a stored generated column is computed for every row when the column is added: PostgreSQL writes the whole table and all its indexes again, and until that is done nobody can
read or write the table.`,
  solution: `From PostgreSQL 18 on a \`VIRTUAL\` column is computed when it is read and costs nothing to add. Otherwise use a plain column: a trigger fills it for new rows, a backfill for the old ones.`,
  reported: [
    {
      history,
      sql: 'ALTER TABLE orders ADD COLUMN gross numeric GENERATED ALWAYS AS (total * 1.2) STORED;',
      message:
        'Adding "gross" stops reads and writes of "orders" (ACCESS EXCLUSIVE lock) until every row has been written anew, because its value is computed for each of them',
    },
    {
      history,
      sql: 'ALTER TABLE orders ADD COLUMN gross numeric NOT NULL GENERATED ALWAYS AS (total * 1.2) STORED;',
      postgres: 12,
      message:
        'Adding "gross" stops reads and writes of "orders" (ACCESS EXCLUSIVE lock) until every row has been written anew, because its value is computed for each of them',
    },
  ],
  accepted: [
    {
      why: 'The table was created in the same transaction: nobody else can use it yet',
      sql: 'CREATE TABLE carts (total numeric);\nALTER TABLE carts ADD COLUMN gross numeric GENERATED ALWAYS AS (total * 1.2) STORED;',
    },
    {
      why: 'A VIRTUAL column is computed when it is read',
      history,
      sql: 'ALTER TABLE orders ADD COLUMN gross numeric GENERATED ALWAYS AS (total * 1.2) VIRTUAL;',
    },
    {
      why: 'Without a keyword it is VIRTUAL on 18',
      history,
      sql: 'ALTER TABLE orders ADD COLUMN gross numeric GENERATED ALWAYS AS (total * 1.2);',
    },
  ],
};
