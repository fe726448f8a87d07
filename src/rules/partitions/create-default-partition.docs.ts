import type { RuleDocs } from '../rule-docs';

const history = `CREATE TABLE events (id bigint, at date) PARTITION BY RANGE (at);
CREATE TABLE events_2024 PARTITION OF events FOR VALUES FROM ('2024-01-01') TO ('2025-01-01');`;
const message =
  'From here on each new partition of "events" closes this one (ACCESS EXCLUSIVE lock) and reads all its rows, and DETACH PARTITION … CONCURRENTLY is refused (55000)';

export const docs: RuleDocs = {
  problem: `A DEFAULT partition takes the rows that fit nowhere else. Its price: whenever a partition is added, PostgreSQL closes the DEFAULT partition and reads it for rows that
belong to the new one, and partitions cannot be detached while everybody goes on.`,
  solution: `Make the partitions ahead of time, with a job that notices when it fails. Then rows that fit nowhere are errors that somebody sees.`,
  reported: [
    { history, sql: 'CREATE TABLE events_rest PARTITION OF events DEFAULT;', message },
    {
      history: `${history}\nCREATE TABLE rest (id bigint, at date);`,
      sql: 'ALTER TABLE events ATTACH PARTITION rest DEFAULT;',
      message,
    },
  ],
  accepted: [
    {
      why: 'The parent is new',
      sql: 'CREATE TABLE logs (at date) PARTITION BY RANGE (at);\nCREATE TABLE logs_rest PARTITION OF logs DEFAULT;',
    },
    {
      why: 'It is a partition for values of its own',
      history,
      sql: "CREATE TABLE events_2025 PARTITION OF events FOR VALUES FROM ('2025-01-01') TO ('2026-01-01');",
    },
  ],
};
