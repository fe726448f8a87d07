import type { RuleDocs } from '../rule-docs';

const history =
  'CREATE TABLE orders (id integer PRIMARY KEY, code varchar(50) NOT NULL, note text, total numeric(10, 2), placed_at timestamp, number serial);';

export const docs: RuleDocs = {
  problem: `A default is for rows that are inserted from now on. The rows that are there keep what they have, NULL included.`,
  solution: `Fill the old rows in batches, if they need the value too.`,
  reported: [
    {
      history,
      sql: "ALTER TABLE orders ALTER COLUMN note SET DEFAULT '';",
      message: 'The rows that are there keep what they have in "note": only new rows get the default',
    },
  ],
  accepted: [
    {
      why: 'The old rows are filled in the same change set',
      history,
      sql: [
        "ALTER TABLE orders ALTER COLUMN note SET DEFAULT '';",
        "UPDATE orders SET note = '' WHERE id < 1000 AND note IS NULL;",
      ],
    },
    {
      why: 'The table was created in the same transaction: nobody else can use it yet',
      sql: "CREATE TABLE carts (id integer, code varchar(50), note text, placed_at timestamp);\nALTER TABLE carts ALTER COLUMN note SET DEFAULT '';",
    },
  ],
};
