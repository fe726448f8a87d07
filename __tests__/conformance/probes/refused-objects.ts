import type { ProbeGroup } from './probe-group';

/** Objects that are no relations, missing or there already. */
export const REFUSED_OBJECTS: ProbeGroup = {
  setup: `CREATE EXTENSION postgres_fdw;
CREATE SERVER remote FOREIGN DATA WRAPPER postgres_fdw;
CREATE SERVER unused FOREIGN DATA WRAPPER postgres_fdw;
CREATE SERVER gone FOREIGN DATA WRAPPER postgres_fdw;
DROP SERVER gone;
CREATE USER MAPPING FOR app_user SERVER remote;
CREATE USER MAPPING FOR PUBLIC SERVER remote;
CREATE FOREIGN DATA WRAPPER own;
CREATE FOREIGN DATA WRAPPER gone_wrapper;
DROP FOREIGN DATA WRAPPER gone_wrapper;
CREATE SCHEMA other;
CREATE COLLATION german (LOCALE = 'C');
CREATE COLLATION idle (LOCALE = 'C');
CREATE COLLATION other.german (LOCALE = 'C');
CREATE TABLE owned (id int);
ALTER TABLE owned OWNER TO new_owner;
CREATE TABLE guarded (id int);
CREATE POLICY p ON guarded TO other_user USING (true);
CREATE TABLE granted (id int);
GRANT SELECT ON granted TO app_user;
CREATE FUNCTION handle() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NEW; END';
CREATE FUNCTION listen() RETURNS event_trigger LANGUAGE plpgsql AS 'BEGIN END';
CREATE TABLE plain (id int);`,
  statements: {
    'refused-objects/server-again': 'CREATE SERVER remote FOREIGN DATA WRAPPER postgres_fdw',
    'refused-objects/server-if-not-exists':
      'CREATE SERVER IF NOT EXISTS remote FOREIGN DATA WRAPPER postgres_fdw',
    'refused-objects/server-again-after-drop': 'CREATE SERVER gone FOREIGN DATA WRAPPER postgres_fdw',
    'refused-objects/server-of-no-wrapper': 'CREATE SERVER fresh FOREIGN DATA WRAPPER nope',
    'refused-objects/server-of-own-wrapper': 'CREATE SERVER fresh FOREIGN DATA WRAPPER own',
    'refused-objects/server-missing': "ALTER SERVER nope OPTIONS (host 'x')",
    'refused-objects/server-rename': 'ALTER SERVER remote RENAME TO unused',
    'refused-objects/server-drop-missing': 'DROP SERVER nope',
    'refused-objects/server-drop-if-exists': 'DROP SERVER IF EXISTS nope',
    'refused-objects/server-drop-mapped': 'DROP SERVER remote',
    'refused-objects/server-drop-mapped-cascade': 'DROP SERVER remote CASCADE',
    'refused-objects/server-drop-unused': 'DROP SERVER unused',
    'refused-objects/wrapper-again': 'CREATE FOREIGN DATA WRAPPER own',
    'refused-objects/wrapper-again-of-extension': 'CREATE FOREIGN DATA WRAPPER postgres_fdw',
    'refused-objects/wrapper-again-after-drop': 'CREATE FOREIGN DATA WRAPPER gone_wrapper',
    'refused-objects/wrapper-missing': "ALTER FOREIGN DATA WRAPPER nope OPTIONS (a 'x')",
    'refused-objects/wrapper-drop-missing': 'DROP FOREIGN DATA WRAPPER nope',
    'refused-objects/wrapper-drop-if-exists': 'DROP FOREIGN DATA WRAPPER IF EXISTS nope',
    'refused-objects/mapping-again': 'CREATE USER MAPPING FOR app_user SERVER remote',
    'refused-objects/mapping-if-not-exists': 'CREATE USER MAPPING IF NOT EXISTS FOR app_user SERVER remote',
    'refused-objects/mapping-of-public-again': 'CREATE USER MAPPING FOR PUBLIC SERVER remote',
    'refused-objects/mapping-elsewhere': 'CREATE USER MAPPING FOR app_user SERVER unused',
    'refused-objects/mapping-of-no-server': 'CREATE USER MAPPING FOR app_user SERVER nope',
    'refused-objects/mapping-drop-missing': 'DROP USER MAPPING FOR new_owner SERVER remote',
    'refused-objects/mapping-drop-if-exists': 'DROP USER MAPPING IF EXISTS FOR new_owner SERVER remote',
    'refused-objects/mapping-drop': 'DROP USER MAPPING FOR app_user SERVER remote',
    'refused-objects/mapping-alter-missing':
      "ALTER USER MAPPING FOR new_owner SERVER remote OPTIONS (ADD user 'x')",
    'refused-objects/foreign-table-of-no-server': 'CREATE FOREIGN TABLE far (id int) SERVER nope',
    'refused-objects/foreign-table': 'CREATE FOREIGN TABLE far (id int) SERVER remote',
    'refused-objects/import-of-no-server': 'IMPORT FOREIGN SCHEMA x FROM SERVER nope INTO public',
    'refused-objects/collation-again': "CREATE COLLATION german (LOCALE = 'C')",
    'refused-objects/collation-if-not-exists': "CREATE COLLATION IF NOT EXISTS german (LOCALE = 'C')",
    'refused-objects/collation-rename': 'ALTER COLLATION german RENAME TO idle',
    'refused-objects/collation-rename-free': 'ALTER COLLATION german RENAME TO austrian',
    'refused-objects/collation-to-schema': 'ALTER COLLATION german SET SCHEMA other',
    'refused-objects/collation-missing-in-schema': 'DROP COLLATION other.nope',
    'refused-objects/collation-drop-if-exists': 'DROP COLLATION IF EXISTS other.nope',
    'refused-objects/extension-again': 'CREATE EXTENSION postgres_fdw',
    'refused-objects/extension-if-not-exists': 'CREATE EXTENSION IF NOT EXISTS postgres_fdw',
    'refused-objects/extension-of-language': 'CREATE EXTENSION plpgsql',
    'refused-objects/extension-missing': 'DROP EXTENSION hstore',
    'refused-objects/extension-drop-if-exists': 'DROP EXTENSION IF EXISTS hstore',
    'refused-objects/extension-alter-missing': 'ALTER EXTENSION hstore UPDATE',
    'refused-objects/extension-of-servers': 'DROP EXTENSION postgres_fdw',
    'refused-objects/extension-of-servers-cascade': 'DROP EXTENSION postgres_fdw CASCADE',
    'refused-objects/role-owning': 'DROP ROLE new_owner',
    'refused-objects/role-owning-if-exists': 'DROP ROLE IF EXISTS new_owner',
    'refused-objects/role-of-policy': 'DROP ROLE other_user',
    'refused-objects/event-trigger-of-trigger':
      'CREATE EVENT TRIGGER e ON ddl_command_end EXECUTE PROCEDURE handle()',
    'refused-objects/event-trigger': 'CREATE EVENT TRIGGER e ON ddl_command_end EXECUTE PROCEDURE listen()',
    'refused-objects/trigger-of-event-trigger':
      'CREATE TRIGGER t BEFORE INSERT ON plain FOR EACH ROW EXECUTE PROCEDURE listen()',
  },
};

