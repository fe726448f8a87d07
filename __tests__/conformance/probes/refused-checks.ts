import type { ProbeGroup } from './probe-group';

/** CHECKs that heirs have under the same name. */
export const REFUSED_CHECKS: ProbeGroup = {
  setup: `CREATE TABLE base (id int, total int);
CREATE TABLE derived (own int) INHERITS (base);
ALTER TABLE derived ADD CONSTRAINT fresh CHECK (id > 2) NOT VALID, ADD CONSTRAINT own CHECK (id > 3) NO INHERIT, ADD CONSTRAINT once UNIQUE (id), ADD CONSTRAINT wanting CHECK (total > 3);
CREATE TABLE deep () INHERITS (derived);
CREATE TABLE mum (id int, CONSTRAINT positive CHECK (id > 0), CONSTRAINT alone CHECK (id > 1) NO INHERIT);
CREATE TABLE kid () INHERITS (mum);
CREATE TABLE fresh_child (id int);
ALTER TABLE fresh_child ADD CONSTRAINT positive CHECK (id > 0) NOT VALID;
CREATE TABLE own_child (id int, CONSTRAINT positive CHECK (id > 0) NO INHERIT);
CREATE TABLE fine_child (id int, CONSTRAINT positive CHECK (id > 0));
CREATE TABLE parts (id int, CONSTRAINT positive CHECK (id > 0)) PARTITION BY LIST (id);
INSERT INTO base SELECT g + 9, g + 9 FROM generate_series(1, 50) g;
INSERT INTO derived SELECT g + 99, g + 99 FROM generate_series(1, 50) g;
INSERT INTO deep SELECT g + 99, g + 99 FROM generate_series(1, 50) g;`,
  statements: {
    'checks/over-not-valid': 'ALTER TABLE base ADD CONSTRAINT fresh CHECK (id > 2)',
    'checks/not-valid-over-not-valid': 'ALTER TABLE base ADD CONSTRAINT fresh CHECK (id > 2) NOT VALID',
    'checks/over-no-inherit': 'ALTER TABLE base ADD CONSTRAINT own CHECK (id > 3)',
    'checks/no-inherit-over-no-inherit': 'ALTER TABLE base ADD CONSTRAINT own CHECK (id > 3) NO INHERIT',
    'checks/over-unique': 'ALTER TABLE base ADD CONSTRAINT once CHECK (id > 3)',
    'checks/over-same': 'ALTER TABLE base ADD CONSTRAINT wanting CHECK (total > 3)',
    'checks/no-inherit-over-inherited': 'ALTER TABLE kid ADD CONSTRAINT positive CHECK (id > 0) NO INHERIT',
    'checks/inherit-not-valid': 'ALTER TABLE fresh_child INHERIT mum',
    'checks/inherit-no-inherit': 'ALTER TABLE own_child INHERIT mum',
    'checks/inherit-same': 'ALTER TABLE fine_child INHERIT mum',
    'checks/attach-not-valid': 'ALTER TABLE parts ATTACH PARTITION fresh_child FOR VALUES IN (1)',
    'checks/attach-no-inherit': 'ALTER TABLE parts ATTACH PARTITION own_child FOR VALUES IN (1)',
  },
};

