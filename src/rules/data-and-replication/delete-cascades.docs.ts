import type { RuleDocs } from '../rule-docs';

const history =
  'CREATE TABLE users (id bigint PRIMARY KEY, state text);\nCREATE TABLE orders (id bigint PRIMARY KEY, user_id bigint REFERENCES users ON DELETE CASCADE);';

export const docs: RuleDocs = {
  problem: `A foreign key with \`ON DELETE CASCADE\` or \`SET NULL\` makes a DELETE reach into other tables: their rows go, or change, in the same transaction. For each deleted row PostgreSQL looks
for those that refer to it; without an index on the referring column it reads the whole table each time.`,
  solution: `Remove the rows of the referring tables first, in batches, and see that there is an index on the column.`,
  reported: [
    {
      history,
      sql: 'DELETE FROM users WHERE state IS NULL;',
      message:
        'With each row of "users" this changes the rows of "orders" that refer to it, in the same transaction; where no index leads to them, it reads the whole table for each',
    },
    {
      history: `CREATE TABLE users (id bigint PRIMARY KEY, state text);
CREATE TABLE orders (id bigint PRIMARY KEY, user_id bigint REFERENCES users ON DELETE SET NULL);`,
      sql: 'DELETE FROM users WHERE state IS NULL;',
      message:
        'With each row of "users" this changes the rows of "orders" that refer to it, in the same transaction; where no index leads to them, it reads the whole table for each',
    },
    {
      history,
      sql: ['DELETE FROM users WHERE state IS NULL;', 'ALTER TABLE orders ADD COLUMN note text;'],
      message:
        'With each row of "users" this changes the rows of "orders" that refer to it, in the same transaction; where no index leads to them, it reads the whole table for each',
    },
  ],
  accepted: [
    { why: 'A key bounds it', history, sql: 'DELETE FROM users WHERE id = 1;' },
    { why: 'Nothing refers to the table', history, sql: 'DELETE FROM orders WHERE user_id IS NULL;' },
    {
      why: 'The key refuses instead of acting',
      history:
        'CREATE TABLE users (id bigint PRIMARY KEY, state text);\nCREATE TABLE orders (id bigint PRIMARY KEY, user_id bigint REFERENCES users);',
      sql: 'DELETE FROM users WHERE state IS NULL;',
    },
    {
      why: 'The table is new',
      sql: `CREATE TABLE carts (id bigint PRIMARY KEY, state text);
CREATE TABLE lines (cart_id bigint REFERENCES carts ON DELETE CASCADE);
INSERT INTO carts (id) VALUES (1);
DELETE FROM carts WHERE state IS NULL;`,
    },
  ],
};
