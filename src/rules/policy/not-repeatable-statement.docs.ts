import type { RuleDocs } from '../rule-docs';

const history = 'CREATE TABLE orders (id bigint, note text);';

export const docs: RuleDocs = {
  problem: `Outside of a transaction what has been done stays when a later statement fails. The next run of the file then stops at the first statement that cannot be repeated.`,
  solution: `Write \`IF NOT EXISTS\`, \`IF EXISTS\` or \`OR REPLACE\`. For \`CREATE INDEX CONCURRENTLY\` that would take an INVALID index for a good one: drop it first instead.`,
  reported: [
    {
      history,
      sql: 'ALTER TABLE orders ADD COLUMN total numeric;\nUPDATE orders SET total = 0 WHERE id = 1;',
      transaction: 'none',
      message:
        'ADD COLUMN fails when the migration is run again, and without a transaction it may have to be',
    },
  ],
  accepted: [
    {
      why: 'It stands alone: when it fails, nothing is left behind',
      history,
      sql: 'ALTER TABLE orders ADD COLUMN total numeric;',
      transaction: 'none',
    },
    {
      why: 'It may be repeated',
      history,
      sql: 'ALTER TABLE orders ADD COLUMN IF NOT EXISTS total numeric;',
      transaction: 'none',
    },
    {
      why: 'In a transaction all is taken back',
      history,
      sql: 'ALTER TABLE orders ADD COLUMN total numeric;',
    },
    {
      why: 'IF NOT EXISTS would be the hazard here',
      history,
      sql: 'CREATE INDEX CONCURRENTLY orders_note_idx ON orders (note);\nUPDATE orders SET note = 1 WHERE id = 1;',
      transaction: 'none',
    },
  ],
};
