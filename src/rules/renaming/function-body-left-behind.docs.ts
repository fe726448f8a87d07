import type { RuleDocs } from '../rule-docs';

const history = `CREATE TABLE orders (id bigint PRIMARY KEY, total numeric, changed timestamptz);
CREATE TABLE users (id bigint PRIMARY KEY);
CREATE FUNCTION touch() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN NEW.changed := now(); RETURN NEW; END $$;
CREATE TRIGGER orders_touch BEFORE UPDATE ON orders FOR EACH ROW EXECUTE FUNCTION touch();
CREATE FUNCTION order_total(which bigint) RETURNS numeric LANGUAGE sql AS 'SELECT total FROM orders WHERE id = which';
CREATE FUNCTION close_all() RETURNS void LANGUAGE plpgsql AS $$ BEGIN UPDATE orders SET total = 0 WHERE total IS NULL; END $$;`;

export const docs: RuleDocs = {
  problem: `PostgreSQL keeps the body of a function as text and looks into it only when it runs. Dropping or renaming a column or table that the text names succeeds; the next
call fails. If the function is a trigger, every write to the table fails.`,
  solution: `Replace the function in the same transaction, with a text that does not name the old column or table.`,
  reported: [
    {
      history,
      sql: 'ALTER TABLE orders DROP COLUMN changed;',
      message:
        'The text of function "touch" still names column "changed" of "orders": the next call fails (42703); as a trigger it then fails every write to "orders"',
    },
    {
      history,
      sql: 'ALTER TABLE orders RENAME COLUMN total TO amount;',
      message:
        'The text of functions "close_all" and "order_total" still names column "total" of "orders": the next call fails (42703)',
    },
    {
      history,
      sql: 'DROP TABLE orders;',
      message:
        'The text of functions "close_all" and "order_total" still names "orders": the next call fails (42P01)',
    },
  ],
  accepted: [
    {
      why: 'The body was replaced before it',
      history,
      sql: 'CREATE OR REPLACE FUNCTION touch() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RETURN NEW; END $$;\nALTER TABLE orders DROP COLUMN changed;',
    },
    {
      why: 'The body is replaced in the same transaction',
      history,
      sql: 'ALTER TABLE orders RENAME COLUMN changed TO changed_at;\nCREATE OR REPLACE FUNCTION touch() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN NEW.changed_at := now(); RETURN NEW; END $$;',
    },
    {
      why: 'The function goes too',
      history,
      sql: 'DROP TRIGGER orders_touch ON orders;\nDROP FUNCTION touch();\nALTER TABLE orders DROP COLUMN changed;',
    },
    {
      why: 'The trigger that calls the function goes in the same transaction',
      history,
      sql: 'ALTER TABLE orders DROP COLUMN changed;\nDROP TRIGGER orders_touch ON orders;',
    },
    { why: 'No function names the table', history, sql: 'DROP TABLE users;' },
    {
      why: 'A body of BEGIN ATOMIC is kept in step by the server',
      history:
        'CREATE TABLE carts (id bigint, total numeric);\nCREATE FUNCTION cart_total() RETURNS numeric LANGUAGE sql BEGIN ATOMIC SELECT total FROM carts; END;',
      sql: 'ALTER TABLE carts RENAME COLUMN total TO amount;',
    },
  ],
};
