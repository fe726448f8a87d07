import type { RuleDocs } from '../rule-docs';

const history =
  'CREATE TABLE orders (id integer PRIMARY KEY, code varchar(50) NOT NULL, note text, total numeric(10, 2), placed_at timestamp, number serial);';

export const docs: RuleDocs = {
  problem: `A \`timestamp\` says nothing about its time zone; a \`timestamptz\` does. Between the two PostgreSQL takes the time zone of the session that runs the migration. If that is another one than the application wrote in,
every value is shifted by hours, without an error.`,
  solution: `Say \`SET LOCAL timezone = 'UTC'\` (or whichever zone the values are in) before it, in the same transaction. From PostgreSQL 12 on the rows need not even be written then, if the zone is UTC. \`USING placed_at AT TIME ZONE 'UTC'\` is
right too, but always writes every row.`,
  reported: [
    {
      history,
      sql: 'ALTER TABLE orders ALTER COLUMN placed_at TYPE timestamptz;',
      message:
        'The time zone of the session decides what the values of "placed_at" become: in another zone than the one they were written for, every row is shifted',
    },
    {
      sql: 'ALTER TABLE orders ALTER COLUMN placed_at TYPE timestamptz;',
      transaction: 'none',
      completeHistory: false,
      message:
        'The time zone of the session decides what the values of "placed_at" become: in another zone than the one they were written for, every row is shifted, unless the column is timestamptz already',
    },
    {
      history: 'CREATE TABLE orders (id bigint PRIMARY KEY, seen_at timestamptz);',
      sql: 'ALTER TABLE orders ALTER COLUMN seen_at TYPE timestamp;',
      message:
        'The time zone of the session decides what the values of "seen_at" become: in another zone than the one they were written for, every row is shifted',
    },
  ],
  accepted: [
    {
      why: 'The time zone is set in the same session',
      history,
      sql: "SET LOCAL timezone = 'UTC';\nALTER TABLE orders ALTER COLUMN placed_at TYPE timestamptz;",
    },
    {
      why: 'USING names the zone',
      history,
      sql: "ALTER TABLE orders ALTER COLUMN placed_at TYPE timestamptz USING placed_at AT TIME ZONE 'UTC';",
    },
    {
      why: 'Both know their zone',
      history: 'CREATE TABLE orders (seen_at timestamptz);',
      sql: 'ALTER TABLE orders ALTER COLUMN seen_at TYPE timestamptz(3);',
    },
    {
      why: 'The table was created in the same transaction: nobody else can use it yet',
      sql: 'CREATE TABLE carts (id integer, code varchar(50), note text, placed_at timestamp);\nALTER TABLE carts ALTER COLUMN placed_at TYPE timestamptz;',
    },
  ],
};
