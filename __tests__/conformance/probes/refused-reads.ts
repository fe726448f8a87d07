import type { ProbeGroup } from './probe-group';

/** What materialized views, views, rules and conflicts do not allow, and rows that no partition takes. */
export const REFUSED_READS: ProbeGroup = {
  setup: `CREATE TABLE orders (id int PRIMARY KEY, user_id int, total int, note text, UNIQUE (user_id, total));
CREATE TABLE late (id int, CONSTRAINT late_key UNIQUE (id) DEFERRABLE);
CREATE UNIQUE INDEX orders_note ON orders (note) WHERE total > 5;
CREATE UNIQUE INDEX orders_lower ON orders (lower(note));
CREATE MATERIALIZED VIEW empty AS SELECT user_id, sum(total) AS sum FROM orders GROUP BY user_id WITH NO DATA;
CREATE UNIQUE INDEX empty_key ON empty (user_id);
CREATE MATERIALIZED VIEW filled AS SELECT id, total FROM orders;
CREATE VIEW over_empty AS SELECT sum FROM empty;
CREATE VIEW grouped AS SELECT user_id, count(*) FROM orders GROUP BY user_id;
CREATE VIEW plain AS SELECT id, total FROM orders;
CREATE TABLE kinds (id int, kind text) PARTITION BY LIST (kind);
CREATE TABLE kinds_a PARTITION OF kinds FOR VALUES IN ('a') PARTITION BY RANGE (id);
CREATE TABLE kinds_a_low PARTITION OF kinds_a FOR VALUES FROM (1) TO (100);
CREATE TABLE kinds_b PARTITION OF kinds FOR VALUES IN ('b');
CREATE TABLE kept (id int, note text);
CREATE RULE keeps AS ON DELETE TO orders DO ALSO INSERT INTO kept VALUES (old.id, 'gone');
INSERT INTO orders SELECT g, g, g, 'n' || g FROM generate_series(1, 20) g;`,
  statements: {
    'refused-reads/empty': 'SELECT * FROM empty',
    'refused-reads/empty-chosen': 'SELECT * FROM empty WHERE user_id = 1',
    'refused-reads/behind-view': 'SELECT count(*) FROM over_empty',
    'refused-reads/empty-into-table': 'CREATE TABLE t AS SELECT * FROM empty',
    'refused-reads/empty-into-table-without-rows': 'CREATE TABLE t AS SELECT * FROM empty WITH NO DATA',
    'refused-reads/empty-into-rows': 'INSERT INTO kept SELECT user_id FROM empty',
    'refused-reads/empty-explained': 'EXPLAIN SELECT * FROM empty',
    'refused-reads/refresh-empty-concurrently': 'REFRESH MATERIALIZED VIEW CONCURRENTLY empty',
    'refused-reads/refresh-without-rows-concurrently':
      'REFRESH MATERIALIZED VIEW CONCURRENTLY empty WITH NO DATA',
    'refused-reads/lock-rows-of-materialized': 'SELECT * FROM filled FOR UPDATE',
    'refused-reads/trigger-on-materialized':
      'CREATE TRIGGER t AFTER UPDATE ON filled EXECUTE FUNCTION suppress_redundant_updates_trigger()',
    'refused-reads/check-option-of-grouped': 'ALTER VIEW grouped SET (check_option = local)',
    'refused-reads/check-option-of-plain': 'ALTER VIEW plain SET (check_option = local)',
    'refused-reads/new-check-option-of-grouped':
      'CREATE VIEW v AS SELECT user_id FROM orders GROUP BY user_id WITH CHECK OPTION',
    'refused-reads/rule-on-select':
      'CREATE RULE r AS ON SELECT TO kept DO INSTEAD SELECT id, note FROM orders',
    'refused-reads/column-of-rule': 'ALTER TABLE kept DROP COLUMN note',
    'refused-reads/column-of-rule-cascade': 'ALTER TABLE kept DROP COLUMN note CASCADE',
    'refused-reads/no-arbiter': "INSERT INTO orders VALUES (1, 1, 1, 'n') ON CONFLICT (total) DO NOTHING",
    'refused-reads/arbiter': 'INSERT INTO late VALUES (1) ON CONFLICT (id) DO NOTHING',
    'refused-reads/partial-arbiter': "INSERT INTO orders VALUES (1, 1, 1, 'n') ON CONFLICT (note) DO NOTHING",
    'refused-reads/partial-arbiter-named':
      "INSERT INTO orders VALUES (21, 21, 21, 'n21') ON CONFLICT (note) WHERE total > 5 DO NOTHING",
    'refused-reads/arbiter-in-other-order':
      "INSERT INTO orders VALUES (22, 22, 22, 'n22') ON CONFLICT (total, user_id) DO NOTHING",
    'refused-reads/arbiter-of-expression':
      "INSERT INTO orders VALUES (23, 23, 23, 'n23') ON CONFLICT (lower(note)) DO NOTHING",
    'refused-reads/arbiter-missing':
      "INSERT INTO orders VALUES (1, 1, 1, 'n') ON CONFLICT ON CONSTRAINT nothing DO NOTHING",
    'refused-reads/no-partition': "INSERT INTO kinds VALUES (1, 'z')",
    'refused-reads/no-deep-partition': "INSERT INTO kinds VALUES (500, 'a')",
    'refused-reads/no-partition-for-null': 'INSERT INTO kinds (id) VALUES (5)',
    'refused-reads/some-partition': "INSERT INTO kinds VALUES (5, 'a'), (900, 'b')",
  },
};

/** What is published by way of partitioned tables. */
export const REFUSED_PUBLISHED: ProbeGroup = {
  setup: `CREATE TABLE logs (id int, day date) PARTITION BY RANGE (day);
CREATE TABLE logs_24 PARTITION OF logs FOR VALUES FROM ('2024-01-01') TO ('2025-01-01');
CREATE TABLE logs_25 (id int NOT NULL UNIQUE, day date NOT NULL, PRIMARY KEY (id, day));
ALTER TABLE logs ATTACH PARTITION logs_25 FOR VALUES FROM ('2025-01-01') TO ('2026-01-01');
CREATE PUBLICATION pub FOR TABLE logs;
INSERT INTO logs SELECT g, '2024-05-05' FROM generate_series(1, 20) g;
INSERT INTO logs SELECT g, '2025-05-05' FROM generate_series(1, 20) g;`,
  statements: {
    'refused-published/update': 'UPDATE logs SET id = 5',
    'refused-published/update-of-identified': "UPDATE logs SET id = 50 WHERE day = '2025-05-05' AND id = 5",
    'refused-published/delete-from-partition': 'DELETE FROM logs_24',
    'refused-published/insert': "INSERT INTO logs VALUES (900, '2024-05-05')",
  },
};
