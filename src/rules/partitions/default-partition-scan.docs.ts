import type { RuleDocs } from '../rule-docs';

const history = `CREATE TABLE events (id bigint NOT NULL) PARTITION BY RANGE (id);
CREATE TABLE events_rest PARTITION OF events DEFAULT;
CREATE TABLE visits (id bigint NOT NULL) PARTITION BY RANGE (id);
CREATE TABLE visits_rest PARTITION OF visits DEFAULT;
ALTER TABLE visits_rest ADD CONSTRAINT visits_rest_check CHECK (id < 10 OR id >= 20);
CREATE TABLE logs (id bigint NOT NULL) PARTITION BY RANGE (id);`;
const message =
  'Looking through the DEFAULT partition "events_rest" for rows of the new bound stops reads and writes of it (ACCESS EXCLUSIVE lock) until it is done';

export const docs: RuleDocs = {
  problem: `Rows that fit no partition lie in the DEFAULT partition. When a partition is added, PostgreSQL reads the whole DEFAULT partition to see that none of them belongs to the new
one, and nobody can use it meanwhile.`,
  solution: `Add a CHECK to the DEFAULT partition that excludes the new bound, NOT VALID first, then VALIDATE it. With a valid CHECK nothing is read.`,
  reported: [
    { history, sql: 'CREATE TABLE events_10 PARTITION OF events FOR VALUES FROM (10) TO (20);', message },
    {
      history,
      sql: 'CREATE TABLE events_10 (id bigint NOT NULL);\nALTER TABLE events ATTACH PARTITION events_10 FOR VALUES FROM (10) TO (20);',
      message,
    },
    {
      history: `${history}\nCREATE TABLE users (id bigint);`,
      sql: `ALTER TABLE users ADD COLUMN name text;
CREATE TABLE events_10 PARTITION OF events FOR VALUES FROM (10) TO (20);`,
      message:
        'Looking through the DEFAULT partition "events_rest" for rows of the new bound stops reads and writes of it (ACCESS EXCLUSIVE lock) until it is done; meanwhile reads and writes of "users" (ACCESS EXCLUSIVE lock) wait for what this transaction did before',
    },
  ],
  accepted: [
    {
      why: 'A valid CHECK excludes the bound',
      history,
      sql: 'CREATE TABLE visits_10 PARTITION OF visits FOR VALUES FROM (10) TO (20);',
    },
    {
      why: 'There is no DEFAULT partition',
      history,
      sql: 'CREATE TABLE logs_10 PARTITION OF logs FOR VALUES FROM (10) TO (20);',
    },
    {
      why: 'The DEFAULT partition is new',
      sql: 'CREATE TABLE carts (id bigint) PARTITION BY RANGE (id);\nCREATE TABLE carts_rest PARTITION OF carts DEFAULT;\nCREATE TABLE carts_10 PARTITION OF carts FOR VALUES FROM (10) TO (20);',
    },
  ],
};
