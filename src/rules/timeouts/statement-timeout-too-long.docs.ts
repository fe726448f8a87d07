import type { RuleDocs } from '../rule-docs';

const history = 'CREATE TABLE orders (id bigint PRIMARY KEY, total numeric);';

export const docs: RuleDocs = {
  problem: `While a statement with a strong lock runs, everybody who needs the table waits. A long \`statement_timeout\` allows a long wait.`,
  solution: `Keep it short for statements that take a strong lock. The limit is the parameter \`limit\`, one minute by default.`,
  reported: [
    {
      history,
      sql: "SET LOCAL statement_timeout = '10min';\nALTER TABLE orders ADD COLUMN note text;",
      message:
        'statement_timeout is 10 min, so this statement may run that long while the ACCESS EXCLUSIVE lock on "orders" is held; the limit is 1 min',
    },
    {
      history,
      sql: "SET LOCAL statement_timeout = '30s';\nALTER TABLE orders ADD COLUMN note text;",
      options: { rules: { 'statement-timeout-too-long': { limit: '10s' } } },
      message:
        'statement_timeout is 30 s, so this statement may run that long while the ACCESS EXCLUSIVE lock on "orders" is held; the limit is 10 s',
    },
  ],
  accepted: [
    {
      why: 'It is short enough',
      history,
      sql: "SET LOCAL statement_timeout = '30s';\nALTER TABLE orders ADD COLUMN note text;",
    },
    {
      why: 'CONCURRENTLY needs its time',
      history,
      sql: 'SET statement_timeout = 0;\nCREATE INDEX CONCURRENTLY orders_total_idx ON orders (total);',
      transaction: 'none',
    },
  ],
};
