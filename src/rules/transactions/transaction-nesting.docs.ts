import type { RuleDocs } from '../rule-docs';

export const docs: RuleDocs = {
  problem: `PostgreSQL has no nested transactions. A BEGIN inside of a transaction only warns, and the first COMMIT ends the outer one. What stands after it runs statement
by statement: if the migration fails there, the first half stays.`,
  solution: `Most runners open a transaction round each migration: leave BEGIN and COMMIT out. Or use the runner's switch for "no transaction" and write them yourself.`,
  reported: [
    {
      sql: 'BEGIN;\nCREATE TABLE orders (id bigint);\nCOMMIT;',
      message:
        'A transaction is open already: this BEGIN only warns, and the next COMMIT ends the outer transaction',
    },
    {
      sql: 'CREATE TABLE orders (id bigint);\nCOMMIT;\nCREATE TABLE users (id bigint);',
      message:
        "This COMMIT ends the runner's transaction: what follows runs unprotected, each statement by itself, and survives a ROLLBACK",
    },
    {
      sql: 'CREATE TABLE orders (id bigint);\nCOMMIT;',
      transaction: 'none',
      message: 'No transaction is open here: this only warns',
    },
  ],
  accepted: [
    {
      why: 'The runner opens no transaction',
      sql: 'BEGIN;\nCREATE TABLE orders (id bigint);\nCOMMIT;',
      transaction: 'none',
    },
    {
      why: 'Sent in one call, BEGIN takes over the implicit transaction',
      sql: 'BEGIN;\nCREATE TABLE orders (id bigint);\nCOMMIT;',
      transaction: 'call',
    },
    {
      why: 'A savepoint is not a transaction',
      sql: 'SAVEPOINT before_orders;\nCREATE TABLE orders (id bigint);\nRELEASE before_orders;',
    },
    { why: 'BEGIN of PL/pgSQL opens a block of code', sql: 'DO $$ BEGIN PERFORM 1; END $$;' },
    {
      why: 'The runner is not known',
      sql: 'BEGIN;\nCREATE TABLE orders (id bigint);\nCOMMIT;',
      transaction: 'unknown',
    },
  ],
};
