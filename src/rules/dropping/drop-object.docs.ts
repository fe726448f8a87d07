import type { RuleDocs } from '../rule-docs';

const history = `CREATE TABLE orders (id bigint PRIMARY KEY, total numeric);
CREATE VIEW big_orders AS SELECT id FROM orders WHERE total > 100;
CREATE TYPE mood AS ENUM ('ok', 'good');
CREATE TABLE notes (id bigint, mood mood);
CREATE SEQUENCE ticket_numbers;
CREATE FUNCTION tax(amount numeric) RETURNS numeric LANGUAGE sql AS 'SELECT amount * 0.2';
CREATE EXTENSION pg_trgm;`;

export const docs: RuleDocs = {
  problem: `While the migration runs, the old version of the application is still running. Each of its queries that reads the view, calls the function, draws from the
sequence or casts to the type fails from that moment on.`,
  solution: `Let a release go out that does not use the object any more, and drop it in a later one. To change a view or a function, replace it instead.`,
  reported: [
    {
      history,
      sql: 'DROP VIEW big_orders;',
      message: 'Clients that still use view "big_orders" fail from here on',
    },
    {
      history,
      sql: 'DROP FUNCTION IF EXISTS tax(numeric);',
      message: 'Clients that still use function "tax" fail from here on',
    },
    {
      history,
      sql: 'DROP SEQUENCE ticket_numbers;',
      message: 'Clients that still use sequence "ticket_numbers" fail from here on',
    },
    {
      history,
      sql: 'DROP EXTENSION pg_trgm;',
      message: 'Clients that still use extension "pg_trgm" fail from here on',
    },
    {
      history,
      sql: 'DROP VIEW big_orders;\nCREATE VIEW big_orders AS SELECT id, total FROM orders;',
      transaction: 'none',
      message:
        'Clients that use view "big_orders" fail from here until it is created again, for no transaction holds the two together',
    },
    {
      history: `CREATE TABLE orders (id bigint PRIMARY KEY);
CREATE MATERIALIZED VIEW totals AS SELECT id FROM orders;
CREATE TYPE mood AS ENUM ('ok');
CREATE DOMAIN email AS text;`,
      sql: 'DROP MATERIALIZED VIEW totals;\nDROP TYPE mood;\nDROP DOMAIN email;',
      message: [
        'Clients that still use materialized view "totals" fail from here on',
        'Clients that still use type "mood" fail from here on',
        'Clients that still use domain "email" fail from here on',
      ],
    },
    {
      history: `CREATE EXTENSION postgres_fdw;
CREATE SERVER warehouse FOREIGN DATA WRAPPER postgres_fdw;
CREATE FOREIGN TABLE stock (id bigint) SERVER warehouse;`,
      sql: 'DROP FOREIGN TABLE stock;\nDROP SERVER warehouse;',
      message: [
        'Clients that still use foreign table "stock" fail from here on',
        'Clients that still use server "warehouse" fail from here on',
      ],
    },
  ],
  accepted: [
    {
      why: 'It was created by the same migration',
      history,
      sql: 'CREATE VIEW small_orders AS SELECT id FROM orders WHERE total < 10;\nDROP VIEW small_orders;',
    },
    {
      why: 'It is made again in the same transaction: nobody sees it missing',
      history,
      sql: 'DROP VIEW big_orders;\nCREATE VIEW big_orders AS SELECT id, total FROM orders WHERE total > 200;',
    },
    { why: 'IF EXISTS, and there is no such view', history, sql: 'DROP VIEW IF EXISTS small_orders;' },
    {
      why: 'The enum swap that ORMs generate: the type lives on under its name, only the old one goes',
      history,
      sql: `CREATE TYPE mood_new AS ENUM ('ok');
ALTER TABLE notes ALTER COLUMN mood TYPE mood_new USING (mood::text::mood_new);
ALTER TYPE mood RENAME TO mood_old;
ALTER TYPE mood_new RENAME TO mood;
DROP TYPE mood_old;`,
    },
    {
      why: 'No client calls a trigger function',
      history: `${history}\nCREATE FUNCTION touch() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RETURN NEW; END $$;`,
      sql: 'DROP FUNCTION touch();',
    },
    {
      why: 'A sequence that a column owns is drawn from by its default',
      history: `${history}\nCREATE TABLE carts (id serial);`,
      sql: 'ALTER TABLE carts ALTER COLUMN id DROP DEFAULT;\nDROP SEQUENCE carts_id_seq;',
    },
    {
      why: 'The columns of the type go before it: `drop-column` and `drop-table` speak',
      history,
      sql: 'ALTER TABLE notes DROP COLUMN mood;\nDROP TYPE mood;',
    },
    { why: 'For tables `drop-table` speaks', history, sql: 'DROP TABLE notes;' },
  ],
};
