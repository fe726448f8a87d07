import type { RuleDocs } from '../rule-docs';

const history =
  'CREATE TABLE orders (id integer PRIMARY KEY, code varchar(50) NOT NULL, note text, total numeric(10, 2), placed_at timestamp, number serial);';

export const docs: RuleDocs = {
  problem: `Code that reads the column was written when it always had a value. It may not be ready for NULL.`,
  solution: `Deploy readers that can take NULL first.`,
  reported: [
    {
      history,
      sql: 'ALTER TABLE orders ALTER COLUMN code DROP NOT NULL;',
      message:
        'From here on clients that read "code" of "orders" may meet NULL where they always met a value',
    },
    {
      history,
      sql: ['ALTER TABLE orders ALTER COLUMN code DROP NOT NULL;', 'ALTER TABLE orders DROP COLUMN code;'],
      knownChangeSet: false,
      message:
        'From here on clients that read "code" of "orders" may meet NULL where they always met a value',
    },
    {
      sql: 'ALTER TABLE orders ALTER COLUMN code DROP NOT NULL;',
      completeHistory: false,
      message:
        'From here on clients that read "code" of "orders" may meet NULL where they always met a value, unless the column is nullable already',
    },
  ],
  accepted: [
    {
      why: 'The table was created in the same transaction: nobody else can use it yet',
      sql: 'CREATE TABLE carts (id integer, code varchar(50), note text, placed_at timestamp);\nALTER TABLE carts ALTER COLUMN code DROP NOT NULL;',
    },
    {
      why: 'The column goes later in the change set',
      history,
      sql: ['ALTER TABLE orders ALTER COLUMN code DROP NOT NULL;', 'ALTER TABLE orders DROP COLUMN code;'],
    },
    {
      why: 'It is renamed away',
      history,
      sql: 'ALTER TABLE orders ALTER COLUMN code DROP NOT NULL;\nALTER TABLE orders RENAME COLUMN code TO code_old;',
    },
    { why: 'It was nullable before', history, sql: 'ALTER TABLE orders ALTER COLUMN note DROP NOT NULL;' },
  ],
};
