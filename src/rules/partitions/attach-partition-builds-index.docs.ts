import type { RuleDocs } from '../rule-docs';

const history = `CREATE TABLE events (id bigint NOT NULL, kind text) PARTITION BY RANGE (id);
CREATE INDEX events_kind_idx ON events (kind);
CREATE TABLE old_events (id bigint NOT NULL CHECK (id >= 10 AND id < 20), kind text);`;
const attach = 'ALTER TABLE events ATTACH PARTITION old_events FOR VALUES FROM (10) TO (20);';

export const docs: RuleDocs = {
  problem: `Each partition has the indexes of its parent. If the table that is attached lacks one, PostgreSQL builds it there and then, and nobody can use the table until it is
built.`,
  solution: `Build the indexes on the table with CREATE INDEX CONCURRENTLY before. ATTACH PARTITION finds them and adopts them.`,
  reported: [
    {
      history,
      sql: attach,
      message:
        'Building the indexes of "events" that "old_events" lacks stops reads and writes of "old_events" (ACCESS EXCLUSIVE lock) until they are built',
    },
  ],
  accepted: [
    {
      why: 'The table has a valid index like it',
      history: `${history}\nCREATE INDEX old_events_kind_idx ON old_events (kind);`,
      sql: attach,
    },
    {
      why: 'The table is new and empty',
      history,
      sql: 'CREATE TABLE events_20 (id bigint NOT NULL, kind text);\nALTER TABLE events ATTACH PARTITION events_20 FOR VALUES FROM (20) TO (30);',
    },
    { why: 'It is not known which indexes the tables have', sql: attach, completeHistory: false },
  ],
};
