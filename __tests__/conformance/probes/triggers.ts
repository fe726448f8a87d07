import type { ProbeGroup } from './probe-group';

/** Triggers of partitioned tables. */
export const TRIGGERS: ProbeGroup = {
  setup: `CREATE TABLE p (id int NOT NULL, k int NOT NULL, note text) PARTITION BY RANGE (id);
CREATE TABLE p1 PARTITION OF p FOR VALUES FROM (1) TO (100);
CREATE TABLE p2 PARTITION OF p FOR VALUES FROM (100) TO (200) PARTITION BY LIST (k);
CREATE TABLE p2a PARTITION OF p2 FOR VALUES IN (1);
CREATE TABLE e (id int) PARTITION BY LIST (id);
CREATE TABLE n (id int) PARTITION BY LIST (id);
CREATE TABLE n1 PARTITION OF n DEFAULT;
CREATE FUNCTION touch() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RETURN NEW; END $$;
CREATE TRIGGER touched AFTER INSERT ON p FOR EACH ROW EXECUTE FUNCTION touch();
CREATE TRIGGER counted AFTER INSERT ON p FOR EACH STATEMENT EXECUTE FUNCTION touch();
CREATE TRIGGER touched AFTER INSERT ON e FOR EACH ROW EXECUTE FUNCTION touch();
CREATE TRIGGER counted AFTER INSERT ON n FOR EACH STATEMENT EXECUTE FUNCTION touch();
CREATE TRIGGER own AFTER INSERT ON p1 FOR EACH ROW EXECUTE FUNCTION touch();`,
  statements: {
    'triggers/disable-user': 'ALTER TABLE p DISABLE TRIGGER USER',
    'triggers/enable-user': 'ALTER TABLE p ENABLE TRIGGER USER',
    'triggers/disable-named': 'ALTER TABLE p DISABLE TRIGGER touched',
    'triggers/disable-all': 'ALTER TABLE p DISABLE TRIGGER ALL',
    'triggers/disable-user-lower': 'ALTER TABLE p2 DISABLE TRIGGER USER',
    'triggers/drop-row': 'DROP TRIGGER touched ON p',
    'triggers/drop-inherited': 'DROP TRIGGER touched ON p1',
    'triggers/drop-statement': 'DROP TRIGGER counted ON p',
    'triggers/rename-row': 'ALTER TRIGGER touched ON p RENAME TO touched2',
    'triggers/rename-inherited': 'ALTER TRIGGER touched ON p1 RENAME TO touched2',
    'triggers/rename-statement': 'ALTER TRIGGER counted ON p RENAME TO touched2',
    'triggers/create-taken-below':
      'CREATE TRIGGER own AFTER UPDATE ON p FOR EACH ROW EXECUTE FUNCTION touch()',
    'triggers/create-before': 'CREATE TRIGGER x BEFORE UPDATE ON p FOR EACH ROW EXECUTE FUNCTION touch()',
    'triggers/create-instead':
      'CREATE TRIGGER x INSTEAD OF UPDATE ON p FOR EACH ROW EXECUTE FUNCTION touch()',
    'triggers/create-from':
      'CREATE CONSTRAINT TRIGGER x AFTER INSERT ON p1 FROM n DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION touch()',
    'triggers/replace-inherited':
      'CREATE OR REPLACE TRIGGER touched AFTER UPDATE ON p1 FOR EACH ROW EXECUTE FUNCTION touch()',
    'triggers/drop-function': 'DROP FUNCTION touch() CASCADE',
    'triggers/depends': 'ALTER TRIGGER touched ON p DEPENDS ON EXTENSION plpgsql',
    'triggers/detach': 'ALTER TABLE p DETACH PARTITION p2',
  },
};
