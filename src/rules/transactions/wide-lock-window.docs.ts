import type { RuleDocs } from '../rule-docs';

const history =
  'CREATE TABLE users (id bigint PRIMARY KEY);\nCREATE TABLE products (id bigint PRIMARY KEY);\nCREATE TABLE orders (id bigint PRIMARY KEY, user_id bigint REFERENCES users);';

export const docs: RuleDocs = {
  problem: `A lock is kept until the transaction commits. A migration that changes five tables keeps all five closed until the last of them is done, and may deadlock with a client that
uses two of them in another order.`,
  solution: `Change one table a transaction, so that each is closed only for its own change.`,
  reported: [
    {
      history,
      sql: 'ALTER TABLE users ADD COLUMN name text;\nALTER TABLE products ADD COLUMN name text;',
      message:
        'From here "users" and "products" are closed together until the transaction commits: whoever needs one of them waits for the work on all of them, and who uses them in another order may be killed (40P01)',
    },
    {
      history,
      sql: 'CREATE TABLE carts (id bigint, user_id bigint REFERENCES users, product_id bigint REFERENCES products);',
      message:
        'From here "users" and "products" are closed together until the transaction commits: whoever needs one of them waits for the work on all of them, and who uses them in another order may be killed (40P01)',
    },
  ],
  accepted: [
    {
      why: 'Without a transaction each is closed for its own statement alone',
      history,
      sql: 'ALTER TABLE users ADD COLUMN name text;\nALTER TABLE products ADD COLUMN name text;',
      transaction: 'none',
    },
    {
      why: 'A table that the transaction creates is closed to nobody',
      history,
      sql: 'CREATE TABLE carts (id bigint);\nALTER TABLE users ADD COLUMN name text;',
    },
    {
      why: 'One statement needs both',
      history,
      sql: 'ALTER TABLE products ADD COLUMN user_id bigint REFERENCES users;',
    },
    {
      why: 'A foreign key joins them: `deadlock-prone-lock-order` speaks',
      history,
      sql: 'ALTER TABLE users ADD COLUMN name text;\nALTER TABLE orders ADD COLUMN note text;',
    },
  ],
};
