import type { RuleDocs } from '../rule-docs';

const history = 'CREATE TABLE orders (id bigint PRIMARY KEY, note text);';

export const docs: RuleDocs = {
  problem: `A timeout in the wrong place looks like protection and is none. \`SET LOCAL\` outside of a transaction only warns. A \`lock_timeout\` set after the lock comes too
late, and a ROLLBACK takes it back. If \`lock_timeout\` is not shorter than \`statement_timeout\`, the latter strikes first and cancels the statement as a
whole.`,
  solution: `Make the timeout the first statement of the transaction that takes the lock, with \`lock_timeout\` well below \`statement_timeout\`.`,
  reported: [
    {
      history,
      sql: "SET LOCAL lock_timeout = '2s';\nALTER TABLE orders ADD COLUMN total numeric;",
      transaction: 'none',
      message:
        'This lock_timeout protects nothing: no transaction is open here, and SET LOCAL ends with the transaction',
    },
    {
      history,
      sql: "ALTER TABLE orders ADD COLUMN total numeric;\nSET LOCAL lock_timeout = '2s';",
      message:
        'This lock_timeout protects nothing: the ACCESS EXCLUSIVE lock on "orders" has been taken before it, and no other strong lock follows',
    },
    {
      history,
      sql: "BEGIN;\nSET LOCAL lock_timeout = '2s';\nROLLBACK;\nALTER TABLE orders ADD COLUMN total numeric;",
      transaction: 'none',
      message: 'This lock_timeout protects nothing: it is rolled back before "orders" is locked',
    },
    {
      history,
      sql: "SET LOCAL lock_timeout = '5s';\nSET LOCAL statement_timeout = '5s';\nALTER TABLE orders ADD COLUMN total numeric;",
      message:
        'The lock_timeout of 5 s protects nothing: it is not shorter than statement_timeout (5 s), which always strikes first',
    },
    {
      history,
      sql: `SAVEPOINT a;
SET LOCAL lock_timeout = '2s';
ROLLBACK TO a;
ALTER TABLE orders ADD COLUMN total numeric;`,
      message: 'This lock_timeout protects nothing: it is rolled back before "orders" is locked',
    },
  ],
  accepted: [
    {
      why: 'Several statements in one call are one transaction, in which SET LOCAL holds',
      history,
      sql: "SET LOCAL lock_timeout = '2s';\nALTER TABLE orders ADD COLUMN total numeric;",
      transaction: 'call',
    },
    {
      why: 'The runner is not known, and most open a transaction',
      history,
      sql: "SET LOCAL lock_timeout = '2s';\nALTER TABLE orders ADD COLUMN total numeric;",
      transaction: 'unknown',
    },
    {
      why: 'It is the first statement of the transaction and shorter than statement_timeout',
      history,
      sql: "SET LOCAL statement_timeout = '1min';\nSET LOCAL lock_timeout = '2s';\nALTER TABLE orders ADD COLUMN total numeric;",
    },
    {
      why: 'Both are switched off, as pg_dump writes it',
      history,
      sql: 'SET statement_timeout = 0;\nSET lock_timeout = 0;\nCREATE TABLE carts (id bigint);',
    },
    {
      why: 'Another lock follows',
      history,
      sql: "CREATE TABLE carts (id bigint);\nALTER TABLE orders ADD COLUMN total numeric;\nSET LOCAL lock_timeout = '1s';\nALTER TABLE orders ADD COLUMN tax numeric;",
    },
  ],
};
