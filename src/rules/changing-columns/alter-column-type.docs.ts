import type { RuleDocs } from '../rule-docs';

const history =
  'CREATE TABLE orders (id integer PRIMARY KEY, code varchar(50) NOT NULL, note text, total numeric(10, 2), placed_at timestamp, number serial);';

export const docs: RuleDocs = {
  problem: `Most type changes make PostgreSQL write the whole table and all its indexes again; some build only the indexes of the column again, or check every row. Meanwhile nobody can read or write the table.
After a rewrite, sessions with an older snapshot see the table empty.`,
  solution: `Add a second column of the new type, keep it in step with a trigger, fill the old rows in batches, let the clients move over, and drop the first column. A text that shall be longer, or of any length, and a
number with more digits need none of this: \`varchar(50)\` to \`varchar(100)\` or \`text\` is done in a moment.`,
  reported: [
    {
      history,
      sql: 'ALTER TABLE orders ALTER COLUMN id TYPE bigint;',
      message:
        'Changing the type of "id" stops reads and writes of "orders" (ACCESS EXCLUSIVE lock) until every row has been written anew',
    },
    {
      history,
      sql: 'ALTER TABLE orders ALTER COLUMN code TYPE varchar(20);',
      message:
        'Changing the type of "code" stops reads and writes of "orders" (ACCESS EXCLUSIVE lock) until every row has been written anew',
    },
    {
      history,
      sql: 'ALTER TABLE orders ALTER COLUMN total TYPE numeric(10, 3);',
      message:
        'Changing the type of "total" stops reads and writes of "orders" (ACCESS EXCLUSIVE lock) until every row has been written anew',
    },
    {
      history,
      sql: 'ALTER TABLE orders ALTER COLUMN note TYPE jsonb USING note::jsonb;',
      message:
        'Changing the type of "note" stops reads and writes of "orders" (ACCESS EXCLUSIVE lock) until every row has been written anew',
    },
    {
      history,
      sql: 'ALTER TABLE orders ALTER COLUMN code TYPE text USING lower(code);',
      message:
        'Changing the type of "code" stops reads and writes of "orders" (ACCESS EXCLUSIVE lock) until every row has been written anew',
    },
    {
      history,
      sql: 'ALTER TABLE orders ALTER COLUMN placed_at TYPE timestamptz;',
      message:
        'Changing the type of "placed_at" stops reads and writes of "orders" (ACCESS EXCLUSIVE lock) until every row has been written anew, unless the session\'s time zone is UTC',
    },
    {
      history:
        'CREATE TABLE orders (id integer PRIMARY KEY, code varchar(50) NOT NULL, note text, total numeric(10, 2), placed_at timestamp, number serial);\nCREATE INDEX orders_code_idx ON orders (code) WHERE note IS NULL;',
      sql: 'ALTER TABLE orders ALTER COLUMN code TYPE varchar(100);',
      message:
        'Changing the type of "code" stops reads and writes of "orders" (ACCESS EXCLUSIVE lock) until the indexes on it are built anew',
    },
    {
      history:
        "CREATE TABLE orders (id integer PRIMARY KEY, code varchar(50) NOT NULL, note text, total numeric(10, 2), placed_at timestamp, number serial);\nALTER TABLE orders ADD CHECK (code <> '');",
      sql: 'ALTER TABLE orders ALTER COLUMN code TYPE varchar(100);',
      message:
        'Changing the type of "code" stops reads and writes of "orders" (ACCESS EXCLUSIVE lock) until every row has been checked again',
    },
    {
      history:
        'CREATE TABLE orders (id integer PRIMARY KEY, code varchar(50) NOT NULL, note text, total numeric(10, 2), placed_at timestamp, number serial);\nCREATE INDEX orders_code_idx ON orders (code);',
      sql: 'ALTER TABLE orders ALTER COLUMN code TYPE text COLLATE "C";',
      message:
        'Changing the type of "code" stops reads and writes of "orders" (ACCESS EXCLUSIVE lock) until the indexes on it are built anew',
    },
    {
      sql: 'ALTER TABLE orders ALTER COLUMN id TYPE bigint;',
      completeHistory: false,
      message:
        'Changing the type of "id" stops reads and writes of "orders" (ACCESS EXCLUSIVE lock) until every row has been written anew, unless the column is stored like int8 already',
    },
    {
      history:
        'CREATE TABLE orders (id integer PRIMARY KEY, code varchar(50) NOT NULL, note text, total numeric(10, 2), placed_at timestamp, number serial);\nCREATE INDEX orders_placed_idx ON orders (placed_at);',
      sql: "SET LOCAL timezone = 'UTC';\nALTER TABLE orders ALTER COLUMN placed_at TYPE timestamptz;",
      message:
        'Changing the type of "placed_at" stops reads and writes of "orders" (ACCESS EXCLUSIVE lock) until the indexes on it are built anew',
    },
    {
      history: 'CREATE TABLE notes (id bigint PRIMARY KEY, code char(8));',
      sql: 'ALTER TABLE notes ALTER COLUMN code TYPE text;',
      message:
        'Changing the type of "code" stops reads and writes of "notes" (ACCESS EXCLUSIVE lock) until every row has been written anew',
    },
    {
      history: 'CREATE TABLE notes (id bigint PRIMARY KEY, data json);',
      sql: 'ALTER TABLE notes ALTER COLUMN data TYPE jsonb;',
      message:
        'Changing the type of "data" stops reads and writes of "notes" (ACCESS EXCLUSIVE lock) until every row has been written anew',
    },
    {
      history: 'CREATE TABLE notes (id bigint PRIMARY KEY, tags varchar(10)[]);',
      sql: 'ALTER TABLE notes ALTER COLUMN tags TYPE text[];',
      message:
        'Changing the type of "tags" stops reads and writes of "notes" (ACCESS EXCLUSIVE lock) until every row has been written anew',
    },
    {
      history: "CREATE TYPE mood AS ENUM ('ok');\nCREATE TABLE notes (id bigint PRIMARY KEY, mood mood);",
      sql: 'ALTER TABLE notes ALTER COLUMN mood TYPE text;',
      message:
        'Changing the type of "mood" stops reads and writes of "notes" (ACCESS EXCLUSIVE lock) until every row has been written anew',
    },
    {
      history: `CREATE DOMAIN email AS text CHECK (VALUE LIKE '%@%');
CREATE TABLE users (id bigint PRIMARY KEY, email text);`,
      sql: 'ALTER TABLE users ALTER COLUMN email TYPE email;',
      message:
        'Changing the type of "email" stops reads and writes of "users" (ACCESS EXCLUSIVE lock) until every row has been written anew',
    },
    {
      history: `CREATE TABLE users (id bigint PRIMARY KEY, code integer);
CREATE INDEX users_code_idx ON users (code);`,
      sql: 'ALTER TABLE users ALTER COLUMN code TYPE oid;',
      message:
        'Changing the type of "code" stops reads and writes of "users" (ACCESS EXCLUSIVE lock) until the indexes on it are built anew',
    },
    {
      history: `CREATE EXTENSION citext;
CREATE TABLE users (id bigint PRIMARY KEY, email text);
CREATE INDEX users_email_idx ON users (email);`,
      sql: 'ALTER TABLE users ALTER COLUMN email TYPE citext;',
      message:
        'Changing the type of "email" stops reads and writes of "users" (ACCESS EXCLUSIVE lock) until the indexes on it are built anew',
    },
    {
      history,
      sql: "SET LOCAL timezone = 'UTC';\nALTER TABLE orders ALTER COLUMN placed_at TYPE timestamptz(3);",
      message:
        'Changing the type of "placed_at" stops reads and writes of "orders" (ACCESS EXCLUSIVE lock) until every row has been written anew',
    },
    {
      history: `${history}\nCREATE INDEX orders_note_idx ON orders (lower(note), code);`,
      sql: 'ALTER TABLE orders ALTER COLUMN code TYPE varchar(100);',
      message:
        'Changing the type of "code" stops reads and writes of "orders" (ACCESS EXCLUSIVE lock) until the indexes on it are built anew',
    },
    {
      history: `CREATE TABLE events (id bigint, kind varchar(10)) PARTITION BY RANGE (id);
CREATE TABLE events_10 PARTITION OF events FOR VALUES FROM (10) TO (20);
CREATE INDEX events_kind_idx ON events (kind);`,
      sql: 'ALTER TABLE events ALTER COLUMN kind TYPE varchar(20);',
      message:
        'Changing the type of "kind" stops reads and writes of "events" and "events_10" (ACCESS EXCLUSIVE lock) until the indexes on it are built anew',
    },
    {
      completeHistory: false,
      sql: 'ALTER TABLE users ALTER COLUMN born_at TYPE timestamptz;\nALTER TABLE orders ALTER COLUMN placed_at TYPE timestamptz;',
      message: [
        'Changing the type of "born_at" stops reads and writes of "users" (ACCESS EXCLUSIVE lock) until every row has been written anew, unless the column is stored like timestamptz already',
        'Changing the type of "placed_at" stops reads and writes of "orders" (ACCESS EXCLUSIVE lock) until every row has been written anew, unless the column is stored like timestamptz already; meanwhile reads and writes of "users" (ACCESS EXCLUSIVE lock) wait for what this transaction did before',
      ],
    },
  ],
  accepted: [
    {
      why: 'The table was created in the same transaction: nobody else can use it yet',
      sql: 'CREATE TABLE carts (id integer, code varchar(50), note text, placed_at timestamp);\nALTER TABLE carts ALTER COLUMN id TYPE bigint;',
    },
    { why: 'A longer varchar', history, sql: 'ALTER TABLE orders ALTER COLUMN code TYPE varchar(100);' },
    {
      why: 'varchar to text and back without a length',
      history,
      sql: 'ALTER TABLE orders ALTER COLUMN code TYPE text, ALTER COLUMN note TYPE varchar;',
    },
    {
      why: 'A plain index on the column is kept',
      history:
        'CREATE TABLE orders (id integer PRIMARY KEY, code varchar(50) NOT NULL, note text, total numeric(10, 2), placed_at timestamp, number serial);\nCREATE UNIQUE INDEX orders_code_idx ON orders (code) INCLUDE (id);',
      sql: 'ALTER TABLE orders ALTER COLUMN code TYPE text;',
    },
    {
      why: 'More digits at the same scale, or any number of them',
      history,
      sql: 'ALTER TABLE orders ALTER COLUMN total TYPE numeric(12, 2);\nALTER TABLE orders ALTER COLUMN total TYPE numeric;',
    },
    {
      why: 'More precise times',
      history: 'CREATE TABLE orders (seen_at timestamptz(3), took interval(3));',
      sql: 'ALTER TABLE orders ALTER COLUMN seen_at TYPE timestamptz(6), ALTER COLUMN took TYPE interval;',
    },
    {
      why: 'cidr to inet, xml to text, a longer bit string',
      history: 'CREATE TABLE hosts (net cidr, page xml, flags varbit(8));',
      sql: 'ALTER TABLE hosts ALTER COLUMN net TYPE inet, ALTER COLUMN page TYPE text, ALTER COLUMN flags TYPE varbit(16);',
    },
    {
      why: 'A constrained domain to its base type, and a base type to a plain domain',
      history:
        "CREATE DOMAIN email AS text CHECK (VALUE LIKE '%@%');\nCREATE DOMAIN label AS text;\nCREATE TABLE hosts (a email, b text);",
      sql: 'ALTER TABLE hosts ALTER COLUMN a TYPE text, ALTER COLUMN b TYPE label;',
    },
    { why: 'The type stays', history, sql: 'ALTER TABLE orders ALTER COLUMN note TYPE text;' },
    {
      why: 'In UTC the rows stay, and there is no index on the column',
      history,
      sql: "SET LOCAL timezone = 'UTC';\nALTER TABLE orders ALTER COLUMN placed_at TYPE timestamptz;",
    },
    {
      why: 'A VIRTUAL column holds no values',
      history: 'CREATE TABLE orders (id integer, double integer GENERATED ALWAYS AS (id * 2) VIRTUAL);',
      sql: 'ALTER TABLE orders ALTER COLUMN double TYPE bigint;',
    },
    {
      why: 'Not indexed, another collation or citext changes nothing that is stored',
      history: `CREATE EXTENSION citext;
CREATE TABLE users (id bigint PRIMARY KEY, email text, name text, code integer);`,
      sql: 'ALTER TABLE users ALTER COLUMN email TYPE citext, ALTER COLUMN name TYPE text COLLATE "C", ALTER COLUMN code TYPE oid;',
    },
    {
      why: 'Indexes of several columns, unique and exclusion constraints are kept',
      history: `${history}\nCREATE INDEX orders_code_note_idx ON orders (code, note);\nALTER TABLE orders ADD UNIQUE (code, id);\nALTER TABLE orders ADD EXCLUDE USING btree (code WITH =);`,
      sql: 'ALTER TABLE orders ALTER COLUMN code TYPE varchar(100);',
    },
  ],
};
