import type { ProbeGroup } from './probe-group';

/** Names of NOT NULL, which 18 keeps. */
export const NOT_NULL: ProbeGroup = {
  setup: `CREATE TABLE t (id int CONSTRAINT t_given NOT NULL, note text CONSTRAINT noted NOT NULL);
CREATE TABLE h () INHERITS (t);
CREATE TABLE p (id int CONSTRAINT p_given NOT NULL) PARTITION BY LIST (id);
CREATE TABLE p1 PARTITION OF p DEFAULT;
ALTER TABLE t ADD COLUMN extra int CONSTRAINT extra_there NOT NULL;`,
  statements: {
    'not-null/given-name': 'ALTER TABLE t DROP CONSTRAINT t_given',
    'not-null/made-up-name': 'ALTER TABLE t DROP CONSTRAINT t_id_not_null',
    'not-null/no-inherit': 'ALTER TABLE t ALTER CONSTRAINT noted NO INHERIT',
    'not-null/added-no-inherit': 'ALTER TABLE p ADD COLUMN more int CONSTRAINT note2 NOT NULL NO INHERIT',
    'not-null/other-name': 'ALTER TABLE t ADD CONSTRAINT id_there NOT NULL id',
  },
};
