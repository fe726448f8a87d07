import type { RuleDocs } from '../rule-docs';

const history =
  'CREATE TABLE users (id bigint PRIMARY KEY, email text);\nCREATE TABLE orders (id bigint PRIMARY KEY, user_id bigint, quantity integer, note text);';

export const docs: RuleDocs = {
  problem: `A new foreign key also locks the table that it refers to, even with \`NOT VALID\`, even if the referring table is new. Nobody can write to that table until the transaction commits, however long the rest of it takes.`,
  solution: `Make the foreign key the last statement, or put it into a short transaction of its own with a \`lock_timeout\`.`,
  reported: [
    {
      history,
      sql: 'ALTER TABLE orders ADD CONSTRAINT orders_user_fk FOREIGN KEY (user_id) REFERENCES users NOT VALID;\nCREATE INDEX orders_note_idx ON orders (note);',
      message:
        'The new foreign key stops writes to "users" (SHARE ROW EXCLUSIVE lock) until the transaction commits, through all that follows in it',
    },
    {
      history,
      sql: 'CREATE TABLE carts (id bigint PRIMARY KEY, user_id bigint REFERENCES users);\nALTER TABLE orders ADD COLUMN cart_id bigint;',
      message:
        'The new foreign key stops writes to "users" (SHARE ROW EXCLUSIVE lock) until the transaction commits, through all that follows in it',
    },
  ],
  accepted: [
    {
      why: 'The referenced table is new',
      history,
      sql: 'CREATE TABLE carts (id bigint PRIMARY KEY);\nCREATE TABLE items (cart_id bigint REFERENCES carts);\nALTER TABLE orders ADD COLUMN total numeric;',
    },
    {
      why: 'The table refers to itself',
      history,
      sql: 'ALTER TABLE orders ADD CONSTRAINT orders_parent_fk FOREIGN KEY (user_id) REFERENCES orders NOT VALID;\nALTER TABLE orders ADD COLUMN total numeric;',
    },
    {
      why: 'Only its own VALIDATE follows: `validate-in-same-transaction` says that both tables stay closed through it',
      history,
      sql: 'ALTER TABLE orders ADD CONSTRAINT orders_user_fk FOREIGN KEY (user_id) REFERENCES users NOT VALID;\nALTER TABLE orders VALIDATE CONSTRAINT orders_user_fk;',
    },
    {
      why: 'It is alone in its transaction',
      history,
      sql: "SET LOCAL lock_timeout = '1s';\nALTER TABLE orders ADD CONSTRAINT orders_user_fk FOREIGN KEY (user_id) REFERENCES users NOT VALID;",
    },
    {
      why: 'What follows concerns only new tables',
      history,
      sql: 'CREATE TABLE carts (id bigint PRIMARY KEY, user_id bigint REFERENCES users);\nCREATE INDEX carts_user_id_idx ON carts (user_id);',
    },
    {
      why: 'Without a transaction the lock is gone at once',
      history,
      sql: 'ALTER TABLE orders ADD CONSTRAINT orders_user_fk FOREIGN KEY (user_id) REFERENCES users NOT VALID;\nALTER TABLE orders ADD COLUMN total numeric;',
      transaction: 'none',
    },
    {
      why: '`add-foreign-key-without-not-valid` speaks of both tables',
      history,
      sql: 'ALTER TABLE orders ADD FOREIGN KEY (user_id) REFERENCES users;\nALTER TABLE orders ADD COLUMN total numeric;',
    },
  ],
};
