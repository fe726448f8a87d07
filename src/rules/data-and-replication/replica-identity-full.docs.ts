import type { RuleDocs } from '../rule-docs';

const history =
  'CREATE TABLE events (id bigint NOT NULL, kind text);\nCREATE UNIQUE INDEX events_id_idx ON events (id);';

export const docs: RuleDocs = {
  problem: `With \`REPLICA IDENTITY FULL\` PostgreSQL logs all columns of the old row with each change, and the subscriber has to search for a row that equals it in all of them. Both get slow on
tables that are written much.`,
  solution: `Give the table a primary key, or name a unique index on columns that are NOT NULL: \`REPLICA IDENTITY USING INDEX\`. FULL is right for small tables without any key.`,
  reported: [
    {
      history,
      sql: 'ALTER TABLE events REPLICA IDENTITY FULL;',
      message:
        'From now on every UPDATE and DELETE of "events" writes the whole old row into the log, and a subscriber may read its whole table to find it',
    },
  ],
  accepted: [
    {
      why: 'An index tells the rows apart',
      history,
      sql: 'ALTER TABLE events REPLICA IDENTITY USING INDEX events_id_idx;',
    },
  ],
};
