import type { ProbeGroup } from './probe-group';

/** What statements reach, and do not reach, beyond what they name. */
export const BEYOND: ProbeGroup = {
  setup: `CREATE EXTENSION btree_gist;
CREATE TYPE color AS ENUM ('red', 'green');
CREATE DOMAIN size AS int CHECK (VALUE > 0);
CREATE TABLE users (id int PRIMARY KEY, name text);
CREATE TABLE teams (id int PRIMARY KEY, lead int, CONSTRAINT lead_of FOREIGN KEY (lead) REFERENCES users DEFERRABLE INITIALLY DEFERRED);
CREATE TABLE rooms (id int PRIMARY KEY, floor int, during daterange, gone date, CONSTRAINT room_free EXCLUDE USING gist (floor WITH =, during WITH &&) WHERE (gone IS NULL));
CREATE INDEX rooms_gone ON rooms (gone);
CREATE TABLE paints (id int PRIMARY KEY, colors color[], sizes size[]);
CREATE TABLE sales (id int, day date NOT NULL) PARTITION BY RANGE (day);
CREATE TABLE sales_23 PARTITION OF sales FOR VALUES FROM ('2023-01-01') TO ('2024-01-01');
CREATE TABLE sales_24 PARTITION OF sales FOR VALUES FROM ('2024-01-01') TO ('2025-01-01');
CREATE TABLE sales_rest PARTITION OF sales DEFAULT;
CREATE TABLE old_sales (id int, day date NOT NULL, CHECK (day >= '2023-01-01' AND day < '2024-01-01'));
CREATE VIEW user_names AS SELECT id, name FROM users;
CREATE VIEW team_leads AS SELECT t.id, n.name FROM teams t JOIN user_names n ON n.id = t.lead;
CREATE VIEW sale_days AS SELECT day FROM sales;
CREATE POLICY for_one ON users TO app_user;
CREATE POLICY for_two ON teams TO app_user, new_owner;
INSERT INTO users SELECT g, 'u' FROM generate_series(1, 50) g;
INSERT INTO teams SELECT g, g FROM generate_series(1, 40) g;
INSERT INTO rooms SELECT g, g, daterange('2024-01-01', '2025-01-01') FROM generate_series(1, 50) g;
INSERT INTO paints SELECT g, '{red}', ARRAY[g] FROM generate_series(1, 50) g;
INSERT INTO old_sales SELECT g, date '2023-01-01' + g FROM generate_series(1, 50) g;
INSERT INTO rooms SELECT g, g, null, date '2024-02-01' + g FROM generate_series(51, 99) g;`,
  statements: {
    'beyond/deferred-insert': 'INSERT INTO teams VALUES (100, 1)',
    'beyond/deferred-update': 'UPDATE teams SET lead = 7',
    'beyond/deferred-delete': 'DELETE FROM users WHERE id = 50',
    'beyond/rows-of-checked-table': 'INSERT INTO sales SELECT * FROM old_sales',
    'beyond/some-rows-of-checked-table': 'INSERT INTO sales (day, id) SELECT o.day, 1 FROM old_sales o',
    'beyond/rows-of-condition':
      "INSERT INTO sales SELECT id, gone FROM rooms WHERE gone >= '2024-01-01' AND gone < '2024-06-01'",
    'beyond/array-of-enum': 'ALTER TABLE paints ALTER COLUMN colors TYPE text[]',
    'beyond/array-of-enum-to-numbers': 'ALTER TABLE paints ALTER COLUMN colors TYPE int[]',
    'beyond/array-of-domain': 'ALTER TABLE paints ALTER COLUMN sizes TYPE int[]',
    'beyond/array-of-domain-to-other': 'ALTER TABLE paints ALTER COLUMN sizes TYPE numeric[]',
    'beyond/column-of-exclusion': 'ALTER TABLE rooms DROP COLUMN floor',
    'beyond/column-of-exclusion-condition': 'ALTER TABLE rooms DROP COLUMN gone',
    'beyond/column-of-exclusion-condition-cascade': 'ALTER TABLE rooms DROP COLUMN gone CASCADE',
    'beyond/extension-of-default-class': 'DROP EXTENSION btree_gist CASCADE',
    'beyond/extension-in-use': 'DROP EXTENSION btree_gist',
    'beyond/policies-of-role': 'DROP OWNED BY app_user',
    'beyond/policies-of-roles': 'DROP OWNED BY app_user, new_owner',
    'beyond/prepare-over-views': 'PREPARE p AS SELECT * FROM team_leads',
    'beyond/prepare-row-locks': 'PREPARE q AS SELECT * FROM sale_days FOR UPDATE',
    'beyond/prepare-writing': "PREPARE r AS UPDATE user_names SET name = 'x' WHERE id = $1",
    'beyond/prepare-inserting': 'PREPARE s AS INSERT INTO old_sales (day) SELECT day FROM sale_days',
    'beyond/function-over-views':
      "CREATE FUNCTION leaders() RETURNS SETOF text LANGUAGE sql AS 'SELECT name FROM team_leads'",
    'beyond/function-writing':
      "CREATE FUNCTION rename_user(i int) RETURNS void LANGUAGE sql AS 'UPDATE user_names SET name = NULL WHERE id = i'",
    'beyond/reindex-beside-exclusion': 'REINDEX INDEX CONCURRENTLY rooms_gone',
  },
};

