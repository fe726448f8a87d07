import type { RuleDocs } from '../rule-docs';

const history = 'CREATE TABLE orders (id bigint PRIMARY KEY, note text);';

export const docs: RuleDocs = {
  problem: `An advisory lock keeps two runners apart. But a statement that waits in \`pg_advisory_lock()\` holds a snapshot, and the \`CONCURRENTLY\` forms wait for every older snapshot.
So the first runner waits for the second, which waits for the first: PostgreSQL kills one, and an \`INVALID\` index stays.`,
  solution: `Poll: \`SELECT pg_try_advisory_lock(…)\` gives up at once, and nothing is held in the pause before the next try.`,
  reported: [
    {
      history,
      sql: 'SELECT pg_advisory_lock(42);\nCREATE INDEX CONCURRENTLY orders_note_idx ON orders (note);',
      transaction: 'none',
      message:
        'A second runner that waits in pg_advisory_lock() holds a snapshot, for which CREATE INDEX CONCURRENTLY of the first one waits: it is killed (40P01) and leaves an INVALID index',
    },
    {
      history: `${history}\nCREATE INDEX CONCURRENTLY orders_note_idx ON orders (note);`,
      sql: 'SELECT pg_advisory_lock(42);\nALTER TABLE orders ADD COLUMN total numeric;',
      transaction: 'none',
      message:
        'A second runner that waits in pg_advisory_lock() holds a snapshot, for which CREATE INDEX CONCURRENTLY of the first one waits: it is killed (40P01) and leaves an INVALID index',
    },
    {
      history,
      sql: [
        'SELECT pg_advisory_xact_lock(42);\nALTER TABLE orders ADD COLUMN total numeric;',
        'CREATE INDEX CONCURRENTLY orders_note_idx ON orders (note);',
      ],
      transaction: 'none',
      message:
        'A second runner that waits in pg_advisory_xact_lock() holds a snapshot, for which CREATE INDEX CONCURRENTLY of the first one waits: it is killed (40P01) and leaves an INVALID index',
    },
  ],
  accepted: [
    {
      why: 'It does not wait',
      history,
      sql: 'SELECT pg_try_advisory_lock(42);\nCREATE INDEX CONCURRENTLY orders_note_idx ON orders (note);',
      transaction: 'none',
    },
    {
      why: 'Nothing is done CONCURRENTLY',
      history,
      sql: 'SELECT pg_advisory_xact_lock(42);\nALTER TABLE orders ADD COLUMN total numeric;',
    },
  ],
};
