import type { RuleDocs } from '../rule-docs';

const history =
  'CREATE TABLE orders (id integer PRIMARY KEY, code varchar(50) NOT NULL, note text, total numeric(10, 2), placed_at timestamp, number serial);';

export const docs: RuleDocs = {
  problem: `Up to PostgreSQL 17 a helper CHECK was the way to NOT NULL without closing the table. From 18 on the NOT NULL constraint can itself be added as \`NOT VALID\`, which needs fewer steps.`,
  solution: `\`ALTER TABLE orders ADD CONSTRAINT orders_note_not_null NOT NULL note NOT VALID\`, and \`VALIDATE CONSTRAINT\` in the next migration.`,
  reported: [
    {
      history,
      sql: [
        'ALTER TABLE orders ADD CONSTRAINT orders_note_nn CHECK (note IS NOT NULL) NOT VALID;',
        'ALTER TABLE orders VALIDATE CONSTRAINT orders_note_nn;',
        'ALTER TABLE orders ALTER COLUMN note SET NOT NULL;',
      ],
      message:
        'From 18 on "note" needs no helper CHECK: a NOT NULL constraint can itself be added as NOT VALID',
    },
    {
      history,
      sql: [
        'ALTER TABLE orders ADD CHECK (note IS NOT NULL) NOT VALID;',
        'ALTER TABLE orders VALIDATE CONSTRAINT orders_note_check;',
        'ALTER TABLE orders ALTER COLUMN note SET NOT NULL, DROP CONSTRAINT orders_note_check;',
      ],
      message:
        'From 18 on "note" needs no helper CHECK: a NOT NULL constraint can itself be added as NOT VALID',
    },
  ],
  accepted: [
    {
      why: 'Below 18 there is no other way',
      history,
      sql: [
        'ALTER TABLE orders ADD CONSTRAINT orders_note_nn CHECK (note IS NOT NULL) NOT VALID;',
        'ALTER TABLE orders ALTER COLUMN note SET NOT NULL;',
      ],
      postgres: 17,
    },
    {
      why: 'The CHECK is not on the way to NOT NULL',
      history,
      sql: 'ALTER TABLE orders ADD CONSTRAINT orders_note_nn CHECK (note IS NOT NULL) NOT VALID;',
    },
  ],
};
