import type { RuleDocs } from '../rule-docs';

const history = `CREATE TABLE users (id bigint PRIMARY KEY);
CREATE TABLE orders (id bigint PRIMARY KEY, user_id bigint CONSTRAINT orders_user_fk REFERENCES users);
CREATE VIEW buyers AS SELECT id FROM users;
CREATE TYPE mood AS ENUM ('ok');
CREATE TABLE notes (id bigint, mood mood);
CREATE TABLE carts (id bigint);`;

export const docs: RuleDocs = {
  problem: `CASCADE drops everything that depends on the object: views, foreign keys of other tables, defaults, policies, even columns. The migration names none of
them, so neither its author nor its reviewer sees what is lost, and the answer can differ from one database to the next. Every table that loses a part is
closed until the transaction commits.`,
  solution: `Leave CASCADE out. The server then lists in its error what depends on the object: drop each of these by name before it.`,
  reported: [
    {
      history,
      sql: 'DROP TABLE users CASCADE;',
      message:
        'CASCADE also drops constraint "orders_user_fk" on "orders" and view "buyers"; reads and writes of "orders" wait for the ACCESS EXCLUSIVE lock until the transaction commits',
    },
    {
      history,
      sql: 'DROP TYPE mood CASCADE;',
      message:
        'CASCADE also drops column "mood" of "notes"; reads and writes of "notes" wait for the ACCESS EXCLUSIVE lock until the transaction commits',
    },
    {
      sql: 'DROP TABLE users CASCADE;',
      completeHistory: false,
      message:
        'CASCADE also drops whatever depends on this (views, foreign keys of other tables, defaults), unless nothing does',
    },
    {
      history: "CREATE SEQUENCE numbers;\nCREATE TABLE orders (id bigint DEFAULT nextval('numbers'));",
      sql: 'DROP SEQUENCE numbers CASCADE;',
      message:
        'CASCADE also drops the default of "id" of "orders"; reads and writes of "orders" wait for the ACCESS EXCLUSIVE lock until the transaction commits',
    },
    {
      history: `CREATE FUNCTION plain(t text) RETURNS text LANGUAGE sql IMMUTABLE AS 'SELECT lower(t)';
CREATE TABLE users (name text, CHECK (plain(name) <> ''));
CREATE INDEX users_plain_idx ON users (plain(name));
CREATE POLICY own ON users USING (plain(name) = 'a');`,
      sql: 'DROP FUNCTION plain(text) CASCADE;',
      message:
        'CASCADE also drops index "users_plain_idx", policy "own" on "users" and constraint "users_name_check" on "users"; reads and writes of "users" wait for the ACCESS EXCLUSIVE lock until the transaction commits',
    },
    {
      history: `CREATE TABLE users (id bigint PRIMARY KEY);
CREATE TABLE orders (user_id bigint CONSTRAINT orders_user_fk REFERENCES users);`,
      sql: 'ALTER TABLE users DROP CONSTRAINT users_pkey CASCADE;',
      message:
        'CASCADE also drops constraint "orders_user_fk" on "orders"; reads and writes of "orders" wait for the ACCESS EXCLUSIVE lock until the transaction commits',
    },
    {
      history:
        'CREATE TABLE users (id bigint PRIMARY KEY, name text);\nCREATE VIEW names AS SELECT name FROM users;',
      sql: 'ALTER TABLE users DROP COLUMN name CASCADE;',
      message: 'CASCADE also drops view "names"',
    },
  ],
  accepted: [
    {
      why: 'All of the database is known, and nothing depends on the table',
      history,
      sql: 'DROP TABLE carts CASCADE;',
    },
    {
      why: 'The table is new',
      sql: 'CREATE TABLE carts (id bigint);\nCREATE VIEW full_carts AS SELECT id FROM carts;\nDROP TABLE carts CASCADE;',
    },
    { why: 'IF EXISTS, and no such table exists', history, sql: 'DROP TABLE IF EXISTS baskets CASCADE;' },
    {
      why: 'What goes is named before',
      history,
      sql: 'DROP VIEW buyers;\nALTER TABLE orders DROP CONSTRAINT orders_user_fk;\nDROP TABLE users CASCADE;',
    },
    { why: 'Without CASCADE', history, sql: 'DROP VIEW buyers;' },
    {
      why: 'For the triggers of a function `drop-trigger` speaks',
      history: `${history}
CREATE FUNCTION touch() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RETURN NEW; END $$;
CREATE TRIGGER orders_touch BEFORE UPDATE ON orders FOR EACH ROW EXECUTE FUNCTION touch();`,
      sql: 'DROP FUNCTION touch() CASCADE;',
    },
  ],
};
