import type { RuleDocs } from '../rule-docs';

const history = 'CREATE TABLE orders (id bigint PRIMARY KEY);\nCREATE TABLE users (id bigint PRIMARY KEY);';

export const docs: RuleDocs = {
  problem: `A new column that refers to another table reads no rows, since it is empty. But it locks both tables: nobody can read or write the one, nobody can write the other, from this statement to the end
of the transaction. With anything else in the transaction, that can be long.`,
  solution: `Keep it alone in its transaction, with a short \`lock_timeout\`. Or add the column first, and the foreign key later as \`NOT VALID\`, to be validated in a third migration: then the first
table stays readable.`,
  reported: [
    {
      history,
      sql: 'ALTER TABLE orders ADD COLUMN user_id bigint REFERENCES users;',
      message:
        'Adding "user_id" with REFERENCES stops reads and writes of "orders" (ACCESS EXCLUSIVE lock) and writes to "users" (SHARE ROW EXCLUSIVE lock) for a moment; no row is read',
    },
    {
      history,
      sql: 'ALTER TABLE orders ADD COLUMN user_id bigint REFERENCES users (id) ON DELETE SET NULL;\nALTER TABLE orders ADD COLUMN note text;',
      message:
        'Adding "user_id" with REFERENCES stops reads and writes of "orders" (ACCESS EXCLUSIVE lock) and writes to "users" (SHARE ROW EXCLUSIVE lock) until the transaction commits; no row is read',
    },
    {
      history,
      sql: "SET LOCAL lock_timeout = '1s';\nALTER TABLE orders ADD COLUMN user_id bigint CONSTRAINT orders_user_fk REFERENCES users;",
      message:
        'Adding "user_id" with REFERENCES stops reads and writes of "orders" (ACCESS EXCLUSIVE lock) and writes to "users" (SHARE ROW EXCLUSIVE lock) for a moment; no row is read',
    },
    {
      history,
      sql: 'DO $$ BEGIN\n  ALTER TABLE orders ADD COLUMN user_id bigint REFERENCES users;\n  UPDATE orders SET user_id = id;\nEND $$;',
      message:
        'Adding "user_id" with REFERENCES stops reads and writes of "orders" (ACCESS EXCLUSIVE lock) and writes to "users" (SHARE ROW EXCLUSIVE lock) until the transaction commits; no row is read',
    },
  ],
  accepted: [
    {
      why: 'Both tables are new',
      history,
      sql: 'CREATE TABLE carts (id bigint PRIMARY KEY);\nCREATE TABLE items (id bigint);\nALTER TABLE items ADD COLUMN cart_id bigint REFERENCES carts;',
    },
    {
      why: 'The table refers to itself',
      history,
      sql: 'ALTER TABLE orders ADD COLUMN parent_id bigint REFERENCES orders;',
    },
    {
      why: 'With a default all rows are checked: `add-foreign-key-without-not-valid` speaks',
      history,
      sql: 'ALTER TABLE orders ADD COLUMN user_id bigint DEFAULT 1 REFERENCES users;',
    },
    {
      why: 'Only the referenced table is locked: `add-foreign-key-locks-referenced` speaks',
      history,
      sql: 'CREATE TABLE carts (id bigint);\nALTER TABLE carts ADD COLUMN user_id bigint REFERENCES users;',
    },
  ],
};