/** Constraints of which one is enforced and the other is not. */
export const REFUSED_ENFORCEMENT: ProbeGroup = {
  setup: `CREATE TABLE customers (id int PRIMARY KEY);
CREATE TABLE orders (id int PRIMARY KEY, customer int, total int, CONSTRAINT soft FOREIGN KEY (customer) REFERENCES customers NOT ENFORCED, CONSTRAINT lax CHECK (total > 0) NOT ENFORCED, CONSTRAINT strict CHECK (total > 1), CONSTRAINT hard FOREIGN KEY (customer) REFERENCES customers);
CREATE TABLE base (id int, total int, CONSTRAINT lax CHECK (total > 0) NOT ENFORCED, CONSTRAINT strict CHECK (total > 1));
CREATE TABLE derived (CONSTRAINT own CHECK (id > 0) NOT ENFORCED) INHERITS (base);
CREATE TABLE loose (id int, total int, CONSTRAINT strict CHECK (total > 1) NOT ENFORCED, CONSTRAINT lax CHECK (total > 0) NOT ENFORCED);
CREATE TABLE firm (id int, total int, CONSTRAINT strict CHECK (total > 1), CONSTRAINT lax CHECK (total > 0));
CREATE TABLE parts (id int, customer int, CONSTRAINT hard FOREIGN KEY (customer) REFERENCES customers) PARTITION BY LIST (id);
CREATE TABLE soft_part (id int, customer int, CONSTRAINT hard FOREIGN KEY (customer) REFERENCES customers ON DELETE CASCADE NOT ENFORCED);
CREATE TABLE both_part (id int, customer int, CONSTRAINT soft FOREIGN KEY (customer) REFERENCES customers NOT ENFORCED, CONSTRAINT hard FOREIGN KEY (customer) REFERENCES customers);
CREATE TABLE lax_parts (id int, customer int, CONSTRAINT hard FOREIGN KEY (customer) REFERENCES customers NOT ENFORCED) PARTITION BY LIST (id);
CREATE TABLE hard_part (id int, customer int, CONSTRAINT hard FOREIGN KEY (customer) REFERENCES customers);
CREATE TABLE open_parts (id int, customer int) PARTITION BY LIST (id);
CREATE TABLE open_1 PARTITION OF open_parts FOR VALUES IN (1);
ALTER TABLE open_1 ADD CONSTRAINT soft FOREIGN KEY (customer) REFERENCES customers NOT ENFORCED;
CREATE TABLE checked (id int, v int, CONSTRAINT c CHECK (v > 0)) PARTITION BY LIST (id);
CREATE TABLE checked_1 (id int, v int, CONSTRAINT c CHECK (v > 0) NOT ENFORCED);
INSERT INTO customers SELECT g FROM generate_series(1, 50) g;
INSERT INTO orders SELECT g, g, g + 9 FROM generate_series(1, 50) g;
INSERT INTO base SELECT g, g + 9 FROM generate_series(1, 50) g;
INSERT INTO derived SELECT g, g + 9 FROM generate_series(1, 50) g;
INSERT INTO both_part SELECT 1, g FROM generate_series(1, 50) g;
INSERT INTO open_1 SELECT 1, g FROM generate_series(1, 50) g;`,
  statements: {
    'enforced/check-of-same-name': 'ALTER TABLE orders ADD CONSTRAINT lax CHECK (total > 0)',
    'enforced/check-of-same-text': 'ALTER TABLE orders ADD CONSTRAINT other CHECK (total > 0)',
    'enforced/key-of-same-columns':
      'ALTER TABLE orders ADD CONSTRAINT other FOREIGN KEY (customer) REFERENCES customers NOT ENFORCED',
    'enforced/check-over-inherited': 'ALTER TABLE derived ADD CONSTRAINT lax CHECK (total > 0)',
    'enforced/not-over-inherited': 'ALTER TABLE derived ADD CONSTRAINT strict CHECK (total > 1) NOT ENFORCED',
    'enforced/over-that-of-heir': 'ALTER TABLE base ADD CONSTRAINT own CHECK (id > 0)',
    'enforced/not-over-that-of-heir': 'ALTER TABLE base ADD CONSTRAINT own CHECK (id > 0) NOT ENFORCED',
    'enforced/inherit-loose': 'ALTER TABLE loose INHERIT base',
    'enforced/inherit-firm': 'ALTER TABLE firm INHERIT base',
    'enforced/attach-soft-key': 'ALTER TABLE parts ATTACH PARTITION soft_part FOR VALUES IN (1)',
    'enforced/attach-both-keys': 'ALTER TABLE parts ATTACH PARTITION both_part FOR VALUES IN (1)',
    'enforced/attach-hard-key': 'ALTER TABLE lax_parts ATTACH PARTITION hard_part FOR VALUES IN (1)',
    'enforced/attach-lax-check': 'ALTER TABLE checked ATTACH PARTITION checked_1 FOR VALUES IN (1)',
    'enforced/key-over-soft': 'ALTER TABLE open_parts ADD FOREIGN KEY (customer) REFERENCES customers',
    'enforced/soft-key-over-soft':
      'ALTER TABLE open_parts ADD FOREIGN KEY (customer) REFERENCES customers NOT ENFORCED',
  },
};

/** Keys on indexes that take NULLs for the same. */
export const REFUSED_NULLS: ProbeGroup = {
  setup: `CREATE TABLE items (a int NOT NULL, b int);
CREATE UNIQUE INDEX items_nulls ON items (a) NULLS NOT DISTINCT;`,
  statements: {
    'nulls/primary-key': 'ALTER TABLE items ADD PRIMARY KEY USING INDEX items_nulls',
    'nulls/unique': 'ALTER TABLE items ADD UNIQUE USING INDEX items_nulls',
  },
};

/** Indexes that go with what the same statement drops. */
export const DROPPED_ALONG: ProbeGroup = {
  setup: `CREATE TABLE items (a int NOT NULL, b int NOT NULL, c int, d int, CONSTRAINT items_a_key UNIQUE (a), CONSTRAINT no_overlap EXCLUDE USING btree (d WITH =));
CREATE INDEX items_ac ON items (a, c);
CREATE UNIQUE INDEX items_partial ON items (a) WHERE c > 0;
CREATE INDEX items_b ON items (b);
CREATE TABLE heirs (own int) INHERITS (items);
CREATE INDEX heirs_ac ON heirs (a, c);
CREATE TABLE parts (id int, v int, UNIQUE (id, v)) PARTITION BY LIST (id);
CREATE TABLE parts_1 PARTITION OF parts FOR VALUES IN (1);
INSERT INTO items SELECT g, g, g, g FROM generate_series(1, 50) g;
INSERT INTO heirs SELECT g, g, g, g FROM generate_series(51, 70) g;
INSERT INTO parts SELECT 1, g FROM generate_series(1, 50) g;`,
  statements: {
    'dropped/column': 'ALTER TABLE items DROP COLUMN c, ALTER COLUMN a TYPE bigint',
    'dropped/column-after': 'ALTER TABLE items ALTER COLUMN a TYPE bigint, DROP COLUMN c',
    'dropped/constraint': 'ALTER TABLE items DROP CONSTRAINT items_a_key, ALTER COLUMN a TYPE bigint',
    'dropped/constraint-of-column': 'ALTER TABLE items DROP CONSTRAINT no_overlap, ALTER COLUMN d TYPE oid',
    'dropped/constraint-of-partitioned':
      'ALTER TABLE parts DROP CONSTRAINT parts_id_v_key, ALTER COLUMN v TYPE bigint',
    'dropped/column-beside-rewrite':
      'ALTER TABLE items DROP COLUMN c, ADD COLUMN e double precision DEFAULT random()',
  },
};
