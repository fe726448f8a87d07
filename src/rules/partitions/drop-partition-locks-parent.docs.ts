import type { RuleDocs } from '../rule-docs';

const history = `CREATE TABLE events (id bigint, at date) PARTITION BY RANGE (at);
CREATE TABLE events_2024 PARTITION OF events FOR VALUES FROM ('2024-01-01') TO ('2025-01-01');
CREATE TABLE visits (id bigint, at date) PARTITION BY RANGE (at);
CREATE TABLE visits_2024 PARTITION OF visits FOR VALUES FROM ('2024-01-01') TO ('2025-01-01');
CREATE TABLE visits_rest PARTITION OF visits DEFAULT;`;

export const docs: RuleDocs = {
  problem: `Dropping a partition changes what its parent consists of, so PostgreSQL takes the strongest lock on the parent: every query that goes through the parent waits, also
those that never look at that partition.`,
  solution: `From PostgreSQL 14 on, \`DETACH PARTITION … CONCURRENTLY\` takes the partition out while everybody goes on; then its DROP concerns nobody. With a DEFAULT partition that
form is refused: detach in a short transaction with a lock_timeout.`,
  reported: [
    {
      history,
      sql: 'DROP TABLE events_2024;',
      message:
        'Reads and writes of "events" wait for the ACCESS EXCLUSIVE lock until the transaction commits; the rows of "events_2024" are gone',
    },
    {
      history,
      sql: 'DROP TABLE visits_2024;',
      message:
        'Reads and writes of "visits" and its DEFAULT partition "visits_rest" wait for the ACCESS EXCLUSIVE lock until the transaction commits; the rows of "visits_2024" are gone',
    },
  ],
  accepted: [
    {
      why: 'It was detached before',
      history,
      sql: 'ALTER TABLE events DETACH PARTITION events_2024 CONCURRENTLY;\nDROP TABLE events_2024;',
      transaction: 'none',
    },
    {
      why: 'The parent is new',
      sql: "CREATE TABLE logs (at date) PARTITION BY RANGE (at);\nCREATE TABLE logs_2024 PARTITION OF logs FOR VALUES FROM ('2024-01-01') TO ('2025-01-01');\nDROP TABLE logs_2024;",
    },
    { why: 'The parent goes too: `drop-table` speaks', history, sql: 'DROP TABLE events, events_2024;' },
  ],
};
