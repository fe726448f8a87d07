import type { RuleDocs } from '../rule-docs';

const history = 'CREATE TABLE orders (id bigint PRIMARY KEY, note text, total numeric NOT NULL);';

export const docs: RuleDocs = {
  problem: `The values are gone, and only a backup brings them back. While the migration runs, the old version of the application is still running: each of its queries
that names the column fails from that moment on, and so does a prepared \`SELECT *\`.`,
  solution: `Let a release go out that does not name the column any more, also not in the column list that an ORM writes by itself, and drop the column in a later one.
A NOT NULL column without a default needs DROP NOT NULL before that release, so that its INSERTs may leave the column out.`,
  reported: [
    {
      history,
      sql: 'ALTER TABLE orders DROP COLUMN note;',
      message:
        'Dropping column "note" of "orders" loses all values, and clients that still name it fail (42703), prepared SELECT * too (0A000)',
    },
    {
      history,
      sql: 'ALTER TABLE orders DROP COLUMN note, DROP COLUMN IF EXISTS total;',
      message:
        'Dropping columns "note" and "total" of "orders" loses all values, and clients that still name them fail (42703), prepared SELECT * too (0A000)',
    },
  ],
  accepted: [
    {
      why: 'The column is added by an earlier migration that ships together with this one',
      history,
      sql: ['ALTER TABLE orders ADD COLUMN tax numeric;', 'ALTER TABLE orders DROP COLUMN tax;'],
    },
    {
      why: 'The table is new',
      sql: 'CREATE TABLE carts (id bigint, note text);\nALTER TABLE carts DROP COLUMN note;',
    },
    {
      why: 'IF EXISTS, and the table has no such column',
      history,
      sql: 'ALTER TABLE orders DROP COLUMN IF EXISTS tax;',
    },
    {
      why: 'Where a column of the name is added again, `drop-and-recreate` speaks',
      history,
      sql: 'ALTER TABLE orders DROP COLUMN note;\nALTER TABLE orders ADD COLUMN note integer;',
    },
  ],
};
