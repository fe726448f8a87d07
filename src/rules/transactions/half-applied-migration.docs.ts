import type { RuleDocs } from '../rule-docs';

const history = 'CREATE TABLE orders (id bigint PRIMARY KEY, note text);';

export const docs: RuleDocs = {
  problem: `Without a transaction each statement is committed by itself. If the third one fails, the first two stay, and the next run of the file stops at the first: it exists already.
Somebody has to repair the database by hand.`,
  solution: `Put each statement that needs to run outside of a transaction (\`CONCURRENTLY\`) into a migration of its own. Where several must stand together, make them repeatable:
\`IF NOT EXISTS\`, \`IF EXISTS\`, \`CREATE OR REPLACE\`.`,
  reported: [
    {
      history,
      sql: 'ALTER TABLE orders ADD COLUMN total numeric;\nCREATE INDEX CONCURRENTLY orders_total_idx ON orders (total);',
      transaction: 'none',
      message:
        'If this fails, what stands before it is done and is not taken back, for no transaction is open; run again, the migration stops there: 2 of its statements can be run only once',
    },
  ],
  accepted: [
    {
      why: 'In a transaction all is taken back',
      history,
      sql: 'ALTER TABLE orders ADD COLUMN total numeric;\nALTER TABLE orders ADD COLUMN tax numeric;',
    },
    {
      why: 'One such statement is nothing to repair',
      history,
      sql: 'CREATE INDEX CONCURRENTLY orders_note_idx ON orders (note);',
      transaction: 'none',
    },
    {
      why: 'The others can be repeated',
      history,
      sql: 'ALTER TABLE orders ADD COLUMN IF NOT EXISTS total numeric;\nDROP INDEX CONCURRENTLY IF EXISTS orders_total_idx;\nCREATE INDEX CONCURRENTLY orders_total_idx ON orders (total);',
      transaction: 'none',
    },
    {
      why: 'The file opens a transaction of its own',
      history,
      sql: 'BEGIN;\nALTER TABLE orders ADD COLUMN total numeric;\nALTER TABLE orders ADD COLUMN tax numeric;\nCOMMIT;',
      transaction: 'none',
    },
    {
      why: 'CREATE OR REPLACE may be repeated',
      history,
      sql: `CREATE OR REPLACE VIEW order_list AS SELECT id FROM orders;
CREATE INDEX CONCURRENTLY orders_note_idx ON orders (note);`,
      transaction: 'none',
    },
  ],
};
