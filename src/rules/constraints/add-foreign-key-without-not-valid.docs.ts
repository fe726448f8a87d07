import type { RuleDocs } from '../rule-docs';

const history =
  'CREATE TABLE users (id bigint PRIMARY KEY, email text);\nCREATE TABLE orders (id bigint PRIMARY KEY, user_id bigint, quantity integer, note text);';

export const docs: RuleDocs = {
  problem: `PostgreSQL checks that every row refers to one that exists, and until all are checked nobody can write to either table: not the one with the key, and not the one it refers to.`,
  solution: `Add the key as \`NOT VALID\`: both tables are closed for a moment only, and new rows are checked from then on. \`VALIDATE CONSTRAINT\` in the next migration checks the old rows while clients go on. For a new column that is still empty, \`REFERENCES\` at the
column itself reads nothing. Partitioned tables take \`NOT VALID\` from PostgreSQL 18 on; before, give each partition its own key first.`,
  reported: [
    {
      history,
      sql: 'ALTER TABLE orders ADD COLUMN owner_id bigint, ADD CONSTRAINT orders_owner_fk FOREIGN KEY (owner_id) REFERENCES users;',
      message:
        'This foreign key stops reads and writes of "orders" (ACCESS EXCLUSIVE lock) and writes to "users" (SHARE ROW EXCLUSIVE lock) until every row has been checked, although the new column holds nothing yet',
    },
    {
      history,
      sql: 'ALTER TABLE orders ADD FOREIGN KEY (user_id) REFERENCES users;',
      message:
        'This foreign key stops writes to "orders" and "users" (SHARE ROW EXCLUSIVE lock) until every row has been checked',
    },
    {
      history,
      sql: 'ALTER TABLE orders ADD CONSTRAINT orders_user_fk FOREIGN KEY (user_id) REFERENCES users (id) ON DELETE CASCADE;',
      message:
        'This foreign key stops writes to "orders" and "users" (SHARE ROW EXCLUSIVE lock) until every row has been checked',
    },
    {
      history,
      sql: 'ALTER TABLE orders ADD CONSTRAINT orders_user_fk FOREIGN KEY (user_id) REFERENCES users (id);',
      transaction: 'none',
      message:
        'This foreign key stops writes to "orders" and "users" (SHARE ROW EXCLUSIVE lock) until every row has been checked',
    },
    {
      history,
      sql: 'ALTER TABLE orders ADD COLUMN owner_id bigint DEFAULT 1 REFERENCES users;',
      message:
        'This foreign key stops reads and writes of "orders" (ACCESS EXCLUSIVE lock) and writes to "users" (SHARE ROW EXCLUSIVE lock) until every row has been checked',
    },
    {
      history,
      sql: 'ALTER TABLE orders ADD COLUMN owner_id bigint;\nALTER TABLE orders ADD CONSTRAINT orders_owner_fk FOREIGN KEY (owner_id) REFERENCES users;',
      message:
        'This foreign key stops writes to "orders" and "users" (SHARE ROW EXCLUSIVE lock) until every row has been checked, although the new column holds nothing yet; meanwhile reads and writes of "orders" (ACCESS EXCLUSIVE lock) wait for what this transaction did before',
    },
    {
      history:
        'CREATE TABLE users (id bigint PRIMARY KEY);\nCREATE TABLE events (id bigint, user_id bigint) PARTITION BY RANGE (id);\nCREATE TABLE events_1 PARTITION OF events FOR VALUES FROM (0) TO (100);\nCREATE TABLE events_2 PARTITION OF events FOR VALUES FROM (100) TO (200);',
      sql: 'ALTER TABLE events ADD CONSTRAINT events_user_fk FOREIGN KEY (user_id) REFERENCES users;',
      postgres: 14,
      message:
        'This foreign key stops writes to "events" and "users" (SHARE ROW EXCLUSIVE lock) until every row has been checked',
    },
    {
      history:
        'CREATE TABLE users (id bigint PRIMARY KEY, email text);\nCREATE TABLE orders (id bigint PRIMARY KEY, user_id bigint, quantity integer, note text);\nALTER TABLE orders ADD CONSTRAINT orders_user_fk FOREIGN KEY (user_id) REFERENCES users;',
      sql: 'ALTER TABLE orders DROP CONSTRAINT orders_user_fk, ADD CONSTRAINT orders_user_fk FOREIGN KEY (user_id) REFERENCES users ON DELETE CASCADE;',
      message:
        'This foreign key stops reads and writes of "orders" and "users" (ACCESS EXCLUSIVE lock) until every row has been checked',
    },
    {
      history: `${history}\nALTER TABLE orders ADD COLUMN payer_id bigint;`,
      sql: 'ALTER TABLE orders ADD FOREIGN KEY (user_id) REFERENCES users, ADD CONSTRAINT orders_payer_fk FOREIGN KEY (payer_id) REFERENCES users (id) ON DELETE SET NULL;',
      message: [
        'The foreign key on "user_id" stops writes to "orders" and "users" (SHARE ROW EXCLUSIVE lock) until every row has been checked',
        'The foreign key "orders_payer_fk" stops writes to "orders" and "users" (SHARE ROW EXCLUSIVE lock) until every row has been checked',
      ],
    },
  ],
  accepted: [
    {
      why: 'The referencing table is new: it has no rows to check',
      history,
      sql: 'CREATE TABLE carts (user_id bigint);\nALTER TABLE carts ADD FOREIGN KEY (user_id) REFERENCES users;',
    },
    {
      why: 'NOT VALID checks no old row',
      history,
      sql: 'ALTER TABLE orders ADD CONSTRAINT orders_user_fk FOREIGN KEY (user_id) REFERENCES users NOT VALID;',
    },
    {
      why: 'NOT ENFORCED checks nothing',
      history,
      sql: 'ALTER TABLE orders ADD CONSTRAINT orders_user_fk FOREIGN KEY (user_id) REFERENCES users NOT ENFORCED;',
    },
    {
      why: 'The new column is empty, and the key stands at it',
      history,
      sql: 'ALTER TABLE orders ADD COLUMN owner_id bigint REFERENCES users;',
    },
    {
      why: 'Every partition has an equal valid key, which is taken over',
      history:
        'CREATE TABLE users (id bigint PRIMARY KEY);\nCREATE TABLE events (id bigint, user_id bigint) PARTITION BY RANGE (id);\nCREATE TABLE events_1 PARTITION OF events FOR VALUES FROM (0) TO (100);\nCREATE TABLE events_2 PARTITION OF events FOR VALUES FROM (100) TO (200);\nALTER TABLE events_1 ADD CONSTRAINT events_user_fk FOREIGN KEY (user_id) REFERENCES users;\nALTER TABLE events_2 ADD CONSTRAINT events_user_fk FOREIGN KEY (user_id) REFERENCES users;',
      sql: 'ALTER TABLE events ADD CONSTRAINT events_user_fk FOREIGN KEY (user_id) REFERENCES users;',
      postgres: 16,
    },
  ],
};
