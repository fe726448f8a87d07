import type { RuleDocs } from '../rule-docs';

const history =
  'CREATE TABLE orders (id bigint PRIMARY KEY, email text, total numeric);\nCREATE INDEX orders_email_idx ON orders (email);';

export const docs: RuleDocs = {
  problem: `\`ALTER TABLE\` can rename an index, but it locks the index so that no query of its table can be planned until the transaction is over. \`ALTER INDEX\` does the same (12 and later) under a lock that stops nobody.`,
  solution: `Write \`ALTER INDEX … RENAME TO\`.`,
  reported: [
    {
      history,
      sql: 'ALTER TABLE orders_email_idx RENAME TO orders_by_email;',
      message:
        'This stops every query of the table of "orders_email_idx" (ACCESS EXCLUSIVE lock on the index) until the transaction commits; ALTER INDEX would stop nobody',
    },
    {
      history,
      sql: 'ALTER TABLE orders_email_idx RENAME TO orders_by_email;',
      transaction: 'none',
      postgres: 12,
      message:
        'This stops every query of the table of "orders_email_idx" (ACCESS EXCLUSIVE lock on the index) for a moment; ALTER INDEX would stop nobody',
    },
  ],
  accepted: [
    {
      why: 'ALTER INDEX stops nobody',
      history,
      sql: 'ALTER INDEX orders_email_idx RENAME TO orders_by_email;',
    },
    {
      why: 'On 11 both are the same',
      history,
      sql: 'ALTER TABLE orders_email_idx RENAME TO orders_by_email;',
      postgres: 11,
    },
    {
      why: 'The table is new',
      history,
      sql: 'CREATE TABLE carts (email text);\nCREATE INDEX carts_email_idx ON carts (email);\nALTER TABLE carts_email_idx RENAME TO carts_by_email;',
    },
    { why: 'It is a table', history, sql: 'ALTER TABLE orders RENAME TO purchases;' },
  ],
};
