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
  ],
  accepted: [
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
