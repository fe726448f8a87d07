import type { RuleDocs } from '../rule-docs';

const history = 'CREATE TABLE orders (id bigint PRIMARY KEY, email text UNIQUE);';

export const docs: RuleDocs = {
  problem: `An index that belongs to a PRIMARY KEY, UNIQUE or EXCLUDE constraint cannot be dropped by itself: PostgreSQL refuses, and the migration stops here.`,
  solution: `Drop the constraint: its index goes along.`,
  reported: [
    {
      history,
      sql: 'DROP INDEX orders_email_key;',
      message:
        'The migration fails here (2BP01): the constraint "orders_email_key" of "orders" needs the index "orders_email_key"',
    },
    {
      history,
      sql: 'DROP INDEX CONCURRENTLY orders_pkey;',
      transaction: 'none',
      message:
        'The migration fails here (2BP01): the constraint "orders_pkey" of "orders" needs the index "orders_pkey"',
    },
    {
      history:
        'CREATE TABLE bookings (during tsrange, CONSTRAINT bookings_apart EXCLUDE USING gist (during WITH &&));',
      sql: 'DROP INDEX bookings_apart;',
      message:
        'The migration fails here (2BP01): the constraint "bookings_apart" of "bookings" needs the index "bookings_apart"',
    },
  ],
  accepted: [
    {
      why: 'The constraint was dropped before, and its index with it',
      history,
      sql: 'ALTER TABLE orders DROP CONSTRAINT orders_email_key;\nDROP INDEX IF EXISTS orders_email_key;',
    },
    {
      why: 'It belongs to no constraint',
      history:
        'CREATE TABLE orders (id bigint PRIMARY KEY, email text, total numeric);\nCREATE INDEX orders_email_idx ON orders (email);',
      sql: 'DROP INDEX orders_email_idx;',
    },
  ],
};
