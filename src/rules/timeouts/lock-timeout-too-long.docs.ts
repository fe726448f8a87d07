import type { RuleDocs } from '../rule-docs';

const history = 'CREATE TABLE orders (id bigint PRIMARY KEY, note text);';

export const docs: RuleDocs = {
  problem: `While a statement waits for a strong lock, every later query of the table waits behind it. \`lock_timeout\` bounds that stall, so a long one
means a long stall: with 2 s the slowest requests took 2 s, with 100 ms they took 0.1 s.`,
  solution: `Use 100 ms to 2 s and run the migration again when it fails. Where the runner does not retry, 2 to 5 s is a compromise.`,
  reported: [
    {
      history,
      sql: "SET LOCAL lock_timeout = '1min';\nALTER TABLE orders ADD COLUMN total numeric;",
      message:
        'lock_timeout is 1 min, so this waits up to that long for the ACCESS EXCLUSIVE lock on "orders", with everybody else behind it; the limit is 5 s',
    },
    {
      history,
      sql: 'SET LOCAL lock_timeout = 0;\nALTER TABLE orders ADD COLUMN total numeric;',
      message:
        'lock_timeout is 0, so this waits for ever for the ACCESS EXCLUSIVE lock on "orders", with everybody else behind it; the limit is 5 s',
    },
  ],
  accepted: [
    {
      why: 'It is short',
      history,
      sql: "SET LOCAL lock_timeout = '2s';\nALTER TABLE orders ADD COLUMN total numeric;",
    },
    {
      why: 'The table is new',
      sql: "SET LOCAL lock_timeout = '1h';\nCREATE TABLE carts (id bigint);\nALTER TABLE carts ADD COLUMN note text;",
    },
    {
      why: 'Configuration allows more',
      history,
      sql: "SET LOCAL lock_timeout = '30s';\nALTER TABLE orders ADD COLUMN total numeric;",
      options: { lockTimeout: { limit: '30s' } },
    },
    {
      why: 'CONCURRENTLY must wait',
      history,
      sql: 'SET lock_timeout = 0;\nCREATE INDEX CONCURRENTLY orders_note_idx ON orders (note);',
      transaction: 'none',
    },
  ],
};
