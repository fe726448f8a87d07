import type { ProbeGroup } from './probe-group';

/** Queries that leave partitions out, and what is read and written through views. */
export const VIEWS: ProbeGroup = {
  setup: `CREATE TABLE p (id int NOT NULL, k int, note text) PARTITION BY RANGE (id);
CREATE TABLE p1 PARTITION OF p FOR VALUES FROM (1) TO (100);
CREATE TABLE p2 PARTITION OF p FOR VALUES FROM (100) TO (200) PARTITION BY LIST (k);
CREATE TABLE p2a PARTITION OF p2 FOR VALUES IN (1);
CREATE TABLE p2b PARTITION OF p2 FOR VALUES IN (2);
CREATE TABLE pd PARTITION OF p DEFAULT;
CREATE INDEX p_k ON p (k);
CREATE TABLE q (id int PRIMARY KEY, p_id int, name text);
CREATE INDEX q_p ON q (p_id);
CREATE VIEW v AS SELECT id AS number, k, note FROM p;
CREATE VIEW vw AS SELECT id, k FROM p WHERE id < 100;
CREATE VIEW vv AS SELECT number AS n, k FROM v WHERE k = 1;
CREATE VIEW vs AS SELECT id, note FROM p WHERE id IN (SELECT p_id FROM q);
CREATE VIEW vo AS SELECT id, k FROM ONLY p;
CREATE VIEW vg AS SELECT id, count(*) FROM p GROUP BY id;
CREATE VIEW vj AS SELECT p.id, q.name FROM p JOIN q ON q.p_id = p.id;
CREATE FUNCTION touch() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RETURN NULL; END $$;
CREATE TRIGGER instead INSTEAD OF UPDATE OR DELETE OR INSERT ON vj FOR EACH ROW EXECUTE FUNCTION touch();
CREATE MATERIALIZED VIEW mv AS SELECT * FROM p WHERE id = 5;
CREATE VIEW vr AS SELECT id, name FROM q;
CREATE RULE r AS ON UPDATE TO vr DO INSTEAD UPDATE p SET note = NEW.name WHERE id = NEW.id;
INSERT INTO p SELECT g, 1, 'x' FROM generate_series(1, 250) g;
INSERT INTO q SELECT g, g, 'x' FROM generate_series(1, 50) g;`,
  statements: {
    'views/select-one': 'SELECT * FROM p WHERE id = 50',
    'views/select-lower': 'SELECT * FROM p WHERE id = 150 AND k = 1',
    'views/select-range': 'SELECT * FROM p WHERE id > 50 AND id < 90',
    'views/select-list': 'SELECT * FROM p WHERE id IN (1, 150)',
    'views/select-or': 'SELECT * FROM p WHERE id = 5 OR id = 6',
    'views/select-other-column': "SELECT * FROM p WHERE note = 'x'",
    'views/join': 'SELECT * FROM p JOIN q ON q.p_id = p.id WHERE p.id = 50',
    'views/join-other': 'SELECT * FROM p, q WHERE q.id = 50',
    'views/join-equal': 'SELECT * FROM p, q WHERE p.id = q.id AND q.id = 50',
    'views/left-join-on': 'SELECT * FROM q LEFT JOIN p ON p.id = q.p_id AND p.id = 50',
    'views/left-join-null': 'SELECT * FROM q LEFT JOIN p ON p.id = q.p_id WHERE p.id IS NULL',
    'views/left-join-where': 'SELECT * FROM q LEFT JOIN p ON p.id = q.p_id WHERE p.id = 50',
    'views/left-join-kept': 'SELECT * FROM p LEFT JOIN q ON p.id = 50',
    'views/full-join': 'SELECT * FROM q FULL JOIN p ON p.id = q.id AND p.id = 50',
    'views/exists': 'SELECT * FROM q WHERE EXISTS (SELECT 1 FROM p WHERE p.id = 50)',
    'views/for-update': 'SELECT * FROM p WHERE id = 50 FOR UPDATE',
    'views/view': 'SELECT * FROM v WHERE number = 50',
    'views/view-condition': 'SELECT * FROM vw',
    'views/view-of-view': 'SELECT * FROM vv WHERE n = 150',
    'views/view-subquery': 'SELECT * FROM vs WHERE id = 5',
    'views/view-only': 'SELECT * FROM vo',
    'views/update-view': "UPDATE v SET note = 'y' WHERE number = 50",
    'views/update-view-of-view': 'UPDATE vv SET k = 1 WHERE n = 150',
    'views/update-view-subquery': "UPDATE vs SET note = 'y'",
    'views/update-instead': 'DELETE FROM vj',
    'views/delete-view-subquery': 'DELETE FROM vs WHERE id = 5',
    'views/insert-view': "INSERT INTO v VALUES (50, 1, 'x')",
    'views/insert-view-of-view': 'INSERT INTO vv VALUES (50, 1)',
    'views/insert-instead': "INSERT INTO vj VALUES (50, 'x')",
    'views/update-from': "UPDATE p SET note = 'y' FROM q WHERE q.id = 50 AND p.k = q.id",
    'views/delete-using': 'DELETE FROM p USING q WHERE q.id = 50',
    'views/lock-view': 'LOCK TABLE vw IN ACCESS SHARE MODE',
    'views/lock-view-only': 'LOCK TABLE vo IN SHARE MODE',
    'views/copy-query': "COPY (SELECT * FROM p WHERE id = 50) TO '/dev/null'",
    'views/copy-table': "COPY q TO '/dev/null'",
    'views/copy-partitioned': "COPY p TO '/dev/null'",
    'views/declare': 'DECLARE c CURSOR FOR SELECT * FROM p WHERE id = 50',
    'views/merge-target':
      "MERGE INTO p USING q ON q.id = p.id AND p.id = 50 WHEN MATCHED THEN UPDATE SET note = 'y'",
    'views/merge-source':
      "MERGE INTO q USING p ON q.id = p.id AND p.id = 50 WHEN MATCHED THEN UPDATE SET name = 'y'",
    'views/merge-delete': 'MERGE INTO p USING q ON q.id = p.id WHEN MATCHED THEN DELETE',
  },
};