/**
 * Rows that refer to a partitioned table: which partitions are looked at. For the sixth row of a session the server plans without its
 * values too, so that the order counts.
 */
export const REFERRED_ROWS: ProbeGroup = {
  setup: `CREATE TABLE plans (id int, region text, PRIMARY KEY (id, region)) PARTITION BY LIST (region);
CREATE TABLE plans_eu PARTITION OF plans FOR VALUES IN ('eu') PARTITION BY RANGE (id);
CREATE TABLE plans_eu_low PARTITION OF plans_eu FOR VALUES FROM (1) TO (100);
CREATE TABLE plans_eu_high PARTITION OF plans_eu FOR VALUES FROM (100) TO (200);
CREATE TABLE plans_us PARTITION OF plans FOR VALUES IN ('us');
CREATE TABLE plans_rest PARTITION OF plans DEFAULT;
CREATE TABLE buyers (id int PRIMARY KEY, plan int, region text DEFAULT 'us', FOREIGN KEY (plan, region) REFERENCES plans);
CREATE TABLE visits (id int, plan int, region text, FOREIGN KEY (plan, region) REFERENCES plans) PARTITION BY RANGE (id);
CREATE TABLE visits_1 PARTITION OF visits FOR VALUES FROM (1) TO (1000);
INSERT INTO plans SELECT g, r FROM generate_series(1, 150) g, unnest(ARRAY['eu', 'us', 'jp']) r WHERE r = 'eu' OR g < 50;
INSERT INTO buyers SELECT g, g, 'jp' FROM generate_series(1, 40) g;`,
  statements: {
    'referred-rows/one': "INSERT INTO buyers VALUES (900, 5, 'eu')",
    'referred-rows/several': "INSERT INTO buyers VALUES (901, 120, 'eu'), (902, 6, 'jp')",
    'referred-rows/default': 'INSERT INTO buyers (id, plan) VALUES (900, 5)',
    'referred-rows/null': 'INSERT INTO buyers VALUES (900, NULL, NULL)',
    'referred-rows/half-null': "INSERT INTO buyers VALUES (900, NULL, 'eu')",
    'referred-rows/update': "UPDATE buyers SET plan = 120, region = 'eu' WHERE id = 6",
    'referred-rows/many':
      "INSERT INTO buyers VALUES (1001, 1, 'eu'), (1002, 2, 'eu'), (1003, 3, 'eu'), (1004, 4, 'eu'), (1005, 5, 'eu'), (1006, 6, 'eu')",
    'referred-rows/routed': "INSERT INTO visits VALUES (5, 120, 'eu')",
  },
};
