import type { RuleDocs } from '../rule-docs';

const history =
  'CREATE TABLE orders (id bigint PRIMARY KEY, email text);\nCREATE UNIQUE INDEX orders_email_once ON orders (email);';

export const docs: RuleDocs = {
  problem: `With the index goes the guarantee that no two rows have the same values. And every running statement with \`ON CONFLICT (…)\` that relied on the index fails, because the server finds no index that fits.`,
  solution: `If another index is to take its place, build that first: with two of them \`ON CONFLICT\` goes on without a gap. If the uniqueness is to go, remove \`ON CONFLICT\` from all clients first.`,
  reported: [
    {
      history,
      sql: 'DROP INDEX orders_email_once;',
      message:
        'Nothing keeps (email) unique from here on, and every running INSERT with ON CONFLICT (email) that relied on "orders_email_once" fails (42P10)',
    },
    {
      history,
      sql: 'DROP INDEX CONCURRENTLY orders_email_once;',
      transaction: 'none',
      message:
        'Nothing keeps (email) unique from here on, and every running INSERT with ON CONFLICT (email) that relied on "orders_email_once" fails (42P10)',
    },
  ],
  accepted: [
    {
      why: 'An equal unique index stays',
      history:
        'CREATE TABLE orders (id bigint PRIMARY KEY, email text);\nCREATE UNIQUE INDEX orders_email_once ON orders (email);\nCREATE UNIQUE INDEX orders_email_new ON orders (email);',
      sql: 'DROP INDEX orders_email_once;',
    },
    {
      why: 'An equal constraint stays',
      history:
        'CREATE TABLE orders (id bigint PRIMARY KEY, email text);\nCREATE UNIQUE INDEX orders_email_once ON orders (email);\nALTER TABLE orders ADD UNIQUE (email);',
      sql: 'DROP INDEX orders_email_once;',
    },
    {
      why: 'It is not unique',
      history:
        'CREATE TABLE orders (id bigint PRIMARY KEY, email text, total numeric);\nCREATE INDEX orders_email_idx ON orders (email);',
      sql: 'DROP INDEX orders_email_idx;',
    },
    {
      why: 'The table is new',
      history,
      sql: 'CREATE TABLE carts (email text);\nCREATE UNIQUE INDEX carts_email_once ON carts (email);\nDROP INDEX carts_email_once;',
    },
    { why: 'Nothing is known of the index', sql: 'DROP INDEX orders_email_once;', completeHistory: false },
  ],
};
