import type { ProbeGroup } from './probe-group';

/** What the server does not take, of defaults, indexes, values and changes. */
export const REFUSED_EXPRESSIONS: ProbeGroup = {
  setup: `CREATE TYPE mood AS ENUM ('ok', 'bad');
CREATE FUNCTION label_of(int) RETURNS text LANGUAGE plpgsql STABLE AS 'BEGIN RETURN $1; END';
CREATE FUNCTION next_of(int) RETURNS int LANGUAGE sql AS 'SELECT $1 + 1';
CREATE TABLE users (id int PRIMARY KEY, name text, born timestamptz, data json, mood mood, moods mood[], during int4range);
CREATE TABLE orders (id int PRIMARY KEY, user_id int REFERENCES users, note text);
CREATE UNLOGGED TABLE cache (k text PRIMARY KEY);
CREATE TABLE seen (user_id int REFERENCES users);
CREATE VIEW seen_by AS SELECT user_id FROM seen;
CREATE VIEW names AS SELECT name FROM users;
CREATE TABLE events (id int NOT NULL, note text NOT NULL) PARTITION BY RANGE (id);
CREATE TABLE events_rest PARTITION OF events DEFAULT;
INSERT INTO users SELECT g, 'u', '2024-01-01', '{}', 'ok', '{ok}', int4range(g, g + 1) FROM generate_series(1, 50) g;
INSERT INTO orders SELECT g, g, 'n' FROM generate_series(1, 50) g;`,
  statements: {
    'refused-expressions/added-and-no-default':
      'ALTER TABLE users ADD COLUMN age int DEFAULT 0, ALTER COLUMN age DROP DEFAULT',
    'refused-expressions/added-and-nullable':
      'ALTER TABLE users ADD COLUMN age int NOT NULL, ALTER COLUMN age DROP NOT NULL',
    'refused-expressions/added-and-another-type':
      'ALTER TABLE users ADD COLUMN age int, ALTER COLUMN age TYPE bigint',
    'refused-expressions/added-and-not-null':
      'ALTER TABLE users ADD COLUMN age int DEFAULT 1, ALTER COLUMN age SET NOT NULL',
    'refused-expressions/default-of-column': 'ALTER TABLE orders ALTER COLUMN note SET DEFAULT id',
    'refused-expressions/default-of-query': 'ALTER TABLE orders ADD COLUMN total int DEFAULT (SELECT 1)',
    'refused-expressions/default-of-column-in-new-table': 'CREATE TABLE fresh (id int, other int DEFAULT id)',
    'refused-expressions/check-of-query': 'ALTER TABLE orders ADD CHECK (id IN (SELECT 1))',
    'refused-expressions/index-of-stable-function': 'CREATE INDEX ON orders (label_of(id))',
    'refused-expressions/index-of-inlined-function': 'CREATE INDEX ON orders (next_of(id))',
    'refused-expressions/index-of-zone': 'CREATE INDEX ON users ((born::date))',
    'refused-expressions/index-of-now': 'CREATE INDEX ON users (id) WHERE born > now()',
    'refused-expressions/exclusion-of-random': 'ALTER TABLE users ADD EXCLUDE ((random()) WITH =)',
    'refused-expressions/class-of-json': 'CREATE INDEX ON users (data)',
    'refused-expressions/class-of-json-unique': 'ALTER TABLE users ADD UNIQUE (data)',
    'refused-expressions/class-of-extension':
      'ALTER TABLE users ADD EXCLUDE USING gist (id WITH =, during WITH &&)',
    'refused-expressions/class-of-text': 'CREATE INDEX ON users USING gin (name)',
    'refused-expressions/class-of-enum': 'CREATE INDEX ON users USING gin (mood)',
    'refused-expressions/class-of-enum-hash': 'CREATE INDEX ON users USING hash (mood)',
    'refused-expressions/class-of-array': 'CREATE INDEX ON users USING gin (moods)',
    'refused-expressions/class-of-range': 'CREATE INDEX ON users USING gist (during)',
    'refused-expressions/more-values': 'INSERT INTO users (id, name) VALUES (1, 2, 3)',
    'refused-expressions/more-values-than-columns': "INSERT INTO cache VALUES ('a', 'b')",
    'refused-expressions/fewer-values': 'INSERT INTO users (id, name) VALUES (1)',
    'refused-expressions/fewer-values-than-columns': 'INSERT INTO users VALUES (1001)',
    'refused-expressions/more-selected': 'INSERT INTO users (id) SELECT id, note FROM orders',
    'refused-expressions/column-of-insert': 'INSERT INTO users (id, nick) VALUES (1, 2)',
    'refused-expressions/column-of-update': 'UPDATE users SET nick = name',
    'refused-expressions/key-of-text': 'ALTER TABLE orders ALTER COLUMN user_id TYPE text',
    'refused-expressions/key-to-text': 'ALTER TABLE users ALTER COLUMN id TYPE text',
    'refused-expressions/key-of-text-in-view': 'ALTER TABLE seen ALTER COLUMN user_id TYPE text',
    'refused-expressions/key-of-bigint': 'ALTER TABLE orders ALTER COLUMN user_id TYPE bigint',
    'refused-expressions/publish-view': 'CREATE PUBLICATION feed FOR TABLE names',
    'refused-expressions/publish-unlogged': 'CREATE PUBLICATION feed FOR TABLE users, cache',
    'refused-expressions/nullable-parent-alone': 'ALTER TABLE ONLY events ALTER COLUMN note DROP NOT NULL',
  },
};

/** What generates a column. */
export const REFUSED_GENERATED_COLUMNS: ProbeGroup = {
  setup: 'CREATE TABLE plain (id int); INSERT INTO plain VALUES (1);',
  statements: {
    'refused-expressions/generated-of-now':
      'ALTER TABLE plain ADD COLUMN at timestamptz GENERATED ALWAYS AS (now()) STORED',
    'refused-expressions/generated':
      'ALTER TABLE plain ADD COLUMN twice int GENERATED ALWAYS AS (id * 2) STORED',
  },
};
