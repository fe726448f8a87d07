import type { ProbeGroup } from './probe-group';

/** Tables that cannot be made, and columns that cannot be added. */
export const REFUSED_TABLES: ProbeGroup = {
  setup: `CREATE TABLE users (id int PRIMARY KEY, name text);
CREATE TABLE notes (id int, name varchar(20), text text);
CREATE VIEW user_names AS SELECT id, name FROM users;
CREATE TABLE base (id int);
CREATE TABLE heir (extra text) INHERITS (base);
CREATE TABLE days (id int, day date NOT NULL) PARTITION BY RANGE (day);
CREATE TABLE kinds (id int, kind text) PARTITION BY LIST (kind);
CREATE TABLE pairs (a int, b int) PARTITION BY RANGE (a, b);
CREATE TABLE rounded (a int, b numeric) PARTITION BY LIST (round(b));
CREATE TABLE loose (id int, day date NOT NULL);
CREATE TYPE pair AS (a int, b text);
CREATE TABLE typed OF pair;
CREATE TABLE nearly (a int, c text);
CREATE TABLE alike (a int, b text);
INSERT INTO users SELECT g, 'u' FROM generate_series(1, 20) g;`,
  statements: {
    'refused-tables/two-primary-keys': 'CREATE TABLE t (id int PRIMARY KEY, other int PRIMARY KEY)',
    'refused-tables/column-twice': 'CREATE TABLE t (id int, id text)',
    'refused-tables/column-twice-if-not-exists': 'CREATE TABLE IF NOT EXISTS users (id int, id text)',
    'refused-tables/system-column': 'CREATE TABLE t (id int, xmin int)',
    'refused-tables/add-system-column': 'ALTER TABLE users ADD COLUMN ctid int',
    'refused-tables/rename-to-system-column': 'ALTER TABLE users RENAME COLUMN name TO tableoid',
    'refused-tables/key-of-no-column': 'CREATE TABLE t (id int, UNIQUE (other))',
    'refused-tables/key-of-inherited-column': 'CREATE TABLE t (PRIMARY KEY (id)) INHERITS (base)',
    'refused-tables/key-of-copied-column': 'CREATE TABLE t (LIKE users, UNIQUE (name))',
    'refused-tables/partitioned-by-no-column': 'CREATE TABLE t (id int) PARTITION BY LIST (other)',
    'refused-tables/refers-to-view': 'CREATE TABLE t (id int REFERENCES user_names (id))',
    'refused-tables/add-key-to-view': 'ALTER TABLE notes ADD FOREIGN KEY (id) REFERENCES user_names (id)',
    'refused-tables/subquery-in-check': 'CREATE TABLE t (id int CHECK (id IN (SELECT id FROM users)))',
    'refused-tables/part-of-plain': 'CREATE TABLE t PARTITION OF users FOR VALUES IN (1)',
    'refused-tables/list-of-range': "CREATE TABLE t PARTITION OF days FOR VALUES IN ('2024-01-01')",
    'refused-tables/range-of-list': "CREATE TABLE t PARTITION OF kinds FOR VALUES FROM ('a') TO ('b')",
    'refused-tables/hash-of-list':
      'CREATE TABLE t PARTITION OF kinds FOR VALUES WITH (MODULUS 2, REMAINDER 0)',
    'refused-tables/short-range': 'CREATE TABLE t PARTITION OF pairs FOR VALUES FROM (1) TO (2)',
    'refused-tables/attach-list-to-range':
      "ALTER TABLE days ATTACH PARTITION loose FOR VALUES IN ('2024-01-01')",
    'refused-tables/temporary-part':
      "CREATE TEMP TABLE t PARTITION OF days FOR VALUES FROM ('2024-01-01') TO ('2025-01-01')",
    'refused-tables/parents-differ': 'CREATE TABLE t () INHERITS (users, notes)',
    'refused-tables/own-column-differs': 'CREATE TABLE t (name int) INHERITS (users)',
    'refused-tables/own-column-alike': 'CREATE TABLE t (name text, more int) INHERITS (users)',
    'refused-tables/heir-differs': 'ALTER TABLE base ADD COLUMN extra int',
    'refused-tables/heir-alike': 'ALTER TABLE base ADD COLUMN extra text',
    'refused-tables/inherits-partitioned': 'ALTER TABLE loose INHERIT days',
    'refused-tables/unique-beside-expression': 'CREATE UNIQUE INDEX ON rounded (b)',
    'refused-tables/rename-typed': 'ALTER TABLE typed RENAME COLUMN b TO c',
    'refused-tables/drop-typed': 'ALTER TABLE typed DROP COLUMN b',
    'refused-tables/type-of-typed': 'ALTER TABLE typed ALTER COLUMN b TYPE varchar',
    'refused-tables/of-other-columns': 'ALTER TABLE nearly OF pair',
    'refused-tables/of-its-columns': 'ALTER TABLE alike OF pair',
    'refused-tables/event-trigger-of-nothing':
      'CREATE EVENT TRIGGER t ON ddl_command_start EXECUTE FUNCTION nothing()',
    'refused-tables/cluster-by-nothing': 'CLUSTER users USING nothing',
    'refused-tables/unlogged-view': 'ALTER TABLE user_names SET UNLOGGED',
    'refused-tables/statistics-of-index': 'ALTER INDEX users_pkey ALTER COLUMN 1 SET STATISTICS 100',
    'refused-tables/unique-brin': 'CREATE UNIQUE INDEX ON users USING brin (id)',
  },
};

