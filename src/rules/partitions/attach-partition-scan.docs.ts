import type { RuleDocs } from '../rule-docs';

const history = `CREATE TABLE events (id bigint NOT NULL) PARTITION BY RANGE (id);
CREATE TABLE old_events (id bigint NOT NULL);
CREATE TABLE proved (id bigint NOT NULL CONSTRAINT proved_bound CHECK (id >= 10 AND id < 20));
CREATE TABLE unproved (id bigint NOT NULL);
ALTER TABLE unproved ADD CONSTRAINT unproved_bound CHECK (id >= 10 AND id < 20) NOT VALID;`;
const attach = (table: string): string =>
  `ALTER TABLE events ATTACH PARTITION ${table} FOR VALUES FROM (10) TO (20);`;
const message = (table: string): string =>
  `Checking every row of "${table}" against the bound stops reads and writes of it (ACCESS EXCLUSIVE lock) until it is done`;

export const docs: RuleDocs = {
  problem: `When a table becomes a partition, PostgreSQL has to know that every row lies within the bound. It reads the whole table to find out, and nobody can use the table
meanwhile; up to PostgreSQL 11 nobody can use the partitioned table either.`,
  solution: `Add a CHECK that says the same as the bound, NOT VALID first, then VALIDATE it: that reads the rows while everybody goes on. With a valid CHECK, ATTACH reads nothing. A
column of the key that allows NULL needs IS NOT NULL in the CHECK. Drop the CHECK afterwards.`,
  reported: [
    { history, sql: attach('old_events'), message: message('old_events') },
    {
      history,
      sql: attach('unproved'),
      message: message('unproved'),
    },
    {
      history,
      sql: attach('old_events'),
      postgres: 11,
      message:
        'Checking every row of "old_events" against the bound stops reads and writes of it, and of "events" (ACCESS EXCLUSIVE lock) until it is done',
    },
    {
      history: `${history}\nCREATE TABLE near_events (id bigint NOT NULL, CHECK (id > 9 AND id < 20));`,
      sql: 'ALTER TABLE events ATTACH PARTITION near_events FOR VALUES FROM (10) TO (20);',
      message:
        'Checking every row of "near_events" against the bound stops reads and writes of it (ACCESS EXCLUSIVE lock) until it is done',
    },
    {
      history: `CREATE TABLE visits (id bigint) PARTITION BY RANGE (id);
CREATE TABLE old_visits (id bigint, CHECK (id >= 10 AND id < 20));`,
      sql: 'ALTER TABLE visits ATTACH PARTITION old_visits FOR VALUES FROM (10) TO (20);',
      message:
        'Checking every row of "old_visits" against the bound stops reads and writes of it (ACCESS EXCLUSIVE lock) until it is done',
    },
  ],
  accepted: [
    { why: 'A valid CHECK says the same', history, sql: attach('proved') },
    {
      why: 'A valid CHECK is narrower',
      history: `${history}\nCREATE TABLE narrow (id bigint NOT NULL CHECK (id BETWEEN 12 AND 15));`,
      sql: attach('narrow'),
    },
    {
      why: 'The table is new and empty',
      history,
      sql: `CREATE TABLE events_10 (id bigint NOT NULL);\n${attach('events_10')}`,
    },
  ],
};
