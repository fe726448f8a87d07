import type { RuleDocs } from '../rule-docs';

const history =
  'CREATE TABLE users (id bigint PRIMARY KEY, email text);\nCREATE TABLE orders (id bigint PRIMARY KEY, user_id bigint, quantity integer, note text);';

export const docs: RuleDocs = {
  problem: `If the column is \`integer\` and the key it refers to \`bigint\`, the day comes on which a row exists that the column cannot name. Until then every comparison needs a cast, which can keep an index from being used.`,
  solution: `Give both columns the same type.`,
  reported: [
    {
      history,
      sql: 'CREATE TABLE carts (user_id integer REFERENCES users);',
      message:
        '"user_id" is integer and refers to "id", which is bigint: comparing them needs a cast, and the narrower one ends first',
    },
    {
      history,
      sql: 'ALTER TABLE orders ADD CONSTRAINT orders_user_fk FOREIGN KEY (quantity) REFERENCES users NOT VALID;',
      message:
        '"quantity" is integer and refers to "id", which is bigint: comparing them needs a cast, and the narrower one ends first',
    },
    {
      history: 'CREATE TABLE rates (id numeric PRIMARY KEY);',
      sql: 'CREATE TABLE carts (rate_id bigint REFERENCES rates);',
      message:
        '"rate_id" is bigint and refers to "id", which is numeric: comparing them needs a cast, and the narrower one ends first',
    },
    {
      history,
      sql: 'ALTER TABLE orders ADD COLUMN note_id numeric(20, 0), ADD COLUMN owner_id integer REFERENCES users ON DELETE CASCADE;',
      message:
        '"owner_id" is integer and refers to "id", which is bigint: comparing them needs a cast, and the narrower one ends first',
    },
    {
      history:
        'CREATE TABLE lines (order_id bigint, line serial, PRIMARY KEY (order_id, line));\nCREATE TABLE parcels (id bigint PRIMARY KEY, order_id integer NOT NULL, line bigint);',
      sql: 'ALTER TABLE parcels ADD FOREIGN KEY (order_id, line) REFERENCES lines (order_id, line);',
      message: [
        '"order_id" is integer and refers to "order_id", which is bigint: comparing them needs a cast, and the narrower one ends first',
        '"line" is bigint and refers to "line", which is integer: comparing them needs a cast, and the narrower one ends first',
      ],
    },
    {
      history,
      sql: 'CREATE TABLE parcels (id bigint, "user_id" integer, CHECK (id > 0), FOREIGN KEY (user_id) REFERENCES users);',
      message:
        '"user_id" is integer and refers to "id", which is bigint: comparing them needs a cast, and the narrower one ends first',
    },
  ],
  accepted: [
    { why: 'The types are equal', history, sql: 'CREATE TABLE carts (user_id bigint REFERENCES users);' },
    {
      why: 'text and varchar hold the same',
      history: 'CREATE TABLE codes (code text PRIMARY KEY);',
      sql: 'CREATE TABLE carts (user_code varchar(10) REFERENCES codes);',
    },
    {
      why: 'serial is an integer',
      history: 'CREATE TABLE people (id serial PRIMARY KEY);',
      sql: 'CREATE TABLE carts (user_id integer REFERENCES people);',
    },
  ],
};
