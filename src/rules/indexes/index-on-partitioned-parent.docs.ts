import type { RuleDocs } from '../rule-docs';

const history =
  "CREATE TABLE events (id bigint, at date) PARTITION BY RANGE (at);\nCREATE TABLE events_2025 PARTITION OF events FOR VALUES FROM ('2025-01-01') TO ('2026-01-01');\nCREATE TABLE events_2026 PARTITION OF events FOR VALUES FROM ('2026-01-01') TO ('2027-01-01');";

export const docs: RuleDocs = {
  problem: `One statement builds one index for each partition, one after the other, and writes to the parent and to all partitions wait until the last is done. \`CONCURRENTLY\` is refused for a partitioned table.`,
  solution: `Create the index \`ON ONLY\` the parent: nothing is built, and the index is invalid for now. Build an index of the same columns on each partition with \`CONCURRENTLY\`, and attach it with
\`ALTER INDEX … ATTACH PARTITION\`. With the last one the parent's index becomes valid.`,
  reported: [
    {
      history,
      sql: 'CREATE INDEX events_id_idx ON events (id);',
      message:
        'This builds an index on "events_2025" and "events_2026" in one go, and stops writes to "events" and all its partitions (SHARE lock) until all are built',
    },
    {
      history,
      sql: 'CREATE UNIQUE INDEX ON events USING btree (id, at);',
      message:
        'This builds an index on "events_2025" and "events_2026" in one go, and stops writes to "events" and all its partitions (SHARE lock) until all are built',
    },
    {
      history:
        "CREATE TABLE events (id bigint, at date) PARTITION BY RANGE (at);\nCREATE TABLE events_2025 PARTITION OF events FOR VALUES FROM ('2025-01-01') TO ('2026-01-01');\nCREATE TABLE events_2026 PARTITION OF events FOR VALUES FROM ('2026-01-01') TO ('2027-01-01');\nCREATE INDEX events_2025_id_idx ON events_2025 (id);",
      sql: 'CREATE INDEX events_id_idx ON events (id);',
      message:
        'This builds an index on "events_2026" in one go, and stops writes to "events" and all its partitions (SHARE lock) until all are built',
    },
    {
      history: 'CREATE TABLE events (id bigint, at date) PARTITION BY RANGE (at);',
      sql: 'CREATE INDEX events_id_idx ON events (id);',
      message:
        'This builds an index on each partition in one go, and stops writes to "events" and all its partitions (SHARE lock) until all are built, unless it has no partition yet',
    },
  ],
  accepted: [
    { why: 'ON ONLY builds nothing', history, sql: 'CREATE INDEX events_id_idx ON ONLY events (id);' },
    {
      why: 'Each partition has a matching index, which is adopted',
      history:
        "CREATE TABLE events (id bigint, at date) PARTITION BY RANGE (at);\nCREATE TABLE events_2025 PARTITION OF events FOR VALUES FROM ('2025-01-01') TO ('2026-01-01');\nCREATE TABLE events_2026 PARTITION OF events FOR VALUES FROM ('2026-01-01') TO ('2027-01-01');\nCREATE INDEX events_2025_id_idx ON events_2025 (id);\nCREATE INDEX events_2026_id_idx ON events_2026 (id);",
      sql: 'CREATE INDEX events_id_idx ON events (id);',
    },
    {
      why: 'Parent and partitions are new',
      sql: "CREATE TABLE events (id bigint, at date) PARTITION BY RANGE (at);\nCREATE TABLE events_2025 PARTITION OF events FOR VALUES FROM ('2025-01-01') TO ('2026-01-01');\nCREATE TABLE events_2026 PARTITION OF events FOR VALUES FROM ('2026-01-01') TO ('2027-01-01');\nCREATE INDEX events_id_idx ON events (id);",
    },
    {
      why: 'The same migration has just made the table, and no partition of it',
      sql: 'CREATE TABLE events (id bigint, at date) PARTITION BY RANGE (at);\nCREATE INDEX events_id_idx ON events (id);',
    },
  ],
};
