import type { RuleDocs } from '../rule-docs';

const history = `CREATE TABLE events (id bigint, at date) PARTITION BY RANGE (at);
CREATE TABLE events_2024 PARTITION OF events FOR VALUES FROM ('2024-01-01') TO ('2025-01-01');`;
const detach = 'ALTER TABLE events DETACH PARTITION events_2024;';

export const docs: RuleDocs = {
  problem: `DETACH PARTITION takes the strongest lock on the parent and on the partition: every query that goes through the parent waits, also those that never look at that partition.`,
  solution: `From PostgreSQL 14 on, \`DETACH PARTITION … CONCURRENTLY\` lets reads and writes go on. It must not run in a transaction, and is refused while there is a DEFAULT
partition.`,
  reported: [
    {
      history,
      sql: detach,
      message:
        'Reads and writes of "events" and of "events_2024" wait for this ACCESS EXCLUSIVE lock until the transaction commits',
    },
  ],
  accepted: [
    {
      why: 'CONCURRENTLY',
      history,
      sql: 'ALTER TABLE events DETACH PARTITION events_2024 CONCURRENTLY;',
      transaction: 'none',
    },
    { why: 'Up to PostgreSQL 13 there is no other form', history, sql: detach, postgres: 13 },
    {
      why: 'With a DEFAULT partition there is no other form',
      history: `${history}\nCREATE TABLE events_rest PARTITION OF events DEFAULT;`,
      sql: detach,
    },
    {
      why: 'The parent is new',
      sql: "CREATE TABLE logs (at date) PARTITION BY RANGE (at);\nCREATE TABLE logs_2024 PARTITION OF logs FOR VALUES FROM ('2024-01-01') TO ('2025-01-01');\nALTER TABLE logs DETACH PARTITION logs_2024;",
    },
    {
      why: 'Where a foreign key leads to the parent, `detach-referenced-partition` speaks',
      history: `CREATE TABLE items (id bigint PRIMARY KEY) PARTITION BY RANGE (id);
CREATE TABLE items_10 PARTITION OF items FOR VALUES FROM (10) TO (20);
CREATE TABLE lines (item_id bigint REFERENCES items);`,
      sql: 'ALTER TABLE items DETACH PARTITION items_10;',
    },
  ],
};
