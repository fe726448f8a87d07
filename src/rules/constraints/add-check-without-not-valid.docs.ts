import type { RuleDocs } from '../rule-docs';

const history =
  'CREATE TABLE users (id bigint PRIMARY KEY, email text);\nCREATE TABLE orders (id bigint PRIMARY KEY, user_id bigint, quantity integer, note text);';

export const docs: RuleDocs = {
  problem: `PostgreSQL reads every row to see whether it meets the condition, and while it does nobody can read or write the table. On a partitioned table all partitions are closed at once.`,
  solution: `Add it as \`NOT VALID\`: new rows are checked from then on. \`VALIDATE CONSTRAINT\` in the next migration reads the old rows while clients go on.`,
  reported: [
    {
      history,
      sql: 'ALTER TABLE orders ADD CONSTRAINT orders_quantity_positive CHECK (quantity > 0);',
      message:
        'This CHECK stops reads and writes of "orders" (ACCESS EXCLUSIVE lock) until every row has been read',
    },
    {
      history,
      sql: 'ALTER TABLE orders ADD CHECK (quantity > 0), ADD COLUMN total numeric;',
      transaction: 'none',
      message:
        'This CHECK stops reads and writes of "orders" (ACCESS EXCLUSIVE lock) until every row has been read',
    },
    {
      history,
      sql: 'ALTER TABLE orders ADD CONSTRAINT orders_note_short CHECK (char_length(note) < 80) NO INHERIT;',
      message:
        'This CHECK stops reads and writes of "orders" (ACCESS EXCLUSIVE lock) until every row has been read',
    },
    {
      history,
      sql: 'ALTER TABLE orders ADD CONSTRAINT orders_note_not_null NOT NULL note;',
      message:
        'This NOT NULL constraint stops reads and writes of "orders" (ACCESS EXCLUSIVE lock) until every row has been read',
    },
    {
      history:
        'CREATE TABLE users (id bigint PRIMARY KEY);\nCREATE TABLE events (id bigint, user_id bigint) PARTITION BY RANGE (id);\nCREATE TABLE events_1 PARTITION OF events FOR VALUES FROM (0) TO (100);\nCREATE TABLE events_2 PARTITION OF events FOR VALUES FROM (100) TO (200);',
      sql: 'ALTER TABLE events ADD CONSTRAINT events_id_check CHECK (id >= 0);',
      message:
        'This CHECK stops reads and writes of "events_1" and "events_2" (ACCESS EXCLUSIVE lock) until every row has been read',
    },
    {
      history,
      sql: "ALTER TABLE orders ADD CHECK (quantity > 0), ADD CONSTRAINT orders_note_filled CHECK (note <> ''), ADD CHECK (quantity < 1000);",
      message: [
        'The CHECK on "quantity" stops reads and writes of "orders" (ACCESS EXCLUSIVE lock) until every row has been read',
        'The CHECK "orders_note_filled" stops reads and writes of "orders" (ACCESS EXCLUSIVE lock) until every row has been read',
      ],
    },
  ],
  accepted: [
    {
      why: 'The table was created in the same transaction: nobody else can use it yet',
      history,
      sql: 'CREATE TABLE carts (quantity integer);\nALTER TABLE carts ADD CHECK (quantity > 0);',
    },
    {
      why: 'NOT VALID reads no old row',
      history,
      sql: 'ALTER TABLE orders ADD CONSTRAINT orders_quantity_positive CHECK (quantity > 0) NOT VALID;',
    },
    {
      why: 'NOT ENFORCED reads none either',
      history,
      sql: 'ALTER TABLE orders ADD CONSTRAINT orders_quantity_positive CHECK (quantity > 0) NOT ENFORCED;',
    },
    {
      why: 'A valid CHECK proves NOT NULL',
      history:
        'CREATE TABLE users (id bigint PRIMARY KEY, email text);\nCREATE TABLE orders (id bigint PRIMARY KEY, user_id bigint, quantity integer, note text);\nALTER TABLE orders ADD CHECK (note IS NOT NULL);',
      sql: 'ALTER TABLE orders ADD CONSTRAINT orders_note_not_null NOT NULL note;',
    },
    {
      why: 'Every partition has an equal valid CHECK',
      history:
        'CREATE TABLE users (id bigint PRIMARY KEY);\nCREATE TABLE events (id bigint, user_id bigint) PARTITION BY RANGE (id);\nCREATE TABLE events_1 PARTITION OF events FOR VALUES FROM (0) TO (100);\nCREATE TABLE events_2 PARTITION OF events FOR VALUES FROM (100) TO (200);\nALTER TABLE events_1 ADD CONSTRAINT events_id_check CHECK (id >= 0);\nALTER TABLE events_2 ADD CONSTRAINT events_id_check CHECK (id >= 0);',
      sql: 'ALTER TABLE events ADD CONSTRAINT events_id_check CHECK (id >= 0);',
    },
  ],
};
