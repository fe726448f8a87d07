import type { RuleDocs } from '../rule-docs';

const history = 'CREATE TABLE orders (id bigint PRIMARY KEY);';

export const docs: RuleDocs = {
  problem: `Some commands mean something only until the transaction ends: a lock, a savepoint, a cursor, the moment at which constraints are checked. Where each statement is a
transaction of its own, PostgreSQL refuses the first three; \`SET CONSTRAINTS\` only warns and does nothing.`,
  solution: `Write \`BEGIN\` and \`COMMIT\` around the statements that belong together, or let the runner open the transaction.`,
  reported: [
    {
      history,
      sql: 'LOCK TABLE orders IN SHARE MODE;',
      transaction: 'none',
      message: 'The migration fails here: LOCK TABLE needs a transaction block (25P01), and none is open',
    },
    {
      history,
      sql: 'SAVEPOINT before_orders;\nDELETE FROM orders WHERE id = 1;',
      transaction: 'call',
      message: 'The migration fails here: SAVEPOINT needs a transaction block (25P01), and none is open',
    },
    {
      history,
      sql: 'DECLARE rows CURSOR FOR SELECT id FROM orders;',
      transaction: 'none',
      message: 'The migration fails here: DECLARE CURSOR needs a transaction block (25P01), and none is open',
    },
    {
      history,
      sql: 'SET CONSTRAINTS ALL DEFERRED;',
      transaction: 'none',
      message:
        'SET CONSTRAINTS does nothing here but warn: no transaction is open, so that the constraints are checked as before',
    },
  ],
  accepted: [
    {
      why: 'Several statements in one call are one transaction',
      history,
      sql: 'LOCK TABLE orders IN SHARE MODE;\nDELETE FROM orders WHERE id = 1;',
      transaction: 'call',
    },
    { why: 'The runner opens one', history, sql: 'SAVEPOINT before_orders;' },
    {
      why: 'The file opens one',
      history,
      sql: 'BEGIN;\nLOCK TABLE orders IN SHARE MODE;\nCOMMIT;',
      transaction: 'none',
    },
    {
      why: 'A cursor WITH HOLD outlives its transaction',
      history,
      sql: 'DECLARE rows CURSOR WITH HOLD FOR SELECT id FROM orders;',
      transaction: 'none',
    },
    {
      why: 'SET LOCAL is a row of its own, `timeout-without-effect`',
      history,
      sql: "SET LOCAL lock_timeout = '2s';",
      transaction: 'none',
    },
    {
      why: 'The runner is not known',
      history,
      sql: 'LOCK TABLE orders IN SHARE MODE;',
      transaction: 'unknown',
    },
  ],
};
