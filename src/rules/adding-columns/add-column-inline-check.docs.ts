import type { RuleDocs } from '../rule-docs';

const history = 'CREATE TABLE orders (id bigint PRIMARY KEY, total numeric);';

export const docs: RuleDocs = {
  problem: `A CHECK that is written at a new column makes PostgreSQL read every row, though the column is empty in all of them. ADD COLUMN has closed the table before that: nobody can read or write it meanwhile.`,
  solution: `Add the column and, apart, the constraint as \`NOT VALID\`: new rows are checked from then on. \`VALIDATE CONSTRAINT\` in the next migration reads the old rows while clients go on.`,
  reported: [
    {
      history,
      sql: 'ALTER TABLE orders ADD COLUMN quantity integer CHECK (quantity > 0);',
      message:
        'Adding "quantity" with CHECK stops reads and writes of "orders" (ACCESS EXCLUSIVE lock) until every row has been read',
    },
    {
      history,
      sql: 'ALTER TABLE orders ADD COLUMN quantity integer CONSTRAINT orders_quantity_positive CHECK (quantity > 0) DEFAULT 1;',
      message:
        'Adding "quantity" with CHECK stops reads and writes of "orders" (ACCESS EXCLUSIVE lock) until every row has been read',
    },
    {
      history,
      sql: 'ALTER TABLE orders ADD COLUMN gross numeric GENERATED ALWAYS AS (total * 1.2) VIRTUAL NOT NULL;',
      message:
        'Adding "gross" with NOT NULL stops reads and writes of "orders" (ACCESS EXCLUSIVE lock) until every row has been read',
    },
  ],
  accepted: [
    {
      why: 'The table was created in the same transaction: nobody else can use it yet',
      sql: 'CREATE TABLE carts (id bigint);\nALTER TABLE carts ADD COLUMN quantity integer CHECK (quantity > 0);',
    },
    {
      why: 'The constraint is added apart, as NOT VALID',
      history,
      sql: 'ALTER TABLE orders ADD COLUMN quantity integer, ADD CONSTRAINT orders_quantity_positive CHECK (quantity > 0) NOT VALID;',
    },
    {
      why: '`add-check-without-not-valid` speaks of a constraint of the table',
      history,
      sql: 'ALTER TABLE orders ADD COLUMN quantity integer, ADD CHECK (quantity > 0);',
    },
  ],
};
