import type { RuleDocs } from '../rule-docs';

const history = `CREATE TABLE events (id bigint, at date) PARTITION BY RANGE (at);
CREATE TABLE events_2024 PARTITION OF events FOR VALUES FROM ('2024-01-01') TO ('2025-01-01');
CREATE TABLE events_2025 PARTITION OF events FOR VALUES FROM ('2025-01-01') TO ('2026-01-01');
CREATE TABLE notes (id bigint);`;

export const docs: RuleDocs = {
  problem: `A statement on a partitioned table goes down to every partition and locks all of them in the same transaction. It waits until it has the lock on each, and keeps those that
it has meanwhile.`,
  solution: `Do the work partition by partition, each in a transaction of its own, and the parent last: NOT NULL and CHECKs that every partition has already are then free of scans.`,
  reported: [
    {
      history,
      sql: 'ALTER TABLE events ADD COLUMN note text;',
      message:
        'This takes ACCESS EXCLUSIVE on "events" and on all its 2 partitions at once: reads and writes of all of them wait until the transaction commits',
    },
    {
      history,
      sql: 'TRUNCATE events;',
      message:
        'This takes ACCESS EXCLUSIVE on "events" and on all its 2 partitions at once: reads and writes of all of them wait until the transaction commits',
    },
    {
      history,
      sql: 'ALTER TABLE events RENAME COLUMN id TO number;',
      message:
        'This takes ACCESS EXCLUSIVE on "events" and on all its 2 partitions at once: reads and writes of all of them wait until the transaction commits',
    },
    {
      history,
      sql: 'LOCK TABLE events;',
      message:
        'This takes ACCESS EXCLUSIVE on "events" and on all its 2 partitions at once: reads and writes of all of them wait until the transaction commits',
    },
    {
      history: `${history}\nCREATE FUNCTION touch() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RETURN NEW; END $$;`,
      sql: 'CREATE TRIGGER events_touch AFTER INSERT ON events FOR EACH ROW EXECUTE FUNCTION touch();',
      message:
        'This takes SHARE ROW EXCLUSIVE on "events" and on all its 2 partitions at once: writes of all of them wait until the transaction commits',
    },
    {
      history: `${history}\nCREATE INDEX events_id_idx ON events (id);`,
      sql: 'DROP INDEX events_id_idx;',
      message:
        'This takes ACCESS EXCLUSIVE on "events" and on all its 2 partitions at once: reads and writes of all of them wait until the transaction commits',
    },
  ],
  accepted: [
    {
      why: 'ONLY, where it is allowed, leaves the partitions alone',
      history,
      sql: 'ALTER TABLE ONLY events ALTER COLUMN id SET DEFAULT 0;',
    },
    { why: 'RENAME TO locks the parent alone', history, sql: 'ALTER TABLE events RENAME TO happenings;' },
    {
      why: 'OWNER TO, row security and policies lock the parent alone',
      history,
      sql: 'ALTER TABLE events OWNER TO app;\nALTER TABLE events ENABLE ROW LEVEL SECURITY;',
    },
    { why: 'A row about the work speaks', history, sql: 'CREATE INDEX events_id_idx ON events (id);' },
    { why: 'A table without partitions', history, sql: 'ALTER TABLE notes ADD COLUMN body text;' },
    {
      why: 'The parent is new',
      sql: "CREATE TABLE logs (at date) PARTITION BY RANGE (at);\nCREATE TABLE logs_2024 PARTITION OF logs FOR VALUES FROM ('2024-01-01') TO ('2025-01-01');\nALTER TABLE logs ADD COLUMN note text;",
    },
    {
      why: 'Triggers of statements, policies and the replica identity are those of the parent alone',
      history: `${history}\nCREATE FUNCTION touch() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RETURN NULL; END $$;`,
      sql: `CREATE TRIGGER events_touch AFTER INSERT ON events FOR EACH STATEMENT EXECUTE FUNCTION touch();
CREATE POLICY own ON events USING (true);
ALTER TABLE events REPLICA IDENTITY FULL;`,
    },
    {
      why: 'So are schema and tablespace',
      history: `${history}\nCREATE SCHEMA shop;`,
      sql: 'ALTER TABLE events SET SCHEMA shop;\nALTER TABLE shop.events SET TABLESPACE fast;',
    },
  ],
};
