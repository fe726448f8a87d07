import type { RuleDocs } from '../rule-docs';

const history =
  'CREATE TABLE users (id bigint PRIMARY KEY, email text);\nCREATE TABLE orders (id bigint PRIMARY KEY, user_id bigint, quantity integer, note text);';

export const docs: RuleDocs = {
  problem: `PostgreSQL checks a CHECK when a row is written, and never again. If it depends on the time or on another table, a row that was right yesterday may be wrong today, and a dump that holds it cannot be restored.`,
  solution: `Check it in a trigger, or store what it depends on in a column of the row.`,
  reported: [
    {
      history,
      sql: 'ALTER TABLE orders ADD COLUMN due date, ADD CONSTRAINT orders_due CHECK (due > CURRENT_DATE) NOT VALID;',
      message:
        'This CHECK calls CURRENT_DATE, which gives another value each time: it holds only at the moment a row is written, and restoring a dump can fail',
    },
    {
      history,
      sql: 'CREATE TABLE carts (expires_at timestamptz CHECK (expires_at > now()));',
      message:
        'This CHECK calls now(), which gives another value each time: it holds only at the moment a row is written, and restoring a dump can fail',
    },
    {
      history:
        'CREATE TABLE users (id bigint PRIMARY KEY, email text);\nCREATE TABLE orders (id bigint PRIMARY KEY, user_id bigint, quantity integer, note text);\nCREATE FUNCTION is_known(bigint) RETURNS boolean LANGUAGE sql AS $$ SELECT EXISTS (SELECT FROM users WHERE id = $1) $$;',
      sql: 'ALTER TABLE orders ADD CONSTRAINT orders_user_known CHECK (is_known(user_id)) NOT VALID;',
      message:
        'This CHECK calls is_known(), which reads a table: it holds only at the moment a row is written, and restoring a dump can fail',
    },
    {
      history,
      sql: 'ALTER TABLE orders ADD CONSTRAINT orders_luck CHECK (random() < 0.9) NOT VALID;',
      message:
        'This CHECK calls random(), which gives another value each time: it holds only at the moment a row is written, and restoring a dump can fail',
    },
  ],
  accepted: [
    {
      why: 'The same row always gives the same answer',
      history,
      sql: 'CREATE TABLE carts (code text CHECK (length(trim(code)) > 0));',
    },
    {
      why: 'The function reads no table',
      history:
        "CREATE TABLE users (id bigint PRIMARY KEY, email text);\nCREATE TABLE orders (id bigint PRIMARY KEY, user_id bigint, quantity integer, note text);\nCREATE FUNCTION is_fine(text) RETURNS boolean LANGUAGE sql IMMUTABLE AS $$ SELECT $1 <> '' $$;",
      sql: 'ALTER TABLE orders ADD CONSTRAINT orders_note_fine CHECK (is_fine(note)) NOT VALID;',
    },
  ],
};
