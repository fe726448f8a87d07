import type { RuleDocs } from '../rule-docs';

const history = `CREATE TABLE shops (id bigint PRIMARY KEY);
CREATE TABLE events (id bigint, at date, shop_id bigint) PARTITION BY RANGE (at);
CREATE TABLE events_2025 PARTITION OF events FOR VALUES FROM ('2025-01-01') TO ('2026-01-01');
CREATE TABLE visits (id bigint, at date, shop_id bigint REFERENCES shops) PARTITION BY RANGE (at);
CREATE TABLE visits_rest PARTITION OF visits DEFAULT;`;

export const docs: RuleDocs = {
  problem: `To make a partition in one statement PostgreSQL takes the strongest lock on the parent: every query that goes through the parent waits, and the statement itself waits
for the longest running one, with everybody else behind it.`,
  solution: `From PostgreSQL 12 on, create a plain table like the parent and attach it: ATTACH PARTITION lets reads and writes of the parent go on. It is empty, so nothing has to be
checked.`,
  reported: [
    {
      history,
      sql: "CREATE TABLE events_2026 PARTITION OF events FOR VALUES FROM ('2026-01-01') TO ('2027-01-01');",
      message:
        'Reads and writes of "events" wait for this ACCESS EXCLUSIVE lock until the transaction commits',
    },
    {
      history,
      sql: "CREATE TABLE visits_2026 PARTITION OF visits FOR VALUES FROM ('2026-01-01') TO ('2027-01-01');",
      message:
        'Reads and writes of "visits" wait for this ACCESS EXCLUSIVE lock until the transaction commits, those of its DEFAULT partition "visits_rest" too, and writes to "shops" for its SHARE ROW EXCLUSIVE lock',
    },
    {
      history,
      sql: "CREATE TABLE events_2026 PARTITION OF events FOR VALUES FROM ('2026-01-01') TO ('2027-01-01');",
      postgres: 11,
      message:
        'Reads and writes of "events" wait for this ACCESS EXCLUSIVE lock until the transaction commits',
    },
  ],
  accepted: [
    {
      why: 'The parent is new',
      sql: "CREATE TABLE logs (at date) PARTITION BY RANGE (at);\nCREATE TABLE logs_2026 PARTITION OF logs FOR VALUES FROM ('2026-01-01') TO ('2027-01-01');",
    },
    {
      why: 'A plain table is attached',
      history,
      sql: "CREATE TABLE events_2026 (LIKE events INCLUDING DEFAULTS);\nALTER TABLE events ATTACH PARTITION events_2026 FOR VALUES FROM ('2026-01-01') TO ('2027-01-01');",
    },
    {
      why: 'It exists already: nothing is locked',
      history,
      sql: "CREATE TABLE IF NOT EXISTS events_2025 PARTITION OF events FOR VALUES FROM ('2025-01-01') TO ('2026-01-01');",
    },
  ],
};
