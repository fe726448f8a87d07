import type { RuleDocs } from '../rule-docs';

const history =
  'CREATE TABLE orders (id bigint PRIMARY KEY, email text, total numeric);\nCREATE INDEX orders_email_idx ON orders (email);';

export const docs: RuleDocs = {
  problem: `If two rows have the same values, the build of a unique index stops the migration. With \`CONCURRENTLY\` it leaves an invalid index behind besides.`,
  solution: `Look for duplicates before: \`SELECT email FROM orders GROUP BY email HAVING count(*) > 1\`.`,
  reported: [
    {
      history,
      sql: 'CREATE UNIQUE INDEX orders_email_once ON orders (email);',
      message:
        'Duplicates in "orders" make this fail (23505); nothing in the history proves that there are none',
    },
    {
      history,
      sql: 'CREATE UNIQUE INDEX CONCURRENTLY orders_email_once ON orders (email);',
      transaction: 'none',
      message:
        'Duplicates in "orders" make this fail (23505), and leave an INVALID index behind; nothing in the history proves that there are none',
    },
  ],
  accepted: [
    {
      why: 'The columns contain a unique key',
      history,
      sql: 'CREATE UNIQUE INDEX orders_id_email ON orders (id, email);',
    },
    {
      why: 'The table is new',
      history,
      sql: 'CREATE TABLE carts (email text);\nCREATE UNIQUE INDEX carts_email_once ON carts (email);',
    },
    { why: 'It is not unique', history, sql: 'CREATE INDEX orders_total_idx ON orders (total);' },
  ],
};
