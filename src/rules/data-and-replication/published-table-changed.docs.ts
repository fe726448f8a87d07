import type { RuleDocs } from '../rule-docs';

const history =
  'CREATE TABLE orders (id bigint PRIMARY KEY, note text);\nCREATE TABLE users (id bigint PRIMARY KEY, name text);\nCREATE PUBLICATION audit FOR TABLE orders, users (id);';

const published =
  'CREATE TABLE orders (id bigint PRIMARY KEY, note text);\nCREATE PUBLICATION audit FOR TABLE orders;';

export const docs: RuleDocs = {
  problem: `Logical replication sends rows, not changes of tables. If the publisher has a column that the subscriber lacks, or calls it otherwise, replication stops with the first such row, and
the publisher keeps its log until somebody repairs it. A changed type goes well until a value does not fit.`,
  solution: `Change the subscribers first, then the publisher. To drop a column, or to rename the table, the other way round. Tables that are published elsewhere are named in the configuration (\`publications\`).
A second column, which both names or both types go by for a while, is no way out where the publication names its columns, or where the column belongs to the key: subscribers would not get it, or would not find
their rows by it. Such a column is renamed on the publisher, and right after that on the subscribers, which stop meanwhile and lose nothing. For another type of such a column that writes every row there is no
online form: plan a quiet hour, with the wider type on the subscribers first.`,
  reported: [
    {
      history: published,
      sql: 'ALTER TABLE orders ADD COLUMN total numeric;',
      message:
        'The publication "audit" publishes "orders", and the new column "total" is not sent: a subscriber stops at the first row that does not fit its own table',
    },
    {
      history: published,
      sql: 'ALTER TABLE orders RENAME COLUMN note TO remark;',
      message:
        'The publication "audit" publishes "orders", and the new name of "note" is not sent: a subscriber stops at the first row that does not fit its own table',
    },
    {
      history:
        'CREATE TABLE orders (id bigint PRIMARY KEY, note text);\nCREATE PUBLICATION audit FOR TABLE orders (id, note);',
      sql: 'ALTER TABLE orders RENAME COLUMN note TO remark;',
      postgres: 18,
      message:
        'The publication "audit" publishes "orders", and the new name of "note" is not sent: a subscriber stops at the first row that does not fit its own table',
    },
    {
      history: published,
      sql: 'ALTER TABLE orders RENAME COLUMN id TO number;',
      message:
        'The publication "audit" publishes "orders", and the new name of "id" is not sent: a subscriber stops at the first row that does not fit its own table',
    },
    {
      history: published,
      sql: 'ALTER TABLE orders RENAME TO purchases;',
      message:
        'The publication "audit" publishes "orders", and its new name is not sent: a subscriber stops at the first row that does not fit its own table',
    },
    {
      history: published,
      sql: "ALTER TABLE orders ADD COLUMN place float8 NOT NULL DEFAULT random(), ADD COLUMN number serial, ADD COLUMN state text NOT NULL DEFAULT 'open';",
      message:
        'The publication "audit" publishes "orders", and the new column "place" is not sent: a subscriber stops at the first row that does not fit its own table',
    },
    {
      history:
        'CREATE TABLE orders (id bigint PRIMARY KEY, amount integer NOT NULL, code varchar(20));\nCREATE PUBLICATION audit FOR TABLE orders;',
      sql: 'ALTER TABLE orders ALTER COLUMN amount TYPE bigint;',
      message:
        'The publication "audit" publishes "orders", and the new type of "amount" is not sent: a subscriber stops at the first row that does not fit its own table',
    },
    {
      history:
        'CREATE TABLE orders (id bigint PRIMARY KEY, amount integer NOT NULL, code varchar(20));\nCREATE PUBLICATION audit FOR TABLE orders;',
      sql: 'ALTER TABLE orders ALTER COLUMN code TYPE varchar(50);',
      message:
        'The publication "audit" publishes "orders", and the new type of "code" is not sent: a subscriber stops at the first row that does not fit its own table',
    },
  ],
  accepted: [
    { why: 'Subscribers may have more columns', history, sql: 'ALTER TABLE orders DROP COLUMN note;' },
    { why: 'The publication names other columns', history, sql: 'ALTER TABLE users ADD COLUMN email text;' },
    {
      why: 'The table is not published',
      history: 'CREATE TABLE orders (id bigint PRIMARY KEY);',
      sql: 'ALTER TABLE orders ADD COLUMN total numeric;',
    },
    {
      why: 'The table is new: no subscriber has it',
      history: 'CREATE PUBLICATION everything FOR ALL TABLES;',
      sql: 'CREATE TABLE carts (id bigint PRIMARY KEY);\nALTER TABLE carts ADD COLUMN note text;',
    },
  ],
};
