import type { RuleDocs } from '../rule-docs';

const history = 'CREATE TABLE orders (id bigint CONSTRAINT orders_pkey PRIMARY KEY, total numeric);';

export const docs: RuleDocs = {
  problem: `Without a name the server makes one up of the names of table and column, and another one where that is taken. A later migration that drops the constraint has to guess it, and it is not
the same in every database.`,
  solution: `Name it: \`CONSTRAINT orders_total_check CHECK (total > 0)\`.`,
  reported: [
    {
      history,
      sql: 'ALTER TABLE orders ADD CHECK (total > 0) NOT VALID;',
      message:
        'The server makes up the name of the CHECK constraint of "orders": whoever drops it later has to guess',
    },
    {
      sql: 'CREATE TABLE users (id bigint PRIMARY KEY, email text UNIQUE);',
      message:
        'The server makes up the name of the PRIMARY KEY, UNIQUE constraint of "users": whoever drops it later has to guess',
    },
  ],
  accepted: [
    {
      why: 'It has a name',
      history,
      sql: 'ALTER TABLE orders ADD CONSTRAINT orders_total_check CHECK (total > 0) NOT VALID;',
    },
    { why: 'NOT NULL is dropped by its column', sql: 'CREATE TABLE users (email text NOT NULL);' },
  ],
};
