import type { RuleDocs } from '../rule-docs';

const history = 'CREATE TABLE orders (id bigint PRIMARY KEY, total numeric);';

export const docs: RuleDocs = {
  problem: `A default is usually noted once and costs nothing. If it gives every row another value (a random id, the clock at that very moment, a number of a sequence),
PostgreSQL has to write the whole table and all its indexes again, and until that is done nobody can read or write the table. Sessions with an older snapshot see the table empty afterwards.`,
  solution: `Add the column without a value, set the default in the same statement (only new rows get it), then fill the old rows in batches. Many defaults need none of this: constants, \`now()\`
and every other function that gives one value in a transaction are noted once.`,
  reported: [
    {
      history,
      sql: 'ALTER TABLE orders ADD COLUMN ref uuid DEFAULT gen_random_uuid();',
      message:
        'Adding "ref" stops reads and writes of "orders" (ACCESS EXCLUSIVE lock) until every row has been written anew, because its default is computed for each of them',
    },
    {
      history,
      sql: 'ALTER TABLE orders ADD COLUMN ref uuid NOT NULL DEFAULT gen_random_uuid(), ADD COLUMN note text;',
      message:
        'Adding "ref" stops reads and writes of "orders" (ACCESS EXCLUSIVE lock) until every row has been written anew, because its default is computed for each of them',
    },
    {
      history,
      sql: 'ALTER TABLE orders ADD COLUMN token text DEFAULT md5(random()::text);',
      message:
        'Adding "token" stops reads and writes of "orders" (ACCESS EXCLUSIVE lock) until every row has been written anew, because its default is computed for each of them',
    },
    {
      history,
      sql: 'ALTER TABLE orders ADD COLUMN code text DEFAULT next_code();',
      completeHistory: false,
      message:
        'Adding "code" stops reads and writes of "orders" (ACCESS EXCLUSIVE lock) until every row has been written anew, because its default is computed for each of them, unless next_code() is not volatile',
    },
    {
      history:
        "CREATE TABLE orders (id bigint PRIMARY KEY, total numeric);\nCREATE FUNCTION code() RETURNS text LANGUAGE sql AS $$ SELECT (SELECT string_agg(floor(random() * 10)::text, '') FROM generate_series(1, 8)) $$;",
      sql: 'ALTER TABLE orders ADD COLUMN code text DEFAULT code();',
      message:
        'Adding "code" stops reads and writes of "orders" (ACCESS EXCLUSIVE lock) until every row has been written anew, because its default is computed for each of them',
    },
    {
      history:
        "CREATE TABLE orders (id bigint PRIMARY KEY, total numeric);\nCREATE FUNCTION next_code() RETURNS text LANGUAGE plpgsql AS $$ BEGIN RETURN 'x'; END $$;",
      sql: 'ALTER TABLE orders ADD COLUMN code text DEFAULT next_code();',
      message:
        'Adding "code" stops reads and writes of "orders" (ACCESS EXCLUSIVE lock) until every row has been written anew, because its default is computed for each of them',
    },
    {
      history,
      sql: 'ALTER TABLE orders ADD COLUMN taken_at timestamptz DEFAULT clock_timestamp();',
      postgres: 12,
      message:
        'Adding "taken_at" stops reads and writes of "orders" (ACCESS EXCLUSIVE lock) until every row has been written anew, because its default is computed for each of them',
    },
    {
      history,
      sql: 'ALTER TABLE orders ADD COLUMN place float8 DEFAULT random();',
      message:
        'Adding "place" stops reads and writes of "orders" (ACCESS EXCLUSIVE lock) until every row has been written anew, because its default is computed for each of them',
    },
    {
      history: `${history}\nCREATE SEQUENCE numbers;`,
      sql: "ALTER TABLE orders ADD COLUMN number bigint DEFAULT nextval('numbers');",
      message:
        'Adding "number" stops reads and writes of "orders" (ACCESS EXCLUSIVE lock) until every row has been written anew, because its default is computed for each of them',
    },
    {
      history,
      sql: 'ALTER TABLE orders ADD COLUMN ref uuid DEFAULT uuidv7();',
      message:
        'Adding "ref" stops reads and writes of "orders" (ACCESS EXCLUSIVE lock) until every row has been written anew, because its default is computed for each of them',
    },
    {
      history: 'CREATE EXTENSION "uuid-ossp";\nCREATE TABLE orders (id bigint PRIMARY KEY);',
      sql: 'ALTER TABLE orders ADD COLUMN ref uuid DEFAULT uuid_generate_v4();',
      message:
        'Adding "ref" stops reads and writes of "orders" (ACCESS EXCLUSIVE lock) until every row has been written anew, because its default is computed for each of them',
    },
    {
      history,
      sql: 'ALTER TABLE orders ADD COLUMN ref double precision DEFAULT random(), ADD COLUMN taken_at timestamptz NOT NULL DEFAULT clock_timestamp();',
      message: [
        'Adding "ref" stops reads and writes of "orders" (ACCESS EXCLUSIVE lock) until every row has been written anew, because its default is computed for each of them',
        'Adding "taken_at" stops reads and writes of "orders" (ACCESS EXCLUSIVE lock) until every row has been written anew, because its default is computed for each of them',
      ],
    },
    {
      history,
      sql: 'ALTER TABLE orders ADD COLUMN place float8 DEFAULT random() UNIQUE, ADD COLUMN rank integer CHECK (rank > 0), ADD COLUMN code text UNIQUE CHECK (length(code) = 4) CONSTRAINT orders_code_upper CHECK (code = upper(code)), ADD COLUMN note text;',
      message:
        'Adding "place" stops reads and writes of "orders" (ACCESS EXCLUSIVE lock) until every row has been written anew, because its default is computed for each of them',
    },
    {
      history,
      sql: 'ALTER TABLE orders ADD COLUMN place float8 DEFAULT random(), ADD COLUMN number serial, ADD COLUMN position bigint GENERATED BY DEFAULT AS IDENTITY;',
      message:
        'Adding "place" stops reads and writes of "orders" (ACCESS EXCLUSIVE lock) until every row has been written anew, because its default is computed for each of them',
    },
    {
      history: `${history}\nCREATE DOMAIN share AS float8 CHECK (VALUE <= 1);\nCREATE DOMAIN email AS text CHECK (VALUE LIKE '%@%');`,
      sql: "ALTER TABLE orders ADD COLUMN place share DEFAULT random(), ADD COLUMN contact email DEFAULT 'a@b';",
      message:
        'Adding "place" stops reads and writes of "orders" (ACCESS EXCLUSIVE lock) until every row has been written anew, because its default is computed for each of them',
    },
    {
      history: `${history}\nCREATE TABLE users (id bigint PRIMARY KEY);`,
      sql: 'ALTER TABLE orders ADD COLUMN place float8 DEFAULT random(), ADD COLUMN user_id bigint DEFAULT 101 CONSTRAINT orders_user_fk REFERENCES users ON DELETE CASCADE, ADD COLUMN owner_id bigint REFERENCES users;',
      message:
        'Adding "place" stops reads and writes of "orders" (ACCESS EXCLUSIVE lock) until every row has been written anew, because its default is computed for each of them',
    },
  ],
  accepted: [
    {
      why: 'The table was created in the same transaction: nobody else can use it yet',
      sql: 'CREATE TABLE carts (id bigint);\nALTER TABLE carts ADD COLUMN ref uuid DEFAULT gen_random_uuid();',
    },
    {
      why: 'A constant is noted once',
      history,
      sql: "ALTER TABLE orders ADD COLUMN state text NOT NULL DEFAULT 'open';",
    },
    {
      why: 'So are arrays and JSON',
      history,
      sql: "ALTER TABLE orders ADD COLUMN tags text[] DEFAULT ARRAY['a'], ADD COLUMN data jsonb DEFAULT jsonb_build_object('a', 1);",
    },
    {
      why: 'now() has one value in a transaction',
      history,
      sql: 'ALTER TABLE orders ADD COLUMN created_at timestamptz NOT NULL DEFAULT now();',
    },
    {
      why: 'So have its kin',
      history,
      sql: "ALTER TABLE orders ADD COLUMN day date DEFAULT CURRENT_DATE, ADD COLUMN tenant text DEFAULT current_setting('app.tenant', true), ADD COLUMN tx bigint DEFAULT txid_current();",
    },
    {
      why: 'A STABLE function of users is called once',
      history:
        "CREATE TABLE orders (id bigint PRIMARY KEY, total numeric);\nCREATE FUNCTION house_code() RETURNS text LANGUAGE plpgsql STABLE AS $$ BEGIN RETURN 'x'; END $$;",
      sql: 'ALTER TABLE orders ADD COLUMN code text DEFAULT house_code();',
    },
    {
      why: 'An SQL function is replaced by its body, which is not volatile',
      history:
        "CREATE TABLE orders (id bigint PRIMARY KEY, total numeric);\nCREATE FUNCTION house_code() RETURNS text LANGUAGE sql AS $$ SELECT 'x' $$;",
      sql: 'ALTER TABLE orders ADD COLUMN code text DEFAULT house_code();',
    },
    {
      why: '`add-column-inline-primary-key` speaks of it',
      history: 'CREATE TABLE orders (total numeric);',
      sql: 'ALTER TABLE orders ADD COLUMN ref uuid DEFAULT gen_random_uuid() PRIMARY KEY;',
    },
    {
      why: 'SET DEFAULT gives old rows nothing',
      history,
      sql: 'ALTER TABLE orders ADD COLUMN ref uuid, ALTER COLUMN ref SET DEFAULT gen_random_uuid();',
    },
    {
      why: 'Nested, with arguments, and the moment of the statement',
      history,
      sql: "ALTER TABLE orders ADD COLUMN due date DEFAULT (now() + interval '14 days')::date, ADD COLUMN hour timestamptz DEFAULT date_trunc('hour', statement_timestamp()), ADD COLUMN who text DEFAULT lower(CURRENT_USER);",
    },
  ],
};
