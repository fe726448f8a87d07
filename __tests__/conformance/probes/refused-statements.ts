import type { ProbeGroup } from './probe-group';

/** Statements that are at odds with themselves, or with what they speak of. */
export const REFUSED_STATEMENTS: ProbeGroup = {
  setup: `CREATE TABLE keyed (id int PRIMARY KEY, n int GENERATED ALWAYS AS IDENTITY, v int NOT NULL, w int, CONSTRAINT c CHECK (w > 0), CONSTRAINT f FOREIGN KEY (w) REFERENCES keyed);
CREATE UNLOGGED TABLE fleeting (id int);
CREATE VIEW v AS SELECT id FROM keyed;
CREATE PUBLICATION feed;
CREATE SCHEMA other;
CREATE FUNCTION touch() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NEW; END';
INSERT INTO keyed (id, v) SELECT g, g FROM generate_series(1, 50) g;`,
  statements: {
    'statements/check-no-inherit': 'ALTER TABLE keyed ALTER CONSTRAINT c NO INHERIT',
    'statements/key-inherit': 'ALTER TABLE keyed ALTER CONSTRAINT f INHERIT',
    'statements/not-null-of-primary-key': 'ALTER TABLE keyed DROP CONSTRAINT keyed_id_not_null CASCADE',
    'statements/not-null-of-identity': 'ALTER TABLE keyed DROP CONSTRAINT keyed_n_not_null',
    'statements/not-null-of-nothing': 'ALTER TABLE keyed DROP CONSTRAINT keyed_v_not_null',
    'statements/not-null-beside-key':
      'ALTER TABLE keyed DROP CONSTRAINT keyed_pkey CASCADE, DROP CONSTRAINT keyed_id_not_null',
    'statements/column-twice': 'ALTER TABLE keyed ADD COLUMN x int, ADD COLUMN x int',
    'statements/type-twice': 'ALTER TABLE keyed ALTER v TYPE bigint, ALTER v TYPE numeric',
    'statements/constraint-twice':
      'ALTER TABLE keyed ADD CONSTRAINT x CHECK (v > 0), ADD CONSTRAINT x CHECK (v > 1)',
    'statements/constraint-of-two-kinds':
      'ALTER TABLE keyed ADD CONSTRAINT x CHECK (v > 0), ADD CONSTRAINT x UNIQUE (v)',
    'statements/check-of-dropped': 'ALTER TABLE keyed ADD CONSTRAINT x CHECK (v > 0), DROP COLUMN v',
    'statements/unique-of-dropped': 'ALTER TABLE keyed ADD CONSTRAINT x UNIQUE (v), DROP COLUMN v',
    'statements/publish-unlogged': 'ALTER PUBLICATION feed ADD TABLE fleeting',
    'statements/publish-view': 'CREATE PUBLICATION more FOR TABLE v',
    'statements/statistics-of-one': 'CREATE STATISTICS s ON id FROM keyed',
    'statements/statistics-of-expression': 'CREATE STATISTICS s ON (id + 1) FROM keyed',
    'statements/transitions-before':
      'CREATE TRIGGER t BEFORE INSERT ON keyed REFERENCING NEW TABLE AS a FOR EACH STATEMENT EXECUTE PROCEDURE touch()',
    'statements/transitions-of-old':
      'CREATE TRIGGER t AFTER INSERT ON keyed REFERENCING OLD TABLE AS a FOR EACH STATEMENT EXECUTE PROCEDURE touch()',
    'statements/transitions-of-new':
      'CREATE TRIGGER t AFTER DELETE ON keyed REFERENCING NEW TABLE AS a FOR EACH STATEMENT EXECUTE PROCEDURE touch()',
    'statements/transitions-of-two':
      'CREATE TRIGGER t AFTER INSERT OR UPDATE ON keyed REFERENCING NEW TABLE AS a FOR EACH STATEMENT EXECUTE PROCEDURE touch()',
    'statements/transitions-of-column':
      'CREATE TRIGGER t AFTER UPDATE OF id ON keyed REFERENCING NEW TABLE AS a FOR EACH STATEMENT EXECUTE PROCEDURE touch()',
    'statements/truncate-row':
      'CREATE TRIGGER t AFTER TRUNCATE ON keyed FOR EACH ROW EXECUTE PROCEDURE touch()',
    'statements/instead-statement':
      'CREATE TRIGGER t INSTEAD OF INSERT ON v FOR EACH STATEMENT EXECUTE PROCEDURE touch()',
    'statements/schema-taken': 'ALTER SCHEMA other RENAME TO public',
    'statements/truncate-restarts-along': 'TRUNCATE keyed RESTART IDENTITY CASCADE',
  },
};
