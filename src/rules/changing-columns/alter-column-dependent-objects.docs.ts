import type { RuleDocs } from '../rule-docs';

export const docs: RuleDocs = {
  problem: `A view, rule, policy, trigger, publication filter, function or generated column that uses a column holds on to it: PostgreSQL refuses to change its type or to drop it, and the migration stops here.`,
  solution: `Drop what uses the column, change the column, and create it again, all in one transaction. Remember its grants.`,
  reported: [
    {
      history:
        'CREATE TABLE orders (id integer PRIMARY KEY, code varchar(50) NOT NULL, note text, total numeric(10, 2), placed_at timestamp, number serial);\nCREATE VIEW order_notes AS SELECT id, note FROM orders;',
      sql: 'ALTER TABLE orders ALTER COLUMN note TYPE varchar(100);',
      message:
        'The migration fails here (0A000): ALTER COLUMN … TYPE of "note" is refused, because view "order_notes" uses the column',
    },
    {
      history:
        'CREATE TABLE orders (id integer PRIMARY KEY, code varchar(50) NOT NULL, note text, total numeric(10, 2), placed_at timestamp, number serial);\nCREATE VIEW order_notes AS SELECT id, note FROM orders;',
      sql: 'ALTER TABLE orders DROP COLUMN note;',
      message:
        'The migration fails here (2BP01): DROP COLUMN of "note" is refused, because view "order_notes" depends on it',
    },
    {
      history:
        'CREATE TABLE orders (id integer PRIMARY KEY, code varchar(50) NOT NULL, note text, total numeric(10, 2), placed_at timestamp, number serial);\nALTER TABLE orders ADD COLUMN gross numeric GENERATED ALWAYS AS (total * 1.2) STORED;',
      sql: 'ALTER TABLE orders ALTER COLUMN total TYPE numeric;',
      message:
        'The migration fails here (0A000): ALTER COLUMN … TYPE of "total" is refused, because a generated column uses it',
    },
    {
      history:
        'CREATE TABLE orders (id integer PRIMARY KEY, code varchar(50) NOT NULL, note text, total numeric(10, 2), placed_at timestamp, number serial);\nCREATE POLICY own ON orders USING (note = current_user);',
      sql: 'ALTER TABLE orders ALTER COLUMN note TYPE varchar(100);',
      message:
        'The migration fails here (0A000): ALTER COLUMN … TYPE of "note" is refused, because policy "own" on "orders" uses the column',
    },
    {
      history: `CREATE TABLE orders (id bigint PRIMARY KEY, tenant bigint);
CREATE POLICY own ON orders USING (tenant = 1);`,
      sql: 'ALTER TABLE orders ALTER COLUMN tenant TYPE integer;',
      message:
        'The migration fails here (0A000): ALTER COLUMN … TYPE of "tenant" is refused, because policy "own" on "orders" uses the column',
    },
    {
      history: `CREATE TABLE orders (id bigint PRIMARY KEY, tenant bigint);
CREATE POLICY own ON orders USING (tenant = 1);`,
      sql: 'ALTER TABLE orders DROP COLUMN tenant;',
      message:
        'The migration fails here (2BP01): DROP COLUMN of "tenant" is refused, because policy "own" on "orders" depends on it',
    },
    {
      history: `CREATE TABLE orders (id bigint PRIMARY KEY, state text);
CREATE FUNCTION touch() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RETURN NEW; END $$;
CREATE TRIGGER orders_touch BEFORE UPDATE OF state ON orders FOR EACH ROW EXECUTE FUNCTION touch();`,
      sql: 'ALTER TABLE orders ALTER COLUMN state TYPE varchar(10);',
      message:
        'The migration fails here (0A000): ALTER COLUMN … TYPE of "state" is refused, because trigger "orders_touch" on "orders" uses the column',
    },
    {
      history: `CREATE TABLE orders (id bigint PRIMARY KEY, state text);
CREATE FUNCTION touch() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RETURN NEW; END $$;
CREATE TRIGGER orders_touch BEFORE UPDATE ON orders FOR EACH ROW WHEN (NEW.state IS NULL) EXECUTE FUNCTION touch();`,
      sql: 'ALTER TABLE orders DROP COLUMN state;',
      message:
        'The migration fails here (2BP01): DROP COLUMN of "state" is refused, because trigger "orders_touch" on "orders" depends on it',
    },
    {
      history: `CREATE TABLE orders (id bigint PRIMARY KEY, state text);
CREATE PUBLICATION audit FOR TABLE orders WHERE (state = 'paid') WITH (publish = 'insert');`,
      sql: 'ALTER TABLE orders ALTER COLUMN state TYPE varchar(10);',
      message:
        'The migration fails here (0A000): ALTER COLUMN … TYPE of "state" is refused, because publication "audit" uses the column',
    },
    {
      history: `CREATE TABLE orders (id bigint PRIMARY KEY, total integer);
CREATE FUNCTION turnover() RETURNS bigint LANGUAGE sql BEGIN ATOMIC SELECT sum(total) FROM orders; END;`,
      sql: 'ALTER TABLE orders ALTER COLUMN total TYPE bigint;',
      message:
        'The migration fails here (0A000): ALTER COLUMN … TYPE of "total" is refused, because function "turnover" uses the column',
    },
    {
      history:
        'CREATE TABLE orders (id bigint PRIMARY KEY, total numeric, gross numeric GENERATED ALWAYS AS (total * 2) STORED);',
      sql: 'ALTER TABLE orders DROP COLUMN total;',
      message:
        'The migration fails here (2BP01): DROP COLUMN of "total" is refused, because column "gross" of "orders" depends on it',
    },
    {
      history:
        'CREATE TABLE orders (id bigint PRIMARY KEY, total numeric, gross numeric GENERATED ALWAYS AS (total * 2) STORED);',
      sql: 'ALTER TABLE orders ALTER COLUMN total TYPE bigint;',
      postgres: 13,
      message:
        'The migration fails here (42601): ALTER COLUMN … TYPE of "total" is refused, because a generated column uses it',
    },
    {
      history:
        'CREATE TABLE orders (id bigint PRIMARY KEY, note text);\nCREATE TABLE order_log (id bigint, note text);\nCREATE RULE orders_logged AS ON INSERT TO orders DO ALSO INSERT INTO order_log (id, note) VALUES (NEW.id, NEW.note);',
      sql: 'ALTER TABLE orders ALTER COLUMN note TYPE varchar(200);',
      message:
        'The migration fails here (0A000): ALTER COLUMN … TYPE of "note" is refused, because rule "orders_logged" on "orders" uses the column',
    },
  ],
  accepted: [
    {
      why: 'The view was dropped before',
      history:
        'CREATE TABLE orders (id integer PRIMARY KEY, code varchar(50) NOT NULL, note text, total numeric(10, 2), placed_at timestamp, number serial);\nCREATE VIEW order_notes AS SELECT id, note FROM orders;',
      sql: 'DROP VIEW order_notes;\nALTER TABLE orders ALTER COLUMN note TYPE varchar(100);\nCREATE VIEW order_notes AS SELECT id, note FROM orders;',
    },
    {
      why: 'With CASCADE the view goes along: `drop-cascade` speaks',
      history:
        'CREATE TABLE orders (id integer PRIMARY KEY, code varchar(50) NOT NULL, note text, total numeric(10, 2), placed_at timestamp, number serial);\nCREATE VIEW order_notes AS SELECT id, note FROM orders;',
      sql: 'ALTER TABLE orders DROP COLUMN note CASCADE;',
    },
    {
      why: 'The view does not use the column',
      history:
        'CREATE TABLE orders (id integer PRIMARY KEY, code varchar(50) NOT NULL, note text, total numeric(10, 2), placed_at timestamp, number serial);\nCREATE VIEW order_notes AS SELECT id, note FROM orders;',
      sql: 'ALTER TABLE orders ALTER COLUMN total TYPE numeric;',
    },
  ],
};