/** Virtual columns of types and functions that users made. */
export const REFUSED_VIRTUAL: ProbeGroup = {
  setup: `CREATE TYPE mood AS ENUM ('ok', 'bad');
CREATE DOMAIN size AS int CHECK (VALUE > 0);
CREATE DOMAIN plain_size AS int;
CREATE TYPE pair AS (a int, b int);
CREATE FUNCTION twice(int) RETURNS int LANGUAGE sql IMMUTABLE AS 'SELECT $1 * 2';
CREATE TABLE items (id int, n int, m mood, label text);
INSERT INTO items SELECT g, g, 'ok', 'x' FROM generate_series(1, 50) g;`,
  statements: {
    'refused-virtual/enum': 'ALTER TABLE items ADD COLUMN g mood GENERATED ALWAYS AS (m) VIRTUAL',
    'refused-virtual/enum-constant': "ALTER TABLE items ADD COLUMN g mood GENERATED ALWAYS AS ('ok') VIRTUAL",
    'refused-virtual/domain': 'ALTER TABLE items ADD COLUMN g size GENERATED ALWAYS AS (n) VIRTUAL',
    'refused-virtual/plain-domain':
      'ALTER TABLE items ADD COLUMN g plain_size GENERATED ALWAYS AS (n) VIRTUAL',
    'refused-virtual/composite':
      'ALTER TABLE items ADD COLUMN g pair GENERATED ALWAYS AS (ROW(n, n)) VIRTUAL',
    'refused-virtual/array-of-enum':
      'ALTER TABLE items ADD COLUMN g mood[] GENERATED ALWAYS AS (ARRAY[m]) VIRTUAL',
    'refused-virtual/own-function':
      'ALTER TABLE items ADD COLUMN g int GENERATED ALWAYS AS (twice(n)) VIRTUAL',
    'refused-virtual/builtin': 'ALTER TABLE items ADD COLUMN g int GENERATED ALWAYS AS (n * 2) VIRTUAL',
    'refused-virtual/builtin-function':
      'ALTER TABLE items ADD COLUMN g text GENERATED ALWAYS AS (upper(label)) VIRTUAL',
    'refused-virtual/unmarked-enum': 'ALTER TABLE items ADD COLUMN g mood GENERATED ALWAYS AS (m)',
    'refused-virtual/stored-enum': 'ALTER TABLE items ADD COLUMN g mood GENERATED ALWAYS AS (m) STORED',
    'refused-virtual/stored-function':
      'ALTER TABLE items ADD COLUMN g int GENERATED ALWAYS AS (twice(n)) STORED',
    'refused-virtual/new-table': 'CREATE TABLE fresh (n int, g size GENERATED ALWAYS AS (n) VIRTUAL)',
    'refused-virtual/new-table-function':
      'CREATE TABLE fresh (n int, g int GENERATED ALWAYS AS (twice(n)) VIRTUAL)',
    'refused-virtual/unique': 'ALTER TABLE items ADD COLUMN g int UNIQUE GENERATED ALWAYS AS (n) VIRTUAL',
  },
};

