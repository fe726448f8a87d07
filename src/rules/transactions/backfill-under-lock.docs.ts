import type { RuleDocs } from '../rule-docs';

const history = `CREATE TABLE orders (id bigint PRIMARY KEY, total numeric);
CREATE TABLE users (id bigint PRIMARY KEY);`;

export const docs: RuleDocs = {
  problem: `ALTER TABLE closes the table until its transaction commits. An UPDATE of all rows in the same transaction keeps it closed for the whole UPDATE, which grows
with the table.`,
  solution: `Ship the ALTER TABLE alone. Fill the rows afterwards in batches, outside of any migration's transaction.`,
  reported: [
    {
      history:
        'CREATE TABLE users (id bigint PRIMARY KEY);\nCREATE TABLE orders (id bigint PRIMARY KEY, user_id bigint);',
      sql: 'CREATE TABLE buyers (user_id bigint REFERENCES users);\nINSERT INTO buyers (user_id) SELECT user_id FROM orders;',
      message:
        'While this INSERT runs through "buyers", writes to "users" wait for the SHARE ROW EXCLUSIVE lock that this transaction took before, until it commits',
    },
    {
      history,
      sql: "ALTER TABLE orders ADD COLUMN state text;\nUPDATE orders SET state = 'open';",
      message:
        'While this UPDATE runs through "orders", reads and writes of "orders" wait for the ACCESS EXCLUSIVE lock that this transaction took before, until it commits',
    },
    {
      history,
      sql: 'CREATE INDEX users_id_idx ON users (id);\nINSERT INTO orders (id) SELECT 100000 + id FROM users;',
      message:
        'While this INSERT runs through "orders", writes to "users" wait for the SHARE lock that this transaction took before, until it commits',
    },
    {
      history:
        'CREATE TABLE users (id bigint PRIMARY KEY);\nCREATE TABLE orders (id bigint PRIMARY KEY, user_id bigint);',
      sql: 'CREATE TABLE buyers (user_id bigint REFERENCES users);\nCREATE VIEW ordering AS SELECT user_id FROM orders;\nINSERT INTO buyers (user_id) SELECT user_id FROM ordering;',
      message:
        'While this INSERT runs through "buyers", writes to "users" wait for the SHARE ROW EXCLUSIVE lock that this transaction took before, until it commits',
    },
    {
      history: 'CREATE TABLE orders (id bigint PRIMARY KEY, state text);',
      sql: "ALTER TABLE orders ADD COLUMN note text;\nUPDATE orders SET note = '' WHERE state = 'open';",
      message:
        'While this UPDATE runs through "orders", reads and writes of "orders" wait for the ACCESS EXCLUSIVE lock that this transaction took before, until it commits',
    },
    {
      history:
        'CREATE TABLE orders (id bigint PRIMARY KEY, note text);\nCREATE TABLE notes (order_id bigint, note text);',
      sql: 'ALTER TABLE orders ADD COLUMN state text;\nINSERT INTO notes (order_id, note) SELECT id, note FROM orders WHERE note IS NOT NULL;',
      message:
        'While this INSERT runs through "notes", reads and writes of "orders" wait for the ACCESS EXCLUSIVE lock that this transaction took before, until it commits',
    },
    {
      history: 'CREATE TABLE orders (id bigint PRIMARY KEY, note text);',
      sql: 'CREATE TABLE notes (order_id bigint REFERENCES orders, note text);\nINSERT INTO notes (order_id, note) SELECT id, note FROM orders WHERE note IS NOT NULL;',
      message:
        'While this INSERT runs through "notes", writes to "orders" wait for the SHARE ROW EXCLUSIVE lock that this transaction took before, until it commits',
    },
  ],
  accepted: [
    {
      why: 'The query of the INSERT finds few rows, by a key',
      history,
      sql: 'ALTER TABLE orders ADD COLUMN state text;\nINSERT INTO orders (id) SELECT 100000 + id FROM users WHERE id BETWEEN 1 AND 100;',
    },
    {
      why: 'A row that a migration brings along, unless it is there',
      history,
      sql: 'ALTER TABLE orders ADD COLUMN state text;\nINSERT INTO users (id) SELECT 1 WHERE NOT EXISTS (SELECT 1 FROM users WHERE id = 1);',
    },
    {
      why: 'One arm of a UNION that is written out, and one that finds a row by its key',
      history,
      sql: 'ALTER TABLE orders ADD COLUMN state text;\nINSERT INTO orders (id) SELECT 100001 UNION ALL SELECT id + 100000 FROM users WHERE id = 7;',
    },
    {
      why: 'The table is new, and nothing else is held',
      history: 'CREATE TABLE orders (id bigint PRIMARY KEY, user_id bigint);',
      sql: 'CREATE TABLE buyers (user_id bigint);\nINSERT INTO buyers (user_id) SELECT user_id FROM orders;',
    },
    {
      why: 'Catalogs of the system are small, whatever one thinks of writing them',
      history: 'CREATE TABLE orders (id bigint PRIMARY KEY, user_id bigint);',
      sql: "ALTER TABLE orders ADD COLUMN note text;\nUPDATE pg_index SET indisready = false WHERE indrelid = (SELECT oid FROM pg_class WHERE relname = 'orders');",
    },
    {
      why: 'Bounded by literal keys',
      history,
      sql: "ALTER TABLE orders ADD COLUMN state text;\nUPDATE orders SET state = 'open' WHERE id IN (1, 2, 3);",
    },
    {
      why: 'An index leads to the few rows',
      history:
        'CREATE TABLE orders (id bigint PRIMARY KEY, state text);\nCREATE INDEX orders_state ON orders (state);',
      sql: "ALTER TABLE orders ADD COLUMN note text;\nUPDATE orders SET note = '' WHERE state = 'open';",
    },
    {
      why: 'Nobody knows whether an index leads to them',
      completeHistory: false,
      sql: "ALTER TABLE orders ADD COLUMN note text;\nUPDATE orders SET note = '' WHERE state = 'open';",
    },
    {
      why: 'Without a transaction the lock is gone at once',
      history,
      sql: "ALTER TABLE orders ADD COLUMN state text;\nUPDATE orders SET state = 'open';",
      transaction: 'none',
    },
    {
      why: 'The table is new and nothing else is held',
      history,
      sql: 'CREATE TABLE carts (id bigint);\nALTER TABLE carts ADD COLUMN note text;\nINSERT INTO carts (id) SELECT id FROM users;',
    },
    {
      why: 'A few literal rows',
      history,
      sql: 'ALTER TABLE orders ADD COLUMN state text;\nINSERT INTO orders (id, total) VALUES (1, 2);',
    },
  ],
};
