import type { RuleDocs } from '../rule-docs';

const history =
  'CREATE TABLE users (id bigint PRIMARY KEY, email text);\nCREATE TABLE orders (id bigint PRIMARY KEY, user_id bigint, quantity integer, note text);';

export const docs: RuleDocs = {
  problem: `When a row of the referenced table is deleted, or its key changes, PostgreSQL looks for rows that refer to it. Without an index that begins with the columns of the key, it reads the whole referring table, and does so again for each deleted row.`,
  solution: `Build an index on the columns of the key with \`CREATE INDEX CONCURRENTLY\`, before the key. If rows of the referenced table are never deleted, name the table in the parameter \`permanent\`.`,
  reported: [
    {
      history,
      sql: 'ALTER TABLE orders ADD CONSTRAINT orders_user_fk FOREIGN KEY (user_id) REFERENCES users NOT VALID;',
      message:
        'No index begins with "user_id": each DELETE or change of a key in "users" reads the whole of "orders", row by row',
    },
    {
      history,
      sql: 'CREATE TABLE carts (id bigint PRIMARY KEY, user_id bigint REFERENCES users, owner_id bigint REFERENCES users);',
      message:
        'No index begins with "user_id": each DELETE or change of a key in "users" reads the whole of "carts", row by row; so it is with 1 other key of the table',
    },
    {
      history:
        'CREATE TABLE users (id bigint PRIMARY KEY, email text);\nCREATE TABLE orders (id bigint PRIMARY KEY, user_id bigint, quantity integer, note text);\nALTER TABLE orders ADD CONSTRAINT orders_user_fk FOREIGN KEY (user_id) REFERENCES users;\nCREATE INDEX orders_user_idx ON orders (user_id);',
      sql: 'DROP INDEX orders_user_idx;',
      message:
        'No index begins with "user_id": each DELETE or change of a key in "users" reads the whole of "orders", row by row',
    },
  ],
  accepted: [
    {
      why: 'An index follows in the same change set',
      history,
      sql: [
        'CREATE TABLE carts (id bigint PRIMARY KEY, user_id bigint REFERENCES users);',
        'CREATE INDEX carts_user_idx ON carts (user_id);',
      ],
    },
    {
      why: 'There is one',
      history:
        'CREATE TABLE users (id bigint PRIMARY KEY, email text);\nCREATE TABLE orders (id bigint PRIMARY KEY, user_id bigint, quantity integer, note text);\nCREATE INDEX orders_user_idx ON orders (user_id, note);',
      sql: 'ALTER TABLE orders ADD CONSTRAINT orders_user_fk FOREIGN KEY (user_id) REFERENCES users NOT VALID;',
    },
    {
      why: 'The primary key begins with the column',
      history,
      sql: 'CREATE TABLE memberships (user_id bigint REFERENCES users, cart bigint, PRIMARY KEY (user_id, cart));',
    },
    {
      why: 'A partial index that leaves out only NULL is used',
      history,
      sql: 'CREATE TABLE carts (user_id bigint REFERENCES users);\nCREATE INDEX carts_user_idx ON carts (user_id) WHERE user_id IS NOT NULL;',
    },
    {
      why: 'Its columns may stand in any order',
      history: 'CREATE TABLE pairs (x bigint, y bigint, PRIMARY KEY (x, y));',
      sql: 'CREATE TABLE lines (a bigint, b bigint, FOREIGN KEY (a, b) REFERENCES pairs (x, y));\nCREATE INDEX lines_idx ON lines (b, a);',
    },
    {
      why: 'Rows of the referenced table are never deleted',
      history,
      sql: 'CREATE TABLE carts (user_id bigint REFERENCES users);',
      options: { rules: { 'foreign-key-missing-index': { permanent: ['users'] } } },
    },
    {
      why: 'The history of the table is not known',
      sql: 'ALTER TABLE orders ADD CONSTRAINT orders_user_fk FOREIGN KEY (user_id) REFERENCES users NOT VALID;',
      completeHistory: false,
    },
  ],
};
