import type { RuleDocs } from '../rule-docs';

const history = 'CREATE TABLE orders (id bigint PRIMARY KEY, total numeric);';

export const docs: RuleDocs = {
  problem: `\`UNIQUE\` on a new column builds an index over the whole table, and ADD COLUMN has closed the table before that: nobody can read or write it until the index is done.`,
  solution: `Three steps: the plain column, the unique index with \`CONCURRENTLY\`, then a constraint that takes that index over in a moment.`,
  reported: [
    {
      history,
      sql: 'ALTER TABLE orders ADD COLUMN ref text UNIQUE;',
      message:
        'Adding "ref" with UNIQUE stops reads and writes of "orders" (ACCESS EXCLUSIVE lock) until the index is built',
    },
    {
      history,
      sql: 'ALTER TABLE orders ADD COLUMN ref text CONSTRAINT orders_ref_once UNIQUE, ADD COLUMN note text;',
      message:
        'Adding "ref" with UNIQUE stops reads and writes of "orders" (ACCESS EXCLUSIVE lock) until the index is built',
    },
    {
      history,
      sql: 'ALTER TABLE orders ADD COLUMN ref text UNIQUE, ADD COLUMN slip text UNIQUE;',
      message: [
        'Adding "ref" with UNIQUE stops reads and writes of "orders" (ACCESS EXCLUSIVE lock) until the index is built',
        'Adding "slip" with UNIQUE stops reads and writes of "orders" (ACCESS EXCLUSIVE lock) until the index is built',
      ],
    },
  ],
  accepted: [
    {
      why: 'The table was created in the same transaction: nobody else can use it yet',
      sql: 'CREATE TABLE carts (id bigint);\nALTER TABLE carts ADD COLUMN ref text UNIQUE;',
    },
    { why: 'The column alone costs nothing', history, sql: 'ALTER TABLE orders ADD COLUMN ref text;' },
    {
      why: '`add-unique-without-index` speaks of a constraint of the table',
      history,
      sql: 'ALTER TABLE orders ADD COLUMN ref text, ADD UNIQUE (ref);',
    },
  ],
};
