import type { RuleDocs } from '../rule-docs';

const history =
  'CREATE TABLE users (id bigint PRIMARY KEY, email text);\nCREATE TABLE orders (id bigint PRIMARY KEY, user_id bigint, quantity integer, note text);\nALTER TABLE orders ADD CONSTRAINT orders_user_fk FOREIGN KEY (user_id) REFERENCES users;';

export const docs: RuleDocs = {
  problem: `A foreign key hangs on both tables. When it goes, by itself, with its column or with its table, PostgreSQL closes the table at the other end as well: nobody can read or write it until the transaction commits.`,
  solution: `Drop the foreign key first, alone in a transaction with a short \`lock_timeout\`. Then the column or table can be dropped without a lock on the other one.`,
  reported: [
    {
      history,
      sql: 'ALTER TABLE orders DROP CONSTRAINT orders_user_fk;',
      message:
        'Dropping the foreign key "orders_user_fk" stops reads and writes of "users" (ACCESS EXCLUSIVE lock), at the other end, until the transaction commits',
    },
    {
      history,
      sql: 'ALTER TABLE orders DROP COLUMN user_id;',
      message:
        'Dropping the foreign key "orders_user_fk" stops reads and writes of "users" (ACCESS EXCLUSIVE lock), at the other end, until the transaction commits',
    },
    {
      history,
      sql: 'DROP TABLE orders;',
      message:
        'Dropping the foreign key "orders_user_fk" stops reads and writes of "users" (ACCESS EXCLUSIVE lock), at the other end, until the transaction commits',
    },
    {
      history,
      sql: 'DROP TABLE users CASCADE;',
      transaction: 'none',
      message:
        'Dropping the foreign key "orders_user_fk" stops reads and writes of "orders" (ACCESS EXCLUSIVE lock), at the other end, for a moment',
    },
    {
      history,
      sql: 'ALTER TABLE orders ALTER CONSTRAINT orders_user_fk NOT ENFORCED;',
      message:
        'This change of a foreign key stops reads and writes of "users" (ACCESS EXCLUSIVE lock), at the other end, until the transaction commits',
    },
    {
      history:
        'CREATE TABLE users (id bigint PRIMARY KEY);\nCREATE TABLE orders (id bigint PRIMARY KEY, user_id bigint CONSTRAINT orders_user_fk REFERENCES users);',
      sql: 'ALTER TABLE orders DROP CONSTRAINT orders_user_fk, ADD CONSTRAINT orders_user_fk FOREIGN KEY (user_id) REFERENCES users ON DELETE CASCADE NOT VALID;',
      message:
        'Dropping the foreign key "orders_user_fk" stops reads and writes of "users" (ACCESS EXCLUSIVE lock), at the other end, until the transaction commits',
    },
    {
      history: `CREATE TABLE users (id bigint PRIMARY KEY);
CREATE TABLE events (id bigint NOT NULL, user_id bigint CONSTRAINT events_user_fk REFERENCES users) PARTITION BY RANGE (id);
CREATE TABLE events_10 PARTITION OF events FOR VALUES FROM (10) TO (20);
ALTER TABLE events DETACH PARTITION events_10;`,
      sql: 'DROP TABLE events_10;',
      message:
        'Dropping the foreign key "events_user_fk" stops reads and writes of "users" (ACCESS EXCLUSIVE lock), at the other end, until the transaction commits',
    },
    {
      history: `CREATE TABLE users (id bigint PRIMARY KEY);
CREATE TABLE orders (id bigint PRIMARY KEY, user_id bigint);
ALTER TABLE orders ADD CONSTRAINT orders_user_fk FOREIGN KEY (user_id) REFERENCES users NOT VALID;`,
      sql: 'ALTER TABLE orders DROP CONSTRAINT orders_user_fk;',
      message:
        'Dropping the foreign key "orders_user_fk" stops reads and writes of "users" (ACCESS EXCLUSIVE lock), at the other end, until the transaction commits',
    },
    {
      history: `CREATE TABLE users (id bigint PRIMARY KEY);
CREATE TABLE orders (id bigint PRIMARY KEY, user_id bigint);
ALTER TABLE orders ADD CONSTRAINT orders_user_fk FOREIGN KEY (user_id) REFERENCES users NOT ENFORCED;`,
      sql: 'ALTER TABLE orders DROP CONSTRAINT orders_user_fk;',
      postgres: 18,
      message:
        'Dropping the foreign key "orders_user_fk" stops reads and writes of "users" (ACCESS EXCLUSIVE lock), at the other end, until the transaction commits',
    },
  ],
  accepted: [
    {
      why: 'Both tables are new',
      history,
      sql: 'CREATE TABLE carts (id bigint PRIMARY KEY);\nCREATE TABLE items (cart_id bigint CONSTRAINT items_cart_fk REFERENCES carts);\nALTER TABLE items DROP CONSTRAINT items_cart_fk;',
    },
    {
      why: 'The table refers to itself',
      history:
        'CREATE TABLE users (id bigint PRIMARY KEY, email text);\nCREATE TABLE orders (id bigint PRIMARY KEY, user_id bigint, quantity integer, note text);\nALTER TABLE orders ADD CONSTRAINT orders_parent_fk FOREIGN KEY (user_id) REFERENCES orders;',
      sql: 'ALTER TABLE orders DROP CONSTRAINT orders_parent_fk;',
    },
    { why: 'TRUNCATE of the referencing table drops no key', history, sql: 'TRUNCATE orders;' },
    { why: 'The column is in no key', history, sql: 'ALTER TABLE orders DROP COLUMN note;' },
    {
      why: 'Dropping an attached partition locks its parent instead',
      history:
        'CREATE TABLE users (id bigint PRIMARY KEY);\nCREATE TABLE events (id bigint, user_id bigint) PARTITION BY RANGE (id);\nCREATE TABLE events_1 PARTITION OF events FOR VALUES FROM (0) TO (100);\nCREATE TABLE events_2 PARTITION OF events FOR VALUES FROM (100) TO (200);\nALTER TABLE events ADD FOREIGN KEY (user_id) REFERENCES users;',
      sql: 'DROP TABLE events_1;',
    },
    {
      why: 'The key comes back in the same statement: `add-foreign-key-without-not-valid` speaks',
      history,
      sql: 'ALTER TABLE orders DROP CONSTRAINT orders_user_fk, ADD CONSTRAINT orders_user_fk FOREIGN KEY (user_id) REFERENCES users ON DELETE CASCADE;',
    },
  ],
};
