import type { RuleDocs } from '../rule-docs';

const history =
  'CREATE TABLE orders (id bigint PRIMARY KEY, email text, total numeric);\nCREATE INDEX orders_email_idx ON orders (email);';

export const docs: RuleDocs = {
  problem: `An index is dropped, and the one that takes its place is built afterwards. Between the two, queries that need it read the whole table, which can be slow enough to bring the application down.`,
  solution: `Build the new index first, with \`CONCURRENTLY\` and under another name. Then drop the old one, and rename if the name matters.`,
  reported: [
    {
      history,
      sql: 'DROP INDEX CONCURRENTLY orders_email_idx;\nCREATE INDEX CONCURRENTLY orders_email_total_idx ON orders (email, total);',
      transaction: 'none',
      message: 'From here until the new index is built, queries of "orders" by "email" have no index',
    },
    {
      history,
      sql: [
        'DROP INDEX orders_email_idx;',
        'CREATE INDEX orders_email_idx ON orders (email) WHERE total > 0;',
      ],
      message: 'From here until the new index is built, queries of "orders" by "email" have no index',
    },
    {
      history: 'CREATE TABLE orders (id bigint PRIMARY KEY, email text UNIQUE);',
      sql: [
        'ALTER TABLE orders DROP CONSTRAINT orders_email_key;',
        'CREATE INDEX orders_email_lookup ON orders (email);',
      ],
      message: 'From here until the new index is built, queries of "orders" by "email" have no index',
    },
  ],
  accepted: [
    {
      why: 'Named as a folder, each migration ships by itself: another index of a later release has nothing to do with it',
      history,
      sql: [
        'DROP INDEX CONCURRENTLY orders_email_idx;',
        'CREATE INDEX CONCURRENTLY orders_email_total_idx ON orders (email, total);',
      ],
      transaction: 'none',
      knownChangeSet: false,
    },
    {
      why: 'The new one is built first',
      history,
      sql: 'CREATE INDEX CONCURRENTLY orders_email_total_idx ON orders (email, total);\nDROP INDEX CONCURRENTLY orders_email_idx;',
      transaction: 'none',
    },
    {
      why: 'In one transaction nobody queries the table between the two',
      history,
      sql: 'DROP INDEX orders_email_idx;\nCREATE INDEX orders_email_idx ON orders (email, total);',
    },
    {
      why: 'The table is new',
      history,
      sql: 'CREATE TABLE carts (email text);\nCREATE INDEX carts_email_idx ON carts (email);\nDROP INDEX carts_email_idx;\nCREATE INDEX carts_email_idx ON carts (email);',
    },
    {
      why: 'Another index serves the same queries',
      history:
        'CREATE TABLE orders (id bigint PRIMARY KEY, email text, total numeric);\nCREATE INDEX orders_email_idx ON orders (email);\nCREATE INDEX orders_email_total_idx ON orders (email, total);',
      sql: 'DROP INDEX CONCURRENTLY orders_email_idx;\nCREATE INDEX CONCURRENTLY orders_email_idx ON orders (email, id);',
      transaction: 'none',
    },
  ],
};
