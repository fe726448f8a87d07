import type { RuleDocs } from '../rule-docs';

const history = `CREATE TABLE orders (id bigint PRIMARY KEY, total numeric, note text);
CREATE INDEX orders_total_idx ON orders (total);`;

export const docs: RuleDocs = {
  problem: `IF NOT EXISTS looks at the name alone. If something of the name is there, nothing happens, even if it has other columns, another type or another index key. The
migration reports success, and the application meets a schema that it does not expect.`,
  solution: `Say what shall change: ALTER TABLE for the table or column, a new index under a new name and the old one dropped.`,
  reported: [
    {
      history,
      sql: 'CREATE TABLE IF NOT EXISTS orders (id bigint PRIMARY KEY, total numeric, currency text);',
      message:
        'Table "orders" exists and is another one (it has no column "currency"): this statement does nothing and says so to nobody',
    },
    {
      history,
      sql: 'ALTER TABLE orders ADD COLUMN IF NOT EXISTS note varchar(200);',
      message:
        'Column "note" of "orders" exists and is another one (it is text, not varchar(200)): this statement does nothing and says so to nobody',
    },
    {
      history,
      sql: 'CREATE INDEX IF NOT EXISTS orders_total_idx ON orders (total, id);',
      message:
        'Index "orders_total_idx" exists and is another one (its columns are others): this statement does nothing and says so to nobody',
    },
  ],
  accepted: [
    {
      why: 'What exists is the same',
      history,
      sql: 'CREATE TABLE IF NOT EXISTS orders (id bigint PRIMARY KEY, total numeric);\nCREATE INDEX IF NOT EXISTS orders_total_idx ON orders (total);\nALTER TABLE orders ADD COLUMN IF NOT EXISTS note text;',
    },
    { why: 'Nothing of the name exists', history, sql: 'CREATE TABLE IF NOT EXISTS carts (id bigint);' },
    {
      why: 'The database is not known well enough',
      sql: 'ALTER TABLE orders ADD COLUMN IF NOT EXISTS note varchar(200);',
      completeHistory: false,
    },
    {
      why: 'It is the same, written in another way',
      history,
      sql: 'CREATE TABLE IF NOT EXISTS orders (id int8 NOT NULL, total decimal, PRIMARY KEY (id));',
    },
  ],
};
