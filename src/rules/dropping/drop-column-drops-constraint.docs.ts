import type { RuleDocs } from '../rule-docs';

const history = `CREATE TABLE users (id bigint PRIMARY KEY);
CREATE TABLE orders (id bigint PRIMARY KEY, user_id bigint REFERENCES users, shop_id bigint, number integer, note text, closed boolean,
  CONSTRAINT orders_shop_number_key UNIQUE (shop_id, number),
  CONSTRAINT orders_number_check CHECK (closed OR number > 0));
CREATE INDEX orders_user_idx ON orders (user_id) WHERE NOT closed;
CREATE INDEX orders_note_idx ON orders (note);`;

export const docs: RuleDocs = {
  problem: `When a column is dropped, PostgreSQL also drops every index, unique or check constraint and statistics object in which it has a part, and says nothing. A
uniqueness over two columns is gone, a query over the other column loses its index, and \`ON CONFLICT\` on them fails.`,
  solution: `Look at what stands on the column. Build the index or constraint that shall take its place first, then drop the old one by name, so that the migration says what
goes.`,
  reported: [
    {
      history,
      sql: 'ALTER TABLE orders DROP COLUMN shop_id;',
      message:
        'With column "shop_id" of "orders" goes constraint "orders_shop_number_key" without a word, though other columns have a part in it',
    },
    {
      history,
      sql: 'ALTER TABLE orders DROP COLUMN closed;',
      message:
        'With column "closed" of "orders" go constraint "orders_number_check" and index "orders_user_idx" without a word, though other columns have a part in them',
    },
    {
      history: 'CREATE TABLE carts (price numeric, gross numeric GENERATED ALWAYS AS (price * 1.2) STORED);',
      sql: 'ALTER TABLE carts DROP COLUMN price;',
      postgres: 14,
      message:
        'With column "price" of "carts" goes generated column "gross" without a word, though other columns have a part in it',
    },
    {
      history: `CREATE TABLE orders (id bigint PRIMARY KEY, shop text, number integer);
CREATE STATISTICS orders_shop_number ON shop, number FROM orders;`,
      sql: 'ALTER TABLE orders DROP COLUMN number;',
      message:
        'With column "number" of "orders" goes statistics "orders_shop_number" without a word, though other columns have a part in it',
    },
    {
      history: `CREATE TABLE orders (id bigint PRIMARY KEY, shop text, number integer);
CREATE INDEX orders_shop_idx ON orders (shop) INCLUDE (number);
CREATE INDEX orders_full_idx ON orders ((shop || number));`,
      sql: 'ALTER TABLE orders DROP COLUMN number;',
      message:
        'With column "number" of "orders" go index "orders_full_idx" and index "orders_shop_idx" without a word, though other columns have a part in them',
    },
  ],
  accepted: [
    {
      why: 'An index on that column alone is of no use without it',
      history,
      sql: 'ALTER TABLE orders DROP COLUMN note;',
    },
    {
      why: 'They were dropped before it',
      history,
      sql: 'ALTER TABLE orders DROP CONSTRAINT orders_shop_number_key;\nALTER TABLE orders DROP COLUMN shop_id;',
    },
    {
      why: 'A foreign key of that column alone goes with it as meant: `drop-foreign-key-locks-referenced` speaks of its locks',
      history: `CREATE TABLE users (id bigint PRIMARY KEY);
CREATE TABLE orders (id bigint PRIMARY KEY, user_id bigint REFERENCES users CHECK (user_id > 0));`,
      sql: 'ALTER TABLE orders DROP COLUMN user_id;',
    },
    {
      why: 'The other column goes in the same statement',
      history,
      sql: 'ALTER TABLE orders DROP CONSTRAINT orders_number_check, DROP COLUMN shop_id, DROP COLUMN number;',
    },
    {
      why: 'An index of the same name is built again in the same transaction',
      history,
      sql: 'ALTER TABLE orders DROP COLUMN closed, DROP CONSTRAINT orders_number_check, ADD COLUMN closed text;\nCREATE INDEX orders_user_idx ON orders (user_id);',
    },
    {
      why: 'The table is new',
      sql: 'CREATE TABLE carts (a int, b int, UNIQUE (a, b));\nALTER TABLE carts DROP COLUMN a;',
    },
  ],
};
