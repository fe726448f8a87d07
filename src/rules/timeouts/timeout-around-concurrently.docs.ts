import type { RuleDocs } from '../rule-docs';

const history = `CREATE TABLE orders (id bigint PRIMARY KEY, note text);
CREATE INDEX orders_note_idx ON orders (note);
CREATE TABLE events (id bigint, at date) PARTITION BY RANGE (at);
CREATE TABLE events_2025 PARTITION OF events FOR VALUES FROM ('2025-01-01') TO ('2026-01-01');`;

export const docs: RuleDocs = {
  problem: `The CONCURRENTLY forms let readers and writers go on, and pay for it by waiting for every transaction that is older, even one that only reads another table.
A timeout that strikes meanwhile does not undo what has been done: an \`INVALID\` index stays, or a partition that is half detached.`,
  solution: `Switch both timeouts off for this one statement: \`SET lock_timeout = 0\` and \`SET statement_timeout = 0\`, each in a call of its own. Waiting harms nobody here.
If something has been left behind already, drop it before you try again.`,
  reported: [
    {
      history,
      sql: "SET lock_timeout = '2s';\nCREATE INDEX CONCURRENTLY orders_note_id_idx ON orders (note, id);",
      transaction: 'none',
      message:
        'CREATE INDEX CONCURRENTLY waits for every older transaction, and lock_timeout is 2 s: if it strikes, an INVALID index stays, which every write goes on to pay for',
    },
    {
      history,
      sql: "SET statement_timeout = '1min';\nDROP INDEX CONCURRENTLY orders_note_idx;",
      transaction: 'none',
      message:
        'DROP INDEX CONCURRENTLY waits for every older transaction, and statement_timeout is 1 min: if it strikes, the index stays, invalid for queries and still written',
    },
    {
      history: `${history}\nALTER ROLE app SET lock_timeout = '500ms';`,
      sql: 'REINDEX INDEX CONCURRENTLY orders_note_idx;',
      transaction: 'none',
      message:
        'REINDEX INDEX CONCURRENTLY waits for every older transaction, and lock_timeout is 500 ms: if it strikes, an INVALID index with a name in "_ccnew" or "_ccold" stays',
    },
    {
      history,
      sql: "SET lock_timeout = '2s';\nALTER TABLE events DETACH PARTITION events_2025 CONCURRENTLY;",
      transaction: 'none',
      message:
        'DETACH PARTITION CONCURRENTLY waits for every older transaction, and lock_timeout is 2 s: if it strikes, the partition stays half detached and blocks every other DETACH … CONCURRENTLY (55000)',
    },
  ],
  accepted: [
    {
      why: 'Both are zero',
      history: `${history}\nALTER ROLE app SET lock_timeout = '2s';`,
      sql: 'SET lock_timeout = 0;\nSET statement_timeout = 0;\nCREATE INDEX CONCURRENTLY orders_note_id_idx ON orders (note, id);',
      transaction: 'none',
    },
    {
      why: 'None is set',
      history,
      sql: 'CREATE INDEX CONCURRENTLY orders_note_id_idx ON orders (note, id);',
      transaction: 'none',
    },
    {
      why: 'REFRESH … CONCURRENTLY leaves nothing behind',
      history: `${history}\nCREATE MATERIALIZED VIEW notes AS SELECT id, note FROM orders;\nCREATE UNIQUE INDEX notes_id_idx ON notes (id);`,
      sql: "SET lock_timeout = '2s';\nREFRESH MATERIALIZED VIEW CONCURRENTLY notes;",
    },
  ],
};
