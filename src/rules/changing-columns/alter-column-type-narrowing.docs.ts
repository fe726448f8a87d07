import type { RuleDocs } from '../rule-docs';

const history =
  'CREATE TABLE orders (id integer PRIMARY KEY, code varchar(50) NOT NULL, note text, total numeric(10, 2), placed_at timestamp, number serial);';

export const docs: RuleDocs = {
  problem: `If a value does not fit the new type, the statement fails when it comes to that row, after all the time that the table was closed. Digits behind the point and fractions of a second are worse: they are rounded
without an error.`,
  solution: `Keep the wide type and limit the values with a CHECK, such as \`CHECK (char_length(code) <= 20)\`, that is added as \`NOT VALID\` and validated later. The limit can be changed later without a rewrite.`,
  reported: [
    {
      history,
      sql: 'ALTER TABLE orders ALTER COLUMN code TYPE varchar(20);',
      message:
        'The change of "code" from varchar(50) to varchar(20) fails half-way at the first value that does not fit (22001), after all the time that it took',
    },
    {
      history,
      sql: 'ALTER TABLE orders ALTER COLUMN total TYPE numeric(8, 2);',
      message:
        'The change of "total" from numeric(10, 2) to numeric(8, 2) fails half-way at the first value that does not fit (22003), after all the time that it took',
    },
    {
      history,
      sql: 'ALTER TABLE orders ALTER COLUMN total TYPE numeric(10, 1);',
      message:
        'The change of "total" from numeric(10, 2) to numeric(10, 1) rounds every value that does not fit, without an error',
    },
    {
      history,
      sql: 'ALTER TABLE orders ALTER COLUMN placed_at TYPE timestamp(0);',
      message:
        'The change of "placed_at" from timestamp to timestamp(0) rounds every value that does not fit, without an error',
    },
    {
      history,
      sql: 'ALTER TABLE orders ALTER COLUMN placed_at TYPE date;',
      message:
        'The change of "placed_at" from timestamp to date rounds every value that does not fit, without an error',
    },
    {
      history,
      sql: 'ALTER TABLE orders ALTER COLUMN id TYPE smallint;',
      message:
        'The change of "id" from integer to smallint fails half-way at the first value that does not fit (22003), after all the time that it took',
    },
    {
      history,
      sql: 'ALTER TABLE orders ALTER COLUMN note TYPE varchar(10) USING note::varchar(10);',
      message: 'The cast in USING cuts every value of "note" that does not fit, without an error',
    },
  ],
  accepted: [
    {
      why: 'The table was created in the same transaction: nobody else can use it yet',
      sql: 'CREATE TABLE carts (id integer, code varchar(50), note text, placed_at timestamp);\nALTER TABLE carts ALTER COLUMN code TYPE varchar(20);',
    },
    {
      why: 'A valid CHECK proves the limit',
      history:
        'CREATE TABLE orders (id integer PRIMARY KEY, code varchar(50) NOT NULL, note text, total numeric(10, 2), placed_at timestamp, number serial);\nALTER TABLE orders ADD CHECK (char_length(code) <= 20);',
      sql: 'ALTER TABLE orders ALTER COLUMN code TYPE varchar(20);',
    },
    {
      why: 'The new type holds more',
      history,
      sql: 'ALTER TABLE orders ALTER COLUMN code TYPE text, ALTER COLUMN id TYPE bigint, ALTER COLUMN total TYPE numeric(12, 2);',
    },
    { why: 'Every integer fits', history, sql: 'ALTER TABLE orders ALTER COLUMN id TYPE numeric(10);' },
    {
      why: 'The old type is not known',
      sql: 'ALTER TABLE orders ALTER COLUMN code TYPE varchar(20);',
      completeHistory: false,
    },
  ],
};
