import type { ProbeGroup } from './probe-group';

/** Objects of every kind that stand on one another, as large migrations meet them. */
export const COMBINED: ProbeGroup = {
  setup: `CREATE SCHEMA ledger;
CREATE TYPE color AS ENUM ('red', 'green');
CREATE DOMAIN paint AS color CHECK (VALUE <> 'red');
CREATE TABLE people (id int PRIMARY KEY, name text NOT NULL, born date, CONSTRAINT born_ok CHECK (born > '1800-01-01'));
CREATE TABLE staff (salary int, boss int) INHERITS (people);
CREATE TABLE managers (budget int) INHERITS (staff);
CREATE TABLE loners (id int NOT NULL, name text, born date, CONSTRAINT born_ok CHECK (born > '1800-01-01'));
CREATE TABLE accounts (id serial PRIMARY KEY DEFERRABLE, iban text NOT NULL, active boolean);
CREATE INDEX accounts_active ON accounts (id) WHERE active;
CREATE INDEX accounts_hash ON accounts USING hash (iban);
CREATE TABLE bookings (room int, during tsrange, CONSTRAINT no_overlap EXCLUDE USING gist (during WITH &&));
CREATE SEQUENCE ledger.numbers;
CREATE TABLE walls (id int, paint paint);
CREATE TABLE wall_log (id int, old_row walls);
CREATE TABLE metrics (day date NOT NULL, region text, val int, CONSTRAINT val_ok CHECK (val >= 0)) PARTITION BY RANGE (day);
CREATE TABLE metrics_23 PARTITION OF metrics FOR VALUES FROM ('2023-01-01') TO ('2024-01-01') PARTITION BY LIST (region);
CREATE TABLE metrics_23_rest PARTITION OF metrics_23 DEFAULT;
CREATE TABLE metrics_24 PARTITION OF metrics FOR VALUES FROM ('2024-01-01') TO ('2025-01-01');
CREATE TABLE metrics_25 (day date, region text, val int, CONSTRAINT val_ok CHECK (val >= 0));
CREATE INDEX metrics_val ON metrics (val);
CREATE TABLE buckets (id int NOT NULL) PARTITION BY HASH (id);
CREATE VIEW everybody AS SELECT id, name FROM people;
CREATE VIEW single AS SELECT p.id FROM ONLY people p JOIN loners l ON l.id = p.id;
CREATE MATERIALIZED VIEW regions AS SELECT region, sum(val) AS total FROM metrics_23 GROUP BY region;
CREATE FUNCTION touch() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NULL; END';
CREATE PUBLICATION feed FOR TABLE accounts;
INSERT INTO people SELECT g, 'p', '1980-01-01' FROM generate_series(1, 50) g;
INSERT INTO staff SELECT g, 's', '1980-01-01', g FROM generate_series(51, 99) g;
INSERT INTO managers SELECT g, 'm', '1980-01-01', g FROM generate_series(100, 150) g;
INSERT INTO loners SELECT g, 'l', '1980-01-01' FROM generate_series(1, 50) g;
INSERT INTO accounts (iban) SELECT g::text FROM generate_series(1, 50) g;
INSERT INTO bookings SELECT g, tsrange('2024-01-01'::timestamp + g * interval '1 day', '2024-01-01'::timestamp + g * interval '1 day' + interval '1 hour') FROM generate_series(1, 50) g;
INSERT INTO walls SELECT g, 'green' FROM generate_series(1, 50) g;
INSERT INTO metrics SELECT '2023-03-03', 'eu', g FROM generate_series(1, 50) g;
INSERT INTO metrics SELECT '2024-03-03', 'eu', g FROM generate_series(1, 50) g;
INSERT INTO metrics_25 SELECT '2025-03-03', 'eu', g FROM generate_series(1, 50) g;`,
  statements: {
    'combined/check-merged': "ALTER TABLE staff ADD CONSTRAINT born_ok CHECK (born > '1800-01-01')",
    'combined/check-merged-only': "ALTER TABLE ONLY staff ADD CONSTRAINT born_ok CHECK (born > '1800-01-01')",
    'combined/merged-column-with-key': 'ALTER TABLE people ADD COLUMN boss int REFERENCES people',
    'combined/merged-column-unique': 'ALTER TABLE people ADD COLUMN boss int UNIQUE',
    'combined/merged-column-then-unique': 'ALTER TABLE people ADD COLUMN boss int, ADD UNIQUE (boss)',
    'combined/no-inherit-below-a-view': 'ALTER TABLE managers NO INHERIT staff',
    'combined/partitioned-access-method': 'ALTER TABLE metrics SET ACCESS METHOD heap',
    'combined/without-oids': 'ALTER TABLE people SET WITHOUT OIDS',
    'combined/inherit-nullable': 'ALTER TABLE loners INHERIT people',
    'combined/attach-nullable':
      "ALTER TABLE metrics ATTACH PARTITION metrics_25 FOR VALUES FROM ('2025-01-01') TO ('2026-01-01')",
    'combined/drop-check-only': 'ALTER TABLE ONLY metrics DROP CONSTRAINT val_ok',
    'combined/drop-check': 'ALTER TABLE metrics DROP CONSTRAINT val_ok',
    'combined/detach-of-another': 'ALTER TABLE metrics_23 DETACH PARTITION metrics_24',
    'combined/default-of-hash': 'CREATE TABLE buckets_rest PARTITION OF buckets DEFAULT',
    'combined/partitioned-index-tablespace': 'ALTER INDEX metrics_val SET TABLESPACE ts2',
    'combined/cluster-subpartitioned': 'CLUSTER metrics USING metrics_val',
    'combined/table-of-subpartitioned': 'CREATE TABLE snap AS SELECT val FROM metrics_23',
    'combined/materialized-of-subpartitioned': 'CREATE MATERIALIZED VIEW snap AS SELECT val FROM metrics_23',
    'combined/refresh-of-subpartitioned': 'REFRESH MATERIALIZED VIEW regions',
    'combined/reindex-exclusion': 'REINDEX TABLE CONCURRENTLY bookings',
    'combined/vacuum-only': 'VACUUM ONLY metrics',
    'combined/vacuum-full-only': 'VACUUM (FULL) ONLY people',
    'combined/analyze-only': 'ANALYZE ONLY metrics',
    'combined/analyze-only-inherited': 'ANALYZE ONLY people',
    'combined/key-to-deferrable': 'ALTER TABLE loners ADD FOREIGN KEY (id) REFERENCES accounts',
    'combined/key-to-no-key': 'ALTER TABLE loners ADD FOREIGN KEY (id) REFERENCES walls',
    'combined/sequence-elsewhere': 'ALTER SEQUENCE ledger.numbers OWNED BY accounts.id',
    'combined/cluster-partial': 'CLUSTER accounts USING accounts_active',
    'combined/cluster-on-hash': 'ALTER TABLE accounts CLUSTER ON accounts_hash',
    'combined/statistics-of-view': 'CREATE STATISTICS both_of ON id, name FROM everybody',
    'combined/copy-into-view': "COPY everybody FROM '/dev/null'",
    'combined/row-type-default': 'ALTER TABLE walls ADD COLUMN wet boolean DEFAULT true',
    'combined/row-type-without-default': 'ALTER TABLE walls ADD COLUMN wet boolean',
    'combined/row-type-column': 'ALTER TABLE walls ALTER COLUMN id TYPE bigint',
    'combined/domain-in-rows': 'ALTER DOMAIN paint SET NOT NULL',
    'combined/transitions-of-heir':
      'CREATE TRIGGER changed AFTER DELETE ON staff REFERENCING OLD TABLE AS gone FOR EACH ROW EXECUTE PROCEDURE touch()',
    'combined/publish-partitioned': 'ALTER PUBLICATION feed ADD TABLE metrics',
    'combined/publish-columns-of-partitioned': 'ALTER PUBLICATION feed ADD TABLE metrics (day, val)',
    'combined/publish-rows-of-partitioned': 'CREATE PUBLICATION part FOR TABLE metrics WHERE (val > 3)',
    'combined/publish-columns-beside-schema':
      'CREATE PUBLICATION part FOR TABLE accounts (id), TABLES IN SCHEMA ledger',
  },
};

