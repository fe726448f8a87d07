import type { ProbeGroup } from './probe-group';

/** Heirs by INHERITS, two levels deep. */
export const INHERITANCE: ProbeGroup = {
  setup: `CREATE TABLE base (id int, name text, total int, CONSTRAINT base_total CHECK (total > 0) NOT VALID);
CREATE TABLE heir () INHERITS (base);
CREATE TABLE grandchild (own int) INHERITS (heir);
CREATE TABLE free (id int, name text, total int, CONSTRAINT base_total CHECK (total > 0) NOT VALID);
CREATE TABLE below_free () INHERITS (free);
CREATE TABLE other (id int, name text, total int);
CREATE INDEX heir_id ON heir (id);
INSERT INTO base SELECT g, 'a', g FROM generate_series(1, 50) g;
INSERT INTO heir SELECT g, 'a', g FROM generate_series(1, 50) g;
INSERT INTO grandchild SELECT g, 'a', g FROM generate_series(1, 50) g;
INSERT INTO free SELECT g, 'a', g FROM generate_series(1, 50) g;`,
  statements: {
    'heirs/set-not-null': 'ALTER TABLE base ALTER COLUMN id SET NOT NULL',
    'heirs/drop-not-null': 'ALTER TABLE base ALTER COLUMN id DROP NOT NULL',
    'heirs/add-primary-key': 'ALTER TABLE base ADD PRIMARY KEY (id)',
    'heirs/validate-check': 'ALTER TABLE base VALIDATE CONSTRAINT base_total',
    'heirs/drop-check': 'ALTER TABLE base DROP CONSTRAINT base_total',
    'heirs/rename-check': 'ALTER TABLE base RENAME CONSTRAINT base_total TO positive',
    'heirs/rename-column': 'ALTER TABLE base RENAME COLUMN name TO label',
    'heirs/add-inherit': 'ALTER TABLE free INHERIT base',
    'heirs/add-inherit-fails': 'ALTER TABLE other INHERIT base',
    'heirs/no-inherit': 'ALTER TABLE heir NO INHERIT base',
    'heirs/no-inherit-lowest': 'ALTER TABLE grandchild NO INHERIT heir',
    'heirs/add-column': 'ALTER TABLE base ADD COLUMN more int',
    'heirs/add-column-only': 'ALTER TABLE ONLY base ADD COLUMN more int',
    'heirs/add-column-rewrite': 'ALTER TABLE base ADD COLUMN more float DEFAULT random()',
    'heirs/drop-column': 'ALTER TABLE base DROP COLUMN name',
    'heirs/drop-column-only': 'ALTER TABLE ONLY base DROP COLUMN name',
    'heirs/alter-type': 'ALTER TABLE base ALTER COLUMN id TYPE bigint',
    'heirs/set-statistics': 'ALTER TABLE base ALTER COLUMN id SET STATISTICS 10',
    'heirs/set-options': 'ALTER TABLE base SET (fillfactor = 50)',
    'heirs/analyze': 'ANALYZE base',
    'heirs/analyze-middle': 'ANALYZE heir',
    'heirs/select': 'SELECT * FROM base',
    'heirs/select-only': 'SELECT * FROM ONLY base',
    'heirs/update': 'UPDATE base SET name = name',
    'heirs/delete': 'DELETE FROM heir',
    'heirs/for-update': 'SELECT * FROM base FOR UPDATE',
    'heirs/truncate': 'TRUNCATE base',
    'heirs/truncate-only': 'TRUNCATE ONLY base',
    'heirs/lock': 'LOCK TABLE base IN SHARE MODE',
    'heirs/drop': 'DROP TABLE base',
    'heirs/drop-cascade': 'DROP TABLE base CASCADE',
    'heirs/create-index': 'CREATE INDEX ON base (id)',
    'heirs/reindex': 'REINDEX TABLE heir',
    'heirs/vacuum': 'VACUUM base',
    'heirs/cluster': 'CLUSTER heir USING heir_id',
    'heirs/comment': "COMMENT ON COLUMN heir.id IS 'number'",
    'heirs/add-foreign-key': 'ALTER TABLE heir ADD FOREIGN KEY (id) REFERENCES heir (id)',
    'heirs/create-table': 'CREATE TABLE another () INHERITS (base)',
    'heirs/create-like': 'CREATE TABLE another (LIKE heir INCLUDING ALL)',
  },
};