/** Keys to what the same statement drops. */
export const REFUSED_DROPPED_KEYS: ProbeGroup = {
  setup: `CREATE TABLE trees (id int, code int, parent int, other int, CONSTRAINT trees_pkey PRIMARY KEY (id), CONSTRAINT trees_code UNIQUE (code));
CREATE TABLE leaves (id int, tree int);
INSERT INTO trees SELECT g, g, g, g FROM generate_series(1, 50) g;`,
  statements: {
    'refused-dropped-keys/key-of-dropped-primary-key':
      'ALTER TABLE trees DROP CONSTRAINT trees_pkey, ADD FOREIGN KEY (parent) REFERENCES trees',
    'refused-dropped-keys/key-of-dropped-primary-key-named':
      'ALTER TABLE trees DROP CONSTRAINT trees_pkey, ADD FOREIGN KEY (parent) REFERENCES trees (id)',
    'refused-dropped-keys/key-of-dropped-unique':
      'ALTER TABLE trees DROP CONSTRAINT trees_code, ADD FOREIGN KEY (parent) REFERENCES trees (code)',
    'refused-dropped-keys/key-of-kept-unique':
      'ALTER TABLE trees DROP CONSTRAINT trees_pkey, ADD FOREIGN KEY (parent) REFERENCES trees (code)',
    'refused-dropped-keys/key-of-made-again':
      'ALTER TABLE trees DROP CONSTRAINT trees_pkey, ADD CONSTRAINT trees_again PRIMARY KEY (id), ADD FOREIGN KEY (parent) REFERENCES trees',
    'refused-dropped-keys/key-of-dropped-column-of-key':
      'ALTER TABLE trees DROP COLUMN id, ADD FOREIGN KEY (parent) REFERENCES trees',
    'refused-dropped-keys/key-with-column':
      'ALTER TABLE trees DROP CONSTRAINT trees_pkey, ADD COLUMN more int REFERENCES trees',
  },
};

/** What stands on collations. */
export const COLLATIONS: ProbeGroup = {
  setup: `CREATE COLLATION german (LOCALE = 'C');
CREATE COLLATION french (LOCALE = 'C');
CREATE COLLATION italian (LOCALE = 'C');
CREATE COLLATION spanish (LOCALE = 'C');
CREATE COLLATION danish (LOCALE = 'C');
CREATE COLLATION polish (LOCALE = 'C');
CREATE COLLATION greek (LOCALE = 'C');
CREATE COLLATION dutch (LOCALE = 'C');
CREATE COLLATION idle (LOCALE = 'C');
CREATE DOMAIN word AS text COLLATE german;
CREATE TABLE words (w word, plain text);
CREATE TABLE checked (name text, other text, CONSTRAINT early CHECK (name COLLATE french < 'n'));
CREATE VIEW sorted AS SELECT name FROM checked ORDER BY name COLLATE italian;
CREATE VIEW on_sorted AS SELECT name FROM sorted;
CREATE MATERIALIZED VIEW shown AS SELECT name COLLATE danish AS name FROM checked;
CREATE TABLE parts (name text, id int) PARTITION BY RANGE (name COLLATE polish);
CREATE INDEX checked_upper ON checked ((upper(name) COLLATE greek));
CREATE INDEX checked_some ON checked (other) WHERE name COLLATE dutch > 'n';
CREATE DOMAIN early AS text CHECK (VALUE COLLATE spanish < 'n');
CREATE TABLE of_early (e early);
INSERT INTO words SELECT 'a' || g, 'b' FROM generate_series(1, 50) g;
INSERT INTO checked SELECT 'a' || g, 'b' FROM generate_series(1, 50) g;`,
  statements: {
    'collations/of-domain': 'DROP COLLATION german',
    'collations/of-domain-cascade': 'DROP COLLATION german CASCADE',
    'collations/of-check': 'DROP COLLATION french',
    'collations/of-check-cascade': 'DROP COLLATION french CASCADE',
    'collations/of-view': 'DROP COLLATION italian',
    'collations/of-view-cascade': 'DROP COLLATION italian CASCADE',
    'collations/of-materialized-view': 'DROP COLLATION danish',
    'collations/of-materialized-view-cascade': 'DROP COLLATION danish CASCADE',
    'collations/of-partition-key': 'DROP COLLATION polish',
    'collations/of-partition-key-cascade': 'DROP COLLATION polish CASCADE',
    'collations/of-expression-index': 'DROP COLLATION greek',
    'collations/of-expression-index-cascade': 'DROP COLLATION greek CASCADE',
    'collations/of-partial-index': 'DROP COLLATION dutch',
    'collations/of-partial-index-cascade': 'DROP COLLATION dutch CASCADE',
    'collations/of-check-of-domain': 'DROP COLLATION spanish',
    'collations/of-check-of-domain-cascade': 'DROP COLLATION spanish CASCADE',
    'collations/unused': 'DROP COLLATION idle',
  },
};
