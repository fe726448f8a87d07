import type { RuleDocs } from '../rule-docs';

const history = 'CREATE TABLE orders (id bigint PRIMARY KEY);';

export const docs: RuleDocs = {
  problem: `Rows that were changed or deleted stay in the file until a vacuum removes them. Without autovacuum the table and its indexes grow and get slower, and in the end the
server starts a vacuum by itself, at the worst time, because it runs out of transaction numbers.`,
  solution: `If autovacuum is in the way of a bulk load, switch it on again in the same change. Otherwise tune its thresholds for the table.`,
  reported: [
    {
      history,
      sql: 'ALTER TABLE orders SET (autovacuum_enabled = false);',
      message:
        'Dead rows of "orders" are not cleaned up from here on: the table grows, and when transaction numbers run short a vacuum starts that cannot be put off',
    },
    {
      history,
      sql: 'ALTER TABLE orders SET (toast.autovacuum_enabled = off);',
      message:
        'Dead rows of "orders" are not cleaned up from here on: the table grows, and when transaction numbers run short a vacuum starts that cannot be put off',
    },
  ],
  accepted: [
    {
      why: 'It is switched on again later',
      history,
      sql: 'ALTER TABLE orders SET (autovacuum_enabled = false);\nUPDATE orders SET id = id WHERE id < 100;\nALTER TABLE orders RESET (autovacuum_enabled);',
    },
    {
      why: 'A new staging table, says configuration',
      sql: 'CREATE SCHEMA staging;\nCREATE TABLE staging.imports (id bigint) WITH (autovacuum_enabled = false);',
      options: { staging: ['staging.*'] },
    },
    { why: 'Switched on', history, sql: 'ALTER TABLE orders SET (autovacuum_enabled = true);' },
    {
      why: 'Only RESET, of what an earlier migration did',
      history: `${history}\nALTER TABLE orders SET (autovacuum_enabled = false);`,
      sql: 'ALTER TABLE orders RESET (autovacuum_enabled);',
    },
  ],
};
