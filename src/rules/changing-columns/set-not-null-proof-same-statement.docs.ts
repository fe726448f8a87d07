import type { RuleDocs } from '../rule-docs';

const history =
  'CREATE TABLE orders (id integer PRIMARY KEY, code varchar(50) NOT NULL, note text, total numeric(10, 2), placed_at timestamp, number serial);';

export const docs: RuleDocs = {
  problem: `\`SET NOT NULL\` can do without reading the table if a valid CHECK says that no row has NULL. But a CHECK that the same \`ALTER TABLE\` drops, validates or adds does not count, whatever the order: the whole table is read while it is closed.`,
  solution: `Two statements: first \`SET NOT NULL\`, then \`DROP CONSTRAINT\`. They may share a transaction.`,
  reported: [
    {
      history:
        'CREATE TABLE orders (id integer PRIMARY KEY, code varchar(50) NOT NULL, note text, total numeric(10, 2), placed_at timestamp, number serial);\nALTER TABLE orders ADD CONSTRAINT orders_note_nn CHECK (note IS NOT NULL) NOT VALID;\nALTER TABLE orders VALIDATE CONSTRAINT orders_note_nn;',
      sql: 'ALTER TABLE orders ALTER COLUMN note SET NOT NULL, DROP CONSTRAINT orders_note_nn;',
      postgres: 16,
      message:
        'SET NOT NULL on "note" stops reads and writes of "orders" (ACCESS EXCLUSIVE lock) until every row has been read: the statement that drops "orders_note_nn" cannot use it as a proof',
    },
    {
      history:
        'CREATE TABLE orders (id integer PRIMARY KEY, code varchar(50) NOT NULL, note text, total numeric(10, 2), placed_at timestamp, number serial);\nALTER TABLE orders ADD CONSTRAINT orders_note_nn CHECK (note IS NOT NULL) NOT VALID;',
      sql: 'ALTER TABLE orders VALIDATE CONSTRAINT orders_note_nn, ALTER COLUMN note SET NOT NULL;',
      postgres: 16,
      message:
        'SET NOT NULL on "note" stops reads and writes of "orders" (ACCESS EXCLUSIVE lock) until every row has been read: the statement that validates "orders_note_nn" cannot use it as a proof',
    },
    {
      history,
      sql: 'ALTER TABLE orders ADD CONSTRAINT orders_note_nn CHECK (note IS NOT NULL), ALTER COLUMN note SET NOT NULL;',
      postgres: 16,
      message:
        'SET NOT NULL on "note" stops reads and writes of "orders" (ACCESS EXCLUSIVE lock) until every row has been read: the statement that adds "orders_note_nn" cannot use it as a proof',
    },
  ],
  accepted: [
    {
      why: 'Two statements in one transaction',
      history:
        'CREATE TABLE orders (id integer PRIMARY KEY, code varchar(50) NOT NULL, note text, total numeric(10, 2), placed_at timestamp, number serial);\nALTER TABLE orders ADD CONSTRAINT orders_note_nn CHECK (note IS NOT NULL) NOT VALID;\nALTER TABLE orders VALIDATE CONSTRAINT orders_note_nn;',
      sql: 'ALTER TABLE orders ALTER COLUMN note SET NOT NULL;\nALTER TABLE orders DROP CONSTRAINT orders_note_nn;',
      postgres: 16,
    },
    {
      why: 'Another valid CHECK proves it',
      history:
        'CREATE TABLE orders (id integer PRIMARY KEY, code varchar(50) NOT NULL, note text, total numeric(10, 2), placed_at timestamp, number serial);\nALTER TABLE orders ADD CONSTRAINT orders_note_nn CHECK (note IS NOT NULL) NOT VALID;\nALTER TABLE orders VALIDATE CONSTRAINT orders_note_nn;\nALTER TABLE orders ADD CHECK (note IS NOT NULL AND total > 0);',
      sql: 'ALTER TABLE orders ALTER COLUMN note SET NOT NULL, DROP CONSTRAINT orders_note_nn;',
      postgres: 16,
    },
    {
      why: 'On 11 nothing proves it: `set-not-null` speaks',
      history:
        'CREATE TABLE orders (id integer PRIMARY KEY, code varchar(50) NOT NULL, note text, total numeric(10, 2), placed_at timestamp, number serial);\nALTER TABLE orders ADD CONSTRAINT orders_note_nn CHECK (note IS NOT NULL) NOT VALID;\nALTER TABLE orders VALIDATE CONSTRAINT orders_note_nn;',
      sql: 'ALTER TABLE orders ALTER COLUMN note SET NOT NULL, DROP CONSTRAINT orders_note_nn;',
      postgres: 11,
    },
  ],
};
