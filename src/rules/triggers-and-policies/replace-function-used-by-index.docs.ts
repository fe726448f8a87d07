import type { RuleDocs } from '../rule-docs';

const history = `CREATE FUNCTION plain(t text) RETURNS text LANGUAGE sql IMMUTABLE AS 'SELECT lower(t)';
CREATE TABLE users (id bigint PRIMARY KEY, name text);
CREATE INDEX users_plain_idx ON users (plain(name));
CREATE FUNCTION positive(n bigint) RETURNS boolean LANGUAGE sql IMMUTABLE AS 'SELECT n > 0';
CREATE TABLE orders (id bigint CONSTRAINT orders_id_check CHECK (positive(id)));`;
const replace =
  "CREATE OR REPLACE FUNCTION plain(t text) RETURNS text LANGUAGE sql IMMUTABLE AS 'SELECT trim(lower(t))';";

export const docs: RuleDocs = {
  problem: `An index over an expression stores what the function gave when each row was written. Replacing the function changes nothing of that: a query through the index now finds other
rows than the same query that reads the table. CHECKs and generated columns are not looked at again either.`,
  solution: `Make a function under a new name and build a new index over it with CONCURRENTLY, then let the queries move. Or rebuild the index right after the change.`,
  reported: [
    {
      history,
      sql: replace,
      message:
        'Index "users_plain_idx" holds what the old "plain" gave: nothing is computed or checked again, so that queries through it find other rows than the table has',
    },
    {
      history,
      sql: "CREATE OR REPLACE FUNCTION positive(n bigint) RETURNS boolean LANGUAGE sql IMMUTABLE AS 'SELECT n > 10';",
      message:
        'Constraint "orders_id_check" on "orders" holds what the old "positive" gave: nothing is computed or checked again, so that queries through it find other rows than the table has',
    },
    {
      history,
      sql: 'ALTER FUNCTION plain(text) VOLATILE;',
      message:
        'Index "users_plain_idx" holds what the old "plain" gave: nothing is computed or checked again, so that queries through it find other rows than the table has',
    },
    {
      history: `CREATE FUNCTION gross(n numeric) RETURNS numeric LANGUAGE sql IMMUTABLE AS 'SELECT n * 1.2';
CREATE TABLE orders (id bigint PRIMARY KEY, total numeric, gross numeric GENERATED ALWAYS AS (gross(total)) STORED);`,
      sql: "CREATE OR REPLACE FUNCTION gross(n numeric) RETURNS numeric LANGUAGE sql IMMUTABLE AS 'SELECT n * 1.19';",
      message:
        'Column "gross" of "orders" holds what the old "gross" gave: nothing is computed or checked again, so that queries through it find other rows than the table has',
    },
    {
      history: `CREATE FUNCTION bucket(n bigint) RETURNS bigint LANGUAGE sql IMMUTABLE AS 'SELECT n / 10';
CREATE TABLE events (id bigint) PARTITION BY LIST (bucket(id));`,
      sql: "CREATE OR REPLACE FUNCTION bucket(n bigint) RETURNS bigint LANGUAGE sql IMMUTABLE AS 'SELECT n / 100';",
      message:
        'The partition key of "events" holds what the old "bucket" gave: nothing is computed or checked again, so that queries through it find other rows than the table has',
    },
  ],
  accepted: [
    {
      why: 'The body is the same',
      history,
      sql: "CREATE OR REPLACE FUNCTION plain(t text) RETURNS text LANGUAGE sql IMMUTABLE AS 'SELECT lower(t)';",
    },
    {
      why: 'The index is built anew in the same change',
      history,
      sql: [replace, 'REINDEX INDEX users_plain_idx;'],
    },
    {
      why: 'Nothing stores what the function gives',
      history: "CREATE FUNCTION tax() RETURNS numeric LANGUAGE sql AS 'SELECT 0.2';",
      sql: "CREATE OR REPLACE FUNCTION tax() RETURNS numeric LANGUAGE sql AS 'SELECT 0.19';",
    },
  ],
};