/** Generated columns that nothing can be made of. */
export const REFUSED_COMPUTED: ProbeGroup = {
  setup: `CREATE TABLE prices (id int, net int, gross int GENERATED ALWAYS AS (net * 2) STORED);
CREATE TABLE grosses (gross int PRIMARY KEY);
INSERT INTO prices SELECT g, g FROM generate_series(1, 20) g;`,
  statements: {
    'refused-computed/of-computed':
      'ALTER TABLE prices ADD COLUMN more int GENERATED ALWAYS AS (gross + 1) STORED',
    'refused-computed/of-computed-dropped':
      'ALTER TABLE prices DROP COLUMN gross, ADD COLUMN gross int GENERATED ALWAYS AS (net + 1) STORED',
    'refused-computed/of-itself': 'CREATE TABLE t (a int GENERATED ALWAYS AS (a + 1) STORED)',
    'refused-computed/of-computed-in-new-table':
      'CREATE TABLE t (a int, b int GENERATED ALWAYS AS (a) STORED, c int GENERATED ALWAYS AS (b) STORED)',
    'refused-computed/update-action':
      'ALTER TABLE prices ADD FOREIGN KEY (gross) REFERENCES grosses ON UPDATE CASCADE NOT VALID',
    'refused-computed/delete-action':
      'ALTER TABLE prices ADD FOREIGN KEY (gross) REFERENCES grosses ON DELETE SET NULL NOT VALID',
    'refused-computed/delete-cascade':
      'ALTER TABLE prices ADD FOREIGN KEY (gross) REFERENCES grosses ON DELETE CASCADE NOT VALID',
  },
};

/** Virtual columns in indexes, and keys of nothing but a period. */
export const REFUSED_LATER: ProbeGroup = {
  setup: `CREATE TABLE prices (id int, net int, gross int GENERATED ALWAYS AS (net * 2) VIRTUAL);
CREATE TABLE stays (during daterange);
CREATE TABLE rooms (id int PRIMARY KEY) PARTITION BY RANGE (id);
CREATE TABLE rooms_1 PARTITION OF rooms FOR VALUES FROM (1) TO (100);
CREATE TABLE guests (id int, room int CONSTRAINT room_of REFERENCES rooms) PARTITION BY LIST (id);
CREATE TABLE guests_1 PARTITION OF guests FOR VALUES IN (1);`,
  statements: {
    'refused-later/index-of-virtual-expression': 'CREATE INDEX ON prices ((gross + net))',
    'refused-later/index-where-virtual': 'CREATE INDEX ON prices (id) WHERE gross > 1',
    'refused-later/key-of-period-alone': 'ALTER TABLE stays ADD UNIQUE (during WITHOUT OVERLAPS)',
    'refused-later/virtual-of-virtual':
      'ALTER TABLE prices ADD COLUMN more int GENERATED ALWAYS AS (gross + 1)',
    'refused-later/key-of-parent': 'ALTER TABLE guests_1 ALTER CONSTRAINT room_of DEFERRABLE',
  },
};
