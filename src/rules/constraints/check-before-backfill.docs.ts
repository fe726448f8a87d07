import type { RuleDocs } from '../rule-docs';

const history =
  'CREATE TABLE users (id bigint PRIMARY KEY, email text);\nCREATE TABLE orders (id bigint PRIMARY KEY, user_id bigint, quantity integer, note text);';

export const docs: RuleDocs = {
  problem: `A constraint that is not valid yet still checks every row that is written. An old row that violates it cannot be updated any more, not even in another column, until somebody has filled it. That goes for every row where the column is new and empty.`,
  solution: `Fill the old rows first, then add the constraint, then fill what came in between, then validate.`,
  reported: [
    {
      history,
      sql: [
        'ALTER TABLE orders ADD CONSTRAINT orders_note_nn CHECK (note IS NOT NULL) NOT VALID;',
        "UPDATE orders SET note = '' WHERE id < 1000 AND note IS NULL;",
      ],
      message:
        'From here until "note" is filled, every UPDATE of an old row of "orders" fails (23514), even one that does not touch it',
    },
    {
      history,
      sql: [
        'ALTER TABLE orders ADD CONSTRAINT orders_note_not_null NOT NULL note NOT VALID;',
        "UPDATE orders SET note = '' WHERE id < 1000 AND note IS NULL;",
      ],
      message:
        'From here until "note" is filled, every UPDATE of an old row of "orders" fails (23502), even one that does not touch it',
    },
    {
      history,
      sql: 'ALTER TABLE orders ADD COLUMN state text, ADD CONSTRAINT orders_state_nn CHECK (state IS NOT NULL) NOT VALID;',
      message:
        'Every row of "orders" has NULL in "state", which is new: from here on each UPDATE of one of them fails (23514), and so does each INSERT that gives "state" no value',
    },
    {
      history,
      sql: "ALTER TABLE orders ADD COLUMN state text;\nALTER TABLE orders ALTER COLUMN state SET DEFAULT 'open';\nALTER TABLE orders ADD CONSTRAINT orders_state_nn NOT NULL state NOT VALID;",
      message:
        'Every row of "orders" has NULL in "state", which is new: from here on each UPDATE of one of them fails (23502), and so does each INSERT that gives "state" no value',
    },
    {
      history,
      sql: [
        "ALTER TABLE orders ALTER COLUMN note SET DEFAULT '', ADD CONSTRAINT orders_note_nn CHECK (note IS NOT NULL) NOT VALID;",
        "UPDATE orders SET note = '' WHERE id < 1000 AND note IS NULL;",
      ],
      message:
        'From here until "note" is filled, every UPDATE of an old row of "orders" fails (23514), even one that does not touch it',
    },
  ],
  accepted: [
    {
      why: 'The rows are filled before the transaction ends, so that nobody meets them empty',
      history,
      sql: "ALTER TABLE orders ADD COLUMN state text, ADD CONSTRAINT orders_state_nn CHECK (state IS NOT NULL) NOT VALID;\nUPDATE orders SET state = 'open';",
    },
    {
      why: 'The new column has a value in every row',
      history,
      sql: "ALTER TABLE orders ADD COLUMN state text DEFAULT 'open', ADD CONSTRAINT orders_state_nn CHECK (state IS NOT NULL) NOT VALID;",
    },
    {
      why: 'NULL is no violation of it',
      history,
      sql: "ALTER TABLE orders ADD COLUMN state text, ADD CONSTRAINT orders_state_check CHECK (state <> '') NOT VALID;",
    },
    {
      why: 'Between two migrations there is time to fill the column',
      history,
      sql: [
        'ALTER TABLE orders ADD COLUMN state text;',
        'ALTER TABLE orders ADD CONSTRAINT orders_state_nn CHECK (state IS NOT NULL) NOT VALID;',
      ],
    },
    {
      why: 'Named as a folder, each migration ships by itself: what a later release writes does not fill these rows',
      history,
      sql: [
        'ALTER TABLE orders ADD CONSTRAINT orders_note_nn CHECK (note IS NOT NULL) NOT VALID;',
        "UPDATE orders SET note = '' WHERE id < 1000;",
      ],
      knownChangeSet: false,
    },
    {
      why: 'Nothing is filled in this change set',
      history,
      sql: 'ALTER TABLE orders ADD CONSTRAINT orders_note_nn CHECK (note IS NOT NULL) NOT VALID;',
    },
    {
      why: 'The rows are filled first',
      history,
      sql: [
        "UPDATE orders SET note = '' WHERE id < 1000 AND note IS NULL;",
        'ALTER TABLE orders ADD CONSTRAINT orders_note_nn CHECK (note IS NOT NULL) NOT VALID;',
      ],
    },
    {
      why: 'The column has had a default since it was made',
      history,
      sql: [
        "ALTER TABLE orders ADD COLUMN state text DEFAULT 'open';",
        'ALTER TABLE orders ADD CONSTRAINT orders_state_nn CHECK (state IS NOT NULL) NOT VALID;',
        "UPDATE orders SET state = 'closed' WHERE id < 1000;",
      ],
    },
    {
      why: 'A foreign key is checked only where the key changes',
      history,
      sql: [
        'ALTER TABLE orders ADD CONSTRAINT orders_user_fk FOREIGN KEY (user_id) REFERENCES users NOT VALID;',
        'UPDATE orders SET user_id = 1 WHERE id < 1000;',
      ],
    },
  ],
};
