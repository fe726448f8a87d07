import type { RuleDocs } from '../rule-docs';

const history =
  'CREATE TABLE orders (id integer PRIMARY KEY, code varchar(50) NOT NULL, note text, total numeric(10, 2), placed_at timestamp, number serial);';

export const docs: RuleDocs = {
  problem: `\`serial\` makes an integer column and an integer sequence. If the column becomes bigint, the sequence still ends at 2147483647, and from that number on every INSERT fails: the day that the change was made for.`,
  solution: `Change the sequence too: \`ALTER SEQUENCE … AS bigint\`. An identity needs no such step: its sequence is changed together with the column.`,
  reported: [
    {
      history,
      sql: 'ALTER TABLE orders ALTER COLUMN number TYPE bigint;',
      message:
        '"number" becomes bigint, but its sequence "orders_number_seq" still ends at 2147483647: the INSERT after that fails (2200H)',
    },
    {
      history: 'CREATE TABLE orders (id smallserial PRIMARY KEY);',
      sql: 'ALTER TABLE orders ALTER COLUMN id TYPE bigint;',
      message:
        '"id" becomes bigint, but its sequence "orders_id_seq" still ends at 32767: the INSERT after that fails (2200H)',
    },
  ],
  accepted: [
    {
      why: 'The sequence is changed too',
      history,
      sql: 'ALTER TABLE orders ALTER COLUMN number TYPE bigint;\nALTER SEQUENCE orders_number_seq AS bigint;',
    },
    {
      why: 'The sequence of an identity is changed together with it',
      history: 'CREATE TABLE orders (id integer GENERATED ALWAYS AS IDENTITY);',
      sql: 'ALTER TABLE orders ALTER COLUMN id TYPE bigint;',
    },
    {
      why: 'The sequence is bigint',
      history:
        "CREATE SEQUENCE order_ids;\nCREATE TABLE orders (id integer DEFAULT nextval('order_ids'));\nALTER SEQUENCE order_ids OWNED BY orders.id;",
      sql: 'ALTER TABLE orders ALTER COLUMN id TYPE bigint;',
    },
    { why: 'The column has no sequence', history, sql: 'ALTER TABLE orders ALTER COLUMN id TYPE bigint;' },
  ],
};
