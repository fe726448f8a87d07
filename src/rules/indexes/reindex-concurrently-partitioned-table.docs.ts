import type { RuleDocs } from '../rule-docs';

const history =
  "CREATE TABLE events (id bigint, at date) PARTITION BY RANGE (at);\nCREATE TABLE events_2025 PARTITION OF events FOR VALUES FROM ('2025-01-01') TO ('2026-01-01');\nCREATE TABLE events_2026 PARTITION OF events FOR VALUES FROM ('2026-01-01') TO ('2027-01-01');";

export const docs: RuleDocs = {
  problem: `Before it works concurrently, the statement asks for a lock on every partition that stops writers. It waits for each writer that is at work, and those that come later wait behind it.`,
  solution: `Run \`REINDEX TABLE CONCURRENTLY\` for one partition after the other.`,
  reported: [
    {
      history,
      sql: 'REINDEX TABLE CONCURRENTLY events;',
      transaction: 'none',
      message:
        'Before it is concurrent, this asks for a SHARE lock on every partition ("events_2025" and "events_2026"): it waits for each writer, and writes that come later wait behind it',
    },
  ],
  accepted: [
    {
      why: 'An index of the parent is rebuilt partition by partition, each under SHARE UPDATE EXCLUSIVE: no writer is waited for with a lock that stops others (measured)',
      history: `${history}\nCREATE INDEX events_at_idx ON events (at);`,
      sql: 'REINDEX INDEX CONCURRENTLY events_at_idx;',
      transaction: 'none',
    },
    {
      why: 'So is a whole schema, or a database',
      history,
      sql: 'REINDEX SCHEMA CONCURRENTLY public;',
      transaction: 'none',
    },
    {
      why: 'A single partition',
      history,
      sql: 'REINDEX TABLE CONCURRENTLY events_2026;',
      transaction: 'none',
    },
    {
      why: 'Only one partition exists',
      history:
        "CREATE TABLE events (id bigint, at date) PARTITION BY RANGE (at);\nCREATE TABLE events_2025 PARTITION OF events FOR VALUES FROM ('2025-01-01') TO ('2026-01-01');",
      sql: 'REINDEX TABLE CONCURRENTLY events;',
      transaction: 'none',
    },
  ],
};