/** Constraints as 18 has them, and options that older servers do not know. */
export const SINCE_18: ProbeGroup = {
  setup: `CREATE TABLE plain (id int PRIMARY KEY, a int, note text);
CREATE TABLE refers (id int PRIMARY KEY, p int, CONSTRAINT soft FOREIGN KEY (p) REFERENCES plain NOT ENFORCED);
CREATE TABLE mum (id int, n int, CONSTRAINT n_given NOT NULL n NO INHERIT);
CREATE TABLE child (extra int) INHERITS (mum);
CREATE TABLE orphan (id int, n int);
CREATE EXTENSION btree_gist;
CREATE TABLE prices (product int, valid daterange, PRIMARY KEY (product, valid WITHOUT OVERLAPS));
CREATE TABLE sales (id int PRIMARY KEY, product int, during daterange, total int GENERATED ALWAYS AS (id * 2) VIRTUAL);
INSERT INTO plain SELECT g, g FROM generate_series(1, 50) g;
INSERT INTO refers SELECT g, g FROM generate_series(1, 50) g;
INSERT INTO mum SELECT g, g FROM generate_series(1, 50) g;
INSERT INTO child SELECT g, g FROM generate_series(51, 99) g;`,
  statements: {
    'since-18/type-of-unenforced': 'ALTER TABLE refers ALTER COLUMN p TYPE bigint',
    'since-18/inherit': 'ALTER TABLE mum ALTER CONSTRAINT n_given INHERIT',
    'since-18/inherit-from-one-to-itself': 'ALTER TABLE orphan INHERIT mum',
    'since-18/primary-key-of-one-to-itself': 'ALTER TABLE mum ADD PRIMARY KEY (n)',
    'since-18/period-cascade':
      'ALTER TABLE sales ADD FOREIGN KEY (product, PERIOD during) REFERENCES prices ON DELETE CASCADE',
    'since-18/period-restrict':
      'ALTER TABLE sales ADD FOREIGN KEY (product, PERIOD during) REFERENCES prices ON DELETE RESTRICT',
    'since-18/virtual-unique': 'ALTER TABLE sales ADD UNIQUE (total)',
    'since-18/virtual-statistics': 'CREATE STATISTICS related ON total, id FROM sales',
    'since-18/reindex-temporal': 'REINDEX TABLE CONCURRENTLY prices',
    'since-18/vacuum-toast': 'VACUUM (PROCESS_MAIN false) plain',
    'since-18/vacuum-statistics': 'VACUUM (ONLY_DATABASE_STATS)',
  },
};
