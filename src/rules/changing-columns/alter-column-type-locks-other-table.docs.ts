import type { RuleDocs } from '../rule-docs';

const history =
  'CREATE TABLE users (id integer PRIMARY KEY, code varchar(20) UNIQUE);\nCREATE TABLE orders (id integer PRIMARY KEY, user_id integer CONSTRAINT orders_user_fk REFERENCES users, user_code varchar(20) REFERENCES users (code), parent_id integer REFERENCES orders);';

export const docs: RuleDocs = {
  problem: `A column that refers to another table, or is referred to, ties the two together: changing its type closes the other table as well, even where nothing has to be written. If rows are written, the foreign key
is checked again, and both tables stay closed for that long.`,
  solution: `Let second columns take over at both ends, or do it in a quiet hour with a short \`lock_timeout\`.`,
  reported: [
    {
      history,
      sql: 'ALTER TABLE orders ALTER COLUMN user_id TYPE bigint;',
      message:
        'Changing the type of "user_id" also stops reads and writes of "users" (ACCESS EXCLUSIVE lock), the other end of the foreign key "orders_user_fk", until all of it is done',
    },
    {
      history,
      sql: 'ALTER TABLE users ALTER COLUMN id TYPE bigint;',
      message:
        'Changing the type of "id" also stops reads and writes of "orders" (ACCESS EXCLUSIVE lock), the other end of the foreign key "orders_user_fk", until all of it is done',
    },
    {
      history,
      sql: 'ALTER TABLE orders ALTER COLUMN user_code TYPE varchar(40);',
      transaction: 'none',
      message:
        'Changing the type of "user_code" also stops reads and writes of "users" (ACCESS EXCLUSIVE lock), the other end of the foreign key "orders_user_code_fkey", for a moment',
    },
  ],
  accepted: [
    {
      why: 'The table refers to itself',
      history,
      sql: 'ALTER TABLE orders ALTER COLUMN parent_id TYPE bigint;',
    },
    {
      why: 'Both are new',
      sql: 'CREATE TABLE a (id integer PRIMARY KEY);\nCREATE TABLE b (a_id integer REFERENCES a);\nALTER TABLE b ALTER COLUMN a_id TYPE bigint;',
    },
    {
      why: 'The column is in no foreign key',
      history: 'CREATE TABLE notes (body varchar(20));',
      sql: 'ALTER TABLE notes ALTER COLUMN body TYPE text;',
    },
  ],
};
