import type { RuleDocs } from '../rule-docs';

const history = 'CREATE TABLE orders (id bigint PRIMARY KEY, amount integer, note text);';

export const docs: RuleDocs = {
  problem: `Tools that generate migrations often change a column's type by dropping the column and adding it again. The schema ends as wanted, and every old value is lost.
The same happens to a table that is dropped and created.`,
  solution: `Change the type with ALTER COLUMN … TYPE, or add a column under a new name, copy the values, let the application move, and drop the old one in a later release. A column of the same
type stays, and what differs is changed: its default, NOT NULL, constraints. There is no way that fits all where the new column is generated or counts by itself, where another type comes with a constraint, or where the table has no primary key by which its
rows could be copied one batch after the other: copy the values before, and check them.`,
  reported: [
    {
      history,
      sql: 'ALTER TABLE orders DROP COLUMN amount, ADD COLUMN amount bigint;',
      message:
        'Column "amount" of "orders" is dropped and added again under the same name: all its values are lost, though the name lives on',
    },
    {
      history,
      sql: 'ALTER TABLE orders DROP COLUMN amount, ADD COLUMN amount bigint, DROP COLUMN note, ADD COLUMN note integer;',
      message:
        'Columns "amount" and "note" of "orders" are dropped and added again under the same names: all their values are lost, though the names live on',
    },
    {
      history,
      sql: ['ALTER TABLE orders DROP COLUMN amount;', 'ALTER TABLE orders ADD COLUMN amount bigint;'],
      message:
        'Column "amount" of "orders" is dropped and added again under the same name: all its values are lost, though the name lives on',
    },
    {
      history,
      sql: 'DROP TABLE orders;\nCREATE TABLE orders (id bigint PRIMARY KEY, amount bigint);',
      message:
        '"orders" is dropped and created again under the same name: all its rows are lost, though the name lives on',
    },
    {
      history,
      sql: "ALTER TABLE orders DROP COLUMN note, ADD COLUMN state text, ADD COLUMN note varchar(200) NOT NULL DEFAULT '';",
      message:
        'Column "note" of "orders" is dropped and added again under the same name: all its values are lost, though the name lives on',
    },
    {
      history:
        'CREATE TABLE orders (id serial PRIMARY KEY, amount integer, note text);\nCREATE INDEX orders_note_idx ON orders (note);',
      sql: [
        'DROP TABLE orders;',
        'CREATE TABLE orders (id bigint GENERATED ALWAYS AS IDENTITY CONSTRAINT orders_pkey PRIMARY KEY, amount numeric, state text);',
      ],
      message:
        '"orders" is dropped and created again under the same name: all its rows are lost, though the name lives on',
    },
    {
      history: "CREATE TABLE orders (id bigint PRIMARY KEY, state text NOT NULL DEFAULT 'open', note text);",
      sql: "ALTER TABLE orders DROP COLUMN state, ADD COLUMN state text, DROP COLUMN note, ADD COLUMN note text NOT NULL DEFAULT '';",
      message:
        'Columns "state" and "note" of "orders" are dropped and added again under the same names: all their values are lost, though the names live on',
    },
    {
      history,
      sql: 'ALTER TABLE orders DROP COLUMN note, ADD COLUMN note text;',
      message:
        'Column "note" of "orders" is dropped and added again under the same name: all its values are lost, though the name lives on',
    },
    {
      history: `CREATE TABLE orders (shop integer, id bigint, amount integer, PRIMARY KEY (shop, id), UNIQUE (id));
CREATE TABLE items (id bigint PRIMARY KEY, order_id bigint CONSTRAINT items_order REFERENCES orders (id));
CREATE VIEW totals AS SELECT shop, amount FROM orders;
CREATE VIEW large AS SELECT * FROM totals WHERE amount > 100;`,
      sql: 'DROP TABLE orders CASCADE;\nCREATE TABLE orders (shop integer, id bigint, amount bigint, PRIMARY KEY (shop, id));',
      message:
        '"orders" is dropped and created again under the same name: all its rows are lost, though the name lives on',
    },
    {
      history:
        'CREATE TABLE users (id integer PRIMARY KEY);\nCREATE TABLE orders (id bigint PRIMARY KEY, amount integer, code text, user_id integer);',
      sql: 'ALTER TABLE orders DROP COLUMN amount, DROP COLUMN code, DROP COLUMN user_id, ADD COLUMN amount integer CHECK (amount > 0), ADD COLUMN code text UNIQUE, ADD COLUMN user_id integer CONSTRAINT orders_user REFERENCES users;',
      message:
        'Columns "amount", "code" and "user_id" of "orders" are dropped and added again under the same names: all their values are lost, though the names live on',
    },
  ],
  accepted: [
    {
      why: 'The table is new',
      sql: 'CREATE TABLE carts (id bigint, note text);\nALTER TABLE carts DROP COLUMN note;\nALTER TABLE carts ADD COLUMN note integer;',
    },
    {
      why: 'The values were copied before',
      history,
      sql: 'ALTER TABLE orders ADD COLUMN amount_kept bigint;\nUPDATE orders SET amount_kept = amount;\nALTER TABLE orders DROP COLUMN amount;\nALTER TABLE orders ADD COLUMN amount bigint;\nUPDATE orders SET amount = amount_kept;',
    },
    {
      why: 'The rows were copied before',
      history,
      sql: 'CREATE TABLE orders_kept AS SELECT * FROM orders;\nDROP TABLE orders;\nCREATE TABLE orders (id bigint PRIMARY KEY, amount bigint);\nINSERT INTO orders SELECT id, amount FROM orders_kept;',
    },
    {
      why: 'The rows are computed from other tables, and are computed again',
      history: `${history}\nCREATE TABLE order_counts AS SELECT count(*) AS n FROM orders;`,
      sql: 'DROP TABLE order_counts;\nCREATE TABLE order_counts AS SELECT count(*) AS n, sum(amount) AS sum FROM orders;',
    },
    {
      why: 'The table was emptied before: `truncate` speaks',
      history,
      sql: 'TRUNCATE orders;\nALTER TABLE orders DROP COLUMN amount;\nALTER TABLE orders ADD COLUMN amount bigint;',
    },
    {
      why: 'All rows were deleted before: `delete-without-where` speaks',
      history,
      sql: 'DELETE FROM orders;\nALTER TABLE orders DROP COLUMN amount;\nALTER TABLE orders ADD COLUMN amount bigint;',
    },
    {
      why: 'The two migrations do not ship together',
      history,
      sql: ['DROP TABLE orders;', 'CREATE TABLE orders (id bigint);'],
      knownChangeSet: false,
    },
    {
      why: 'The column comes back under another name',
      history,
      sql: 'ALTER TABLE orders DROP COLUMN amount, ADD COLUMN cents bigint;',
    },
    {
      why: 'IF EXISTS, and the column does not exist',
      history,
      sql: 'ALTER TABLE orders DROP COLUMN IF EXISTS tax;\nALTER TABLE orders ADD COLUMN tax numeric;',
    },
  ],
};
