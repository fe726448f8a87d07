import type { ProbeGroup } from './probe-group';

/** A tree of partitions of two levels, with a default one. */
export const PARTITIONS: ProbeGroup = {
  setup: `CREATE TABLE p (id int NOT NULL, k int NOT NULL, note text) PARTITION BY RANGE (id);
CREATE TABLE p1 PARTITION OF p FOR VALUES FROM (1) TO (100);
CREATE TABLE p2 PARTITION OF p FOR VALUES FROM (100) TO (200) PARTITION BY LIST (k);
CREATE TABLE p2a PARTITION OF p2 FOR VALUES IN (1);
CREATE TABLE pd PARTITION OF p DEFAULT PARTITION BY LIST (k);
CREATE TABLE pd1 PARTITION OF pd FOR VALUES IN (1);
CREATE UNIQUE INDEX p1_id ON p1 (id);
CREATE INDEX p1_note ON p1 (note);
CREATE INDEX p_k ON p (k);
CREATE INDEX only_note ON ONLY p (note);
CREATE TABLE fresh (id int NOT NULL, k int NOT NULL, note text);
CREATE TABLE fresh_tree (id int NOT NULL, k int NOT NULL, note text) PARTITION BY LIST (k);
CREATE TABLE fresh_leaf PARTITION OF fresh_tree FOR VALUES IN (1);
CREATE FUNCTION touch() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RETURN NEW; END $$;
CREATE TRIGGER touched AFTER INSERT ON p FOR EACH ROW EXECUTE FUNCTION touch();
CREATE TRIGGER counted AFTER INSERT ON p FOR EACH STATEMENT EXECUTE FUNCTION touch();
CREATE VIEW v AS SELECT id FROM p;
INSERT INTO p SELECT g, 1, 'x' FROM generate_series(1, 300) g;
INSERT INTO fresh SELECT g, 1, 'x' FROM generate_series(301, 350) g;
INSERT INTO fresh_tree SELECT g, 1, 'x' FROM generate_series(301, 350) g;`,
  statements: {
    'tree/add-unique': 'ALTER TABLE p ADD UNIQUE (id)',
    'tree/add-primary-key': 'ALTER TABLE p ADD PRIMARY KEY (id, k)',
    'tree/add-check': 'ALTER TABLE p ADD CHECK (k > 0)',
    'tree/set-not-null': 'ALTER TABLE p ALTER COLUMN note SET NOT NULL',
    'tree/alter-type': 'ALTER TABLE p ALTER COLUMN note TYPE varchar(10)',
    'tree/add-column': 'ALTER TABLE p ADD COLUMN more int DEFAULT 1',
    'tree/add-column-volatile': 'ALTER TABLE p ADD COLUMN more float DEFAULT random()',
    'tree/drop-column': 'ALTER TABLE p DROP COLUMN note',
    'tree/create-index': 'CREATE INDEX ON p (note)',
    'tree/create-unique-index': 'CREATE UNIQUE INDEX ON p (id)',
    'tree/create-index-lower': 'CREATE INDEX ON p2 (note)',
    'tree/create-index-concurrently': 'CREATE INDEX CONCURRENTLY ON p1 (k, note)',
    'tree/drop-index': 'DROP INDEX p_k',
    'tree/attach-index': 'ALTER INDEX only_note ATTACH PARTITION p1_note',
    'tree/rename-index': 'ALTER INDEX p_k RENAME TO by_k',
    'tree/attach': 'ALTER TABLE p ATTACH PARTITION fresh FOR VALUES FROM (301) TO (400)',
    'tree/attach-tree': 'ALTER TABLE p ATTACH PARTITION fresh_tree FOR VALUES FROM (301) TO (400)',
    'tree/attach-lower': 'ALTER TABLE p2 ATTACH PARTITION fresh FOR VALUES IN (2)',
    'tree/create-partition': 'CREATE TABLE p4 PARTITION OF p FOR VALUES FROM (400) TO (500)',
    'tree/create-lower': 'CREATE TABLE p2b PARTITION OF p2 FOR VALUES IN (2)',
    'tree/create-lower-default': 'CREATE TABLE p2d PARTITION OF p2 DEFAULT',
    'tree/detach-leaf': 'ALTER TABLE p DETACH PARTITION p1',
    'tree/detach-tree': 'ALTER TABLE p DETACH PARTITION p2',
    'tree/detach-default': 'ALTER TABLE p DETACH PARTITION pd',
    'tree/detach-lower': 'ALTER TABLE p2 DETACH PARTITION p2a',
    'tree/detach-lower-concurrently': 'ALTER TABLE p2 DETACH PARTITION p2a CONCURRENTLY',
    'tree/drop-leaf': 'DROP TABLE p1',
    'tree/drop-tree': 'DROP TABLE p2',
    'tree/drop-lower': 'DROP TABLE p2a',
    'tree/drop-root': 'DROP TABLE p CASCADE',
    'tree/truncate-root': 'TRUNCATE p',
    'tree/truncate-leaf': 'TRUNCATE p2a',
    'tree/create-trigger': 'CREATE TRIGGER seen AFTER UPDATE ON p FOR EACH ROW EXECUTE FUNCTION touch()',
    'tree/create-statement-trigger':
      'CREATE TRIGGER seen AFTER UPDATE ON p FOR EACH STATEMENT EXECUTE FUNCTION touch()',
    'tree/drop-trigger': 'DROP TRIGGER touched ON p',
    'tree/rename-trigger': 'ALTER TRIGGER touched ON p RENAME TO noticed',
    'tree/disable-trigger': 'ALTER TABLE p DISABLE TRIGGER touched',
    'tree/disable-user': 'ALTER TABLE p DISABLE TRIGGER USER',
    'tree/enable-statement-trigger': 'ALTER TABLE p ENABLE TRIGGER counted',
    'tree/insert-root': 'INSERT INTO p VALUES (50, 1)',
    'tree/insert-lower': 'INSERT INTO p2 VALUES (150, 1)',
    'tree/insert-leaf': 'INSERT INTO p2a VALUES (150, 1)',
    'tree/update-leaf': "UPDATE p2a SET note = 'y'",
    'tree/update-root': "UPDATE p SET note = 'y'",
    'tree/update-pruned': "UPDATE p SET note = 'y' WHERE id = 50",
    'tree/delete-pruned': 'DELETE FROM p WHERE id = 150',
    'tree/select-root': 'SELECT * FROM p',
    'tree/select-pruned': 'SELECT * FROM p WHERE id = 50',
    'tree/select-view': 'SELECT * FROM v',
    'tree/for-update': 'SELECT * FROM p FOR UPDATE',
    'tree/for-share-view': 'SELECT * FROM v FOR SHARE',
    'tree/update-view': 'UPDATE v SET id = id WHERE id = 50',
    'tree/analyze': 'ANALYZE p',
    'tree/vacuum': 'VACUUM p2',
    'tree/reindex-index': 'REINDEX INDEX p_k',
    'tree/reindex-index-concurrently': 'REINDEX INDEX CONCURRENTLY p_k',
    'tree/reindex-inner-index': 'REINDEX INDEX p2_k_idx',
    'tree/reindex-concurrently': 'REINDEX TABLE CONCURRENTLY p',
    'tree/lock': 'LOCK TABLE p IN ROW EXCLUSIVE MODE',
    'tree/lock-view': 'LOCK TABLE v IN SHARE MODE',
    'tree/comment-leaf': "COMMENT ON TABLE p1 IS 'first'",
    'tree/comment-trigger': "COMMENT ON TRIGGER touched ON p IS 'first'",
    'tree/comment-index': "COMMENT ON INDEX p_k IS 'first'",
    'tree/grant': 'GRANT SELECT ON p TO app_user',
    'tree/owner': 'ALTER TABLE p OWNER TO new_owner',
    'tree/rename': 'ALTER TABLE p2a RENAME TO p2z',
    'tree/policy': 'CREATE POLICY own ON p USING (id IN (SELECT id FROM fresh))',
    'tree/statistics': 'CREATE STATISTICS related ON id, k FROM p',
    'tree/publication': 'CREATE PUBLICATION feed FOR TABLE p1, fresh',
    'tree/row-security': 'ALTER TABLE p ENABLE ROW LEVEL SECURITY',
    'tree/replica-identity': 'ALTER TABLE p1 REPLICA IDENTITY USING INDEX p1_id',
    'tree/cluster-on': 'ALTER TABLE p1 CLUSTER ON p1_id',
    'tree/create-like': 'CREATE TABLE another (LIKE p INCLUDING ALL)',
    'tree/materialized-view': 'CREATE MATERIALIZED VIEW m AS SELECT count(*) FROM p',
    'tree/view': 'CREATE VIEW w AS SELECT * FROM v JOIN fresh USING (id)',
    'tree/rule':
      'CREATE RULE copies AS ON INSERT TO fresh DO ALSO INSERT INTO fresh_leaf SELECT id, 1, note FROM p1',
    'tree/function':
      "CREATE FUNCTION seen() RETURNS int LANGUAGE sql AS 'INSERT INTO fresh SELECT 1, 2; SELECT id FROM p1 LIMIT 1'",
    'tree/copy': 'COPY (SELECT * FROM v) TO STDOUT',
  },
};