/** Views of which the planner sees that they want no row of what is locked. */
export const PICKING_VIEWS: ProbeGroup = {
  setup: `CREATE TABLE m (id int, day date, note text) PARTITION BY RANGE (id);
CREATE TABLE m_1 PARTITION OF m FOR VALUES FROM (1) TO (100);
CREATE TABLE m_2 PARTITION OF m FOR VALUES FROM (100) TO (200) PARTITION BY RANGE (day);
CREATE TABLE m_2_23 PARTITION OF m_2 FOR VALUES FROM ('2023-01-01') TO ('2024-01-01');
CREATE TABLE m_2_24 PARTITION OF m_2 FOR VALUES FROM ('2024-01-01') TO ('2025-01-01');
CREATE TABLE m_rest PARTITION OF m DEFAULT;
CREATE TABLE other (id int PRIMARY KEY);
CREATE VIEW all_m AS SELECT id AS n, day FROM m;
CREATE VIEW low AS SELECT * FROM m WHERE id < 50;
CREATE VIEW low_of_all AS SELECT * FROM all_m WHERE n = 7;
CREATE VIEW above_low AS SELECT note FROM low;
CREATE VIEW high_24 AS SELECT * FROM m WHERE id > 110 AND id < 120 AND day >= '2024-02-01';
CREATE VIEW now_24 AS SELECT * FROM m_2 WHERE day > CURRENT_DATE;
CREATE VIEW late_2 AS SELECT * FROM m_2 WHERE day >= '2024-02-01' OR note = 'x';
CREATE VIEW joined AS SELECT o.id FROM other o JOIN m ON m.id = o.id WHERE m.id = 5;
CREATE VIEW beyond AS SELECT * FROM m WHERE id > 500;
CREATE VIEW cut AS SELECT * FROM (SELECT * FROM m LIMIT 5) s WHERE id = 5;
CREATE MATERIALIZED VIEW kept AS SELECT * FROM m WHERE id = 150;
INSERT INTO m SELECT g, date '2023-01-01' + g * 3, 'n' FROM generate_series(1, 220) g;`,
  statements: {
    'picking-views/lock-first': 'LOCK TABLE m_1',
    'picking-views/lock-second': 'LOCK TABLE ONLY m_2',
    'picking-views/lock-below': 'LOCK TABLE m_2_23',
    'picking-views/lock-below-later': 'LOCK TABLE m_2_24 IN EXCLUSIVE MODE',
    'picking-views/lock-rest': 'LOCK TABLE m_rest',
    'picking-views/lock-parent': 'LOCK TABLE ONLY m',
    'picking-views/alter-second': 'ALTER TABLE m_2 ALTER COLUMN note SET STATISTICS 10',
    'picking-views/truncate-first': 'TRUNCATE m_1',
    'picking-views/index-first': 'CREATE INDEX ON m_1 (id)',
  },
};
