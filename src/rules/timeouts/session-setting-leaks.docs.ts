import type { RuleDocs } from '../rule-docs';

export const docs: RuleDocs = {
  problem: `\`SET\` lasts as long as the connection. Most runners use one connection for all pending migrations, or one of the pool that clients use: the next migration looks for
its tables in another schema, or a client's query dies of a timeout that was meant for an ALTER TABLE.`,
  solution: `In a transaction write \`SET LOCAL\`, which ends with it. Elsewhere put the setting back with \`RESET\` at the end.`,
  reported: [
    {
      sql: 'SET search_path = app;\nCREATE TABLE carts (id bigint);',
      message:
        'search_path stays set when the migration is done: whatever uses the connection next, a migration or a client of the pool, runs with it',
    },
    {
      sql: "SELECT set_config('search_path', '', false);\nSET check_function_bodies = false;\nCREATE TABLE app.carts (id bigint);",
      completeHistory: false,
      message:
        'search_path, check_function_bodies stay set when the migration is done: whatever uses the connection next, a migration or a client of the pool, runs with them',
    },
    {
      sql: "SET statement_timeout = '5s';\nCREATE TABLE carts (id bigint);",
      transaction: 'none',
      message:
        'statement_timeout stays set when the migration is done: whatever uses the connection next, a migration or a client of the pool, runs with it',
    },
  ],
  accepted: [
    {
      why: 'SET LOCAL ends with the transaction',
      sql: 'SET LOCAL search_path = app;\nCREATE TABLE carts (id bigint);',
    },
    {
      why: 'It is put back',
      sql: "SET statement_timeout = '5s';\nCREATE TABLE carts (id bigint);\nRESET statement_timeout;",
      transaction: 'none',
    },
    {
      why: 'psql runs one file and closes the session',
      sql: 'SET search_path = app;\nCREATE TABLE carts (id bigint);',
      transaction: 'unknown',
    },
    {
      why: 'It is what every session begins with',
      sql: 'SET statement_timeout = 0;\nSET lock_timeout = 0;\nCREATE TABLE carts (id bigint);',
    },
    {
      why: 'The setting changes nothing for those who come after',
      sql: "SET client_min_messages = warning;\nSET application_name = 'carts';",
    },
  ],
};
