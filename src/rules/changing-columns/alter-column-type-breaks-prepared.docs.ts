import type { RuleDocs } from '../rule-docs';

const history =
  'CREATE TABLE orders (id integer PRIMARY KEY, code varchar(50) NOT NULL, note text, total numeric(10, 2), placed_at timestamp, number serial);';

export const docs: RuleDocs = {
  problem: `Drivers and ORMs prepare statements and use them again. If a column that such a statement returns gets another type, the statement fails with "cached plan must not change result type", and takes its transaction along,
again and again until the session prepares it anew. A longer varchar or more digits are enough.`,
  solution: `Reconnect the clients after the migration (a restart does), or put the new type into a column with a new name. If no client keeps prepared statements, say so with the parameter \`prepared\`: false.`,
  reported: [
    {
      history,
      sql: 'ALTER TABLE orders ALTER COLUMN code TYPE varchar(100);',
      message:
        'Every prepared statement that returns "code" of "orders" fails from here on (0A000, "cached plan must not change result type") until its session prepares it again',
    },
    {
      history,
      sql: 'ALTER TABLE orders ALTER COLUMN total TYPE numeric;',
      message:
        'Every prepared statement that returns "total" of "orders" fails from here on (0A000, "cached plan must not change result type") until its session prepares it again',
    },
    {
      history,
      sql: 'ALTER TABLE orders ADD COLUMN id_new bigint;\nALTER TABLE orders RENAME COLUMN id TO id_old;\nALTER TABLE orders RENAME COLUMN id_new TO id;',
      message:
        'Every prepared statement that returns "id" of "orders" fails from here on (0A000, "cached plan must not change result type") until its session prepares it again',
    },
  ],
  accepted: [
    {
      why: 'The table was created in the same transaction: nobody else can use it yet',
      sql: 'CREATE TABLE carts (id integer, code varchar(50), note text, placed_at timestamp);\nALTER TABLE carts ALTER COLUMN code TYPE varchar(100);',
    },
    {
      why: 'The column comes with the same migration: no client has prepared a statement that returns it',
      history,
      sql: 'ALTER TABLE orders ADD COLUMN region varchar(40);\nALTER TABLE orders ALTER COLUMN region TYPE text;',
    },
    { why: 'The type stays', history, sql: 'ALTER TABLE orders ALTER COLUMN note TYPE text;' },
    { why: 'The name is new', history, sql: 'ALTER TABLE orders RENAME COLUMN note TO remark;' },
    {
      why: 'Configuration says that no client keeps prepared statements',
      history,
      sql: 'ALTER TABLE orders ALTER COLUMN code TYPE varchar(100);',
      options: { rules: { 'alter-column-type-breaks-prepared': { prepared: false } } },
    },
  ],
};
