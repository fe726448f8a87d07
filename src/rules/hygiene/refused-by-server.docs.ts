import type { RuleDocs } from '../rule-docs';

const history = `CREATE TABLE users (id bigint PRIMARY KEY, email text);
CREATE TABLE orders (id bigint PRIMARY KEY, user_id bigint REFERENCES users);`;

export const docs: RuleDocs = {
  problem: `The statement parses, but what earlier migrations have made tells that the server will refuse it: the column exists already, another table refers to the one that is dropped,
there is no cast between the types. The migration stops there, on every database.`,
  solution: `Correct the statement, or what comes before it. If the database is different from what the migrations say, somebody has changed it by hand.`,
  reported: [
    {
      history,
      sql: 'ALTER TABLE users ADD COLUMN email text;',
      message: 'The migration fails here: there is a column of that name (42701)',
    },
    {
      history,
      sql: 'DROP TABLE users;',
      message: 'The migration fails here: constraint "orders_user_id_fkey" on "orders" depends on it (2BP01)',
    },
    {
      history,
      sql: 'TRUNCATE users;',
      message: 'The migration fails here: a foreign key refers to it (0A000)',
    },
    {
      history,
      sql: 'ALTER TABLE users ALTER COLUMN email TYPE bigint;',
      message: 'The migration fails here: there is no cast without USING (42804)',
    },
    {
      history: `CREATE TYPE mood AS ENUM ('glad', 'sad');
CREATE FUNCTION cheer(who mood) RETURNS text LANGUAGE sql AS $$ SELECT who::text $$;`,
      sql: 'DROP TYPE mood;',
      message: 'The migration fails here: function "cheer" depends on it (2BP01)',
    },
    {
      history:
        'CREATE TABLE users (id bigint);\nCREATE UNIQUE INDEX users_id ON users (id);\nCREATE TABLE orders (user_id bigint CONSTRAINT orders_user_fk REFERENCES users (id));',
      sql: 'DROP INDEX users_id;',
      message: 'The migration fails here: constraint "orders_user_fk" on "orders" depends on it (2BP01)',
    },
    {
      history:
        'CREATE TABLE orders (id bigint, total numeric) PARTITION BY RANGE (id);\nCREATE TABLE orders_1 PARTITION OF orders FOR VALUES FROM (0) TO (1000);\nCREATE INDEX orders_total ON orders (total);',
      sql: 'DROP INDEX orders_1_total_idx;',
      message: 'The migration fails here: an index of the parent needs it (2BP01)',
    },
    {
      history:
        'CREATE TABLE orders (id bigint PRIMARY KEY) PARTITION BY RANGE (id);\nCREATE TABLE orders_1 PARTITION OF orders FOR VALUES FROM (0) TO (1000);',
      sql: 'DROP INDEX orders_1_pkey;',
      message: 'The migration fails here: a constraint needs the index (2BP01)',
    },
    {
      history: 'CREATE TABLE teams (id bigint PRIMARY KEY);',
      sql: 'CREATE TABLE members (team_id text REFERENCES teams);',
      message: 'The migration fails here: the columns of the key cannot be compared (42804)',
    },
    {
      history: 'CREATE TABLE teams (id bigint PRIMARY KEY);\nCREATE TABLE members (id bigint PRIMARY KEY);',
      sql: 'ALTER TABLE members ADD COLUMN team_id numeric REFERENCES teams;',
      message: 'The migration fails here: the columns of the key cannot be compared (42804)',
    },
    {
      history: 'CREATE FUNCTION total(order_id bigint) RETURNS integer LANGUAGE sql AS $$ SELECT 1 $$;',
      sql: 'CREATE OR REPLACE FUNCTION total(order_id bigint) RETURNS numeric LANGUAGE sql AS $$ SELECT 1.0 $$;',
      message:
        'The migration fails here: the function that is there gives another result, so that it has to be dropped first (42P13)',
    },
    {
      history: 'CREATE FUNCTION total(order_id bigint) RETURNS integer LANGUAGE sql AS $$ SELECT 1 $$;',
      sql: 'CREATE OR REPLACE FUNCTION total(id bigint) RETURNS integer LANGUAGE sql AS $$ SELECT 2 $$;',
      message:
        'The migration fails here: a parameter has another name in the function that is there, so that it has to be dropped first (42P13)',
    },
    {
      history:
        "CREATE FUNCTION total(order_id bigint, currency text DEFAULT 'EUR') RETURNS integer LANGUAGE sql AS $$ SELECT 1 $$;",
      sql: 'CREATE OR REPLACE FUNCTION total(order_id bigint, currency text) RETURNS integer LANGUAGE sql AS $$ SELECT 2 $$;',
      message:
        'The migration fails here: the function that is there has more defaults for its parameters, so that it has to be dropped first (42P13)',
    },
    {
      history: 'CREATE FUNCTION close_order(order_id bigint) RETURNS void LANGUAGE sql AS $$ SELECT 1 $$;',
      sql: 'CREATE OR REPLACE PROCEDURE close_order(order_id bigint) LANGUAGE sql AS $$ SELECT 1 $$;',
      message:
        'The migration fails here: a function does not replace a procedure, nor the other way round (42809)',
    },
    {
      history: 'CREATE FUNCTION close_order(order_id bigint) RETURNS void LANGUAGE sql AS $$ SELECT 1 $$;',
      sql: 'CREATE FUNCTION close_order(id bigint) RETURNS void LANGUAGE sql AS $$ SELECT 1 $$;',
      message: 'The migration fails here: there is a function with these parameter types (42723)',
    },
  ],
  accepted: [
    {
      why: 'A column of the view has a name that is known only when it runs',
      history: 'CREATE TABLE orders (id bigint, total numeric);',
      sql: 'CREATE MATERIALIZED VIEW totals AS SELECT id, sum(total) AS "\uE000" FROM orders GROUP BY id;\nCREATE INDEX totals_total_idx ON totals (total);',
      transaction: 'none',
    },
    {
      why: 'The server compares all integers, all floating-point numbers and all strings with one another',
      history:
        'CREATE TABLE teams (id bigint PRIMARY KEY, score real UNIQUE, slug varchar(20) UNIQUE);\nCREATE TABLE members (id bigint PRIMARY KEY);',
      sql: 'ALTER TABLE members ADD COLUMN team integer REFERENCES teams, ADD COLUMN score numeric REFERENCES teams (score), ADD COLUMN slug text REFERENCES teams (slug);',
    },
    {
      why: 'The same statement changes the type of the column before it adds the key',
      history:
        'CREATE TABLE teams (id uuid PRIMARY KEY);\nCREATE TABLE members (id bigint PRIMARY KEY, team_id text);',
      sql: 'ALTER TABLE members ALTER team_id TYPE uuid USING team_id::uuid, ADD FOREIGN KEY (team_id) REFERENCES teams;',
    },
    {
      why: 'A name for an only output, or a default more, changes nothing for those who call it',
      history: 'CREATE FUNCTION total(order_id bigint, OUT sum integer) LANGUAGE sql AS $$ SELECT 1 $$;',
      sql: 'CREATE OR REPLACE FUNCTION total(order_id bigint DEFAULT 0, OUT amount integer) LANGUAGE sql AS $$ SELECT 2 $$;',
    },
    {
      why: 'Names that are put together in a loop may be those that the statement speaks of',
      history: `CREATE TABLE readings (id bigint PRIMARY KEY);
DO $$ BEGIN FOR i IN 1..3 LOOP EXECUTE format('ALTER TABLE readings ADD COLUMN value_%s integer', i); END LOOP; END $$;`,
      sql: 'ALTER TABLE readings ALTER COLUMN value_1 SET DEFAULT 0;',
    },
    {
      why: 'The old key goes with its column, before the new one is added',
      history:
        'CREATE TABLE likes (id serial PRIMARY KEY, user_id bigint NOT NULL, post_id bigint NOT NULL);',
      sql: 'ALTER TABLE likes DROP COLUMN id, ADD PRIMARY KEY (user_id, post_id);',
    },
    {
      why: 'IF NOT EXISTS goes through',
      history,
      sql: 'ALTER TABLE users ADD COLUMN IF NOT EXISTS email text;',
    },
    { why: 'What depends on it goes along', history, sql: 'DROP TABLE users CASCADE;' },
    {
      why: 'It stands in a branch that does not run',
      history,
      sql: "DO $$ BEGIN IF NOT EXISTS (SELECT 1 FROM information_schema.columns WHERE table_name = 'users' AND column_name = 'email') THEN ALTER TABLE users ADD COLUMN email text; END IF; END $$;",
    },
    {
      why: 'The history does not begin at an empty database, so that the table may be there',
      history,
      sql: 'ALTER TABLE carts ADD COLUMN note text;',
      completeHistory: false,
    },
    {
      why: '`autocommit-only-in-transaction` says what to do',
      history,
      sql: 'CREATE INDEX CONCURRENTLY users_email_idx ON users (email);',
    },
  ],
};
