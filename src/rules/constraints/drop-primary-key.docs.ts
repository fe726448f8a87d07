import type { RuleDocs } from '../rule-docs';

const history =
  'CREATE TABLE users (id bigint CONSTRAINT users_pkey PRIMARY KEY, email text CONSTRAINT users_email_key UNIQUE, age integer CONSTRAINT users_age_check CHECK (age > 0));\nCREATE TABLE orders (id bigint PRIMARY KEY, user_id bigint CONSTRAINT orders_user_fk REFERENCES users, note text);';

export const docs: RuleDocs = {
  problem: `Without a primary key, \`ON CONFLICT\` and foreign keys have nothing to refer to, and logical replication cannot tell rows apart: on a published table every UPDATE and DELETE fails.`,
  solution: `Build the new unique index first, with \`CONCURRENTLY\`, and swap in one statement: \`DROP CONSTRAINT orders_pkey, ADD CONSTRAINT orders_pkey PRIMARY KEY USING INDEX orders_new\`.`,
  reported: [
    {
      history,
      sql: 'ALTER TABLE orders DROP CONSTRAINT orders_pkey;',
      message:
        '"orders" has no primary key from here on: ON CONFLICT that relied on it fails (42P10), and replication of UPDATE and DELETE stops (55000)',
    },
    {
      history: 'CREATE TABLE orders (id integer PRIMARY KEY, number bigint NOT NULL, note text);',
      sql: [
        'ALTER TABLE orders DROP CONSTRAINT orders_pkey;',
        'ALTER TABLE orders ADD CONSTRAINT orders_pkey PRIMARY KEY (number);',
      ],
      message:
        '"orders" has no primary key from here on: ON CONFLICT that relied on it fails (42P10), and replication of UPDATE and DELETE stops (55000)',
    },
    {
      sql: 'ALTER TABLE orders DROP CONSTRAINT orders_pkey;',
      completeHistory: false,
      message:
        '"orders" has no primary key from here on: ON CONFLICT that relied on it fails (42P10), and replication of UPDATE and DELETE stops (55000), unless "orders_pkey" is no primary key',
    },
  ],
  accepted: [
    {
      why: 'The statement adds another',
      history:
        'CREATE TABLE users (id bigint CONSTRAINT users_pkey PRIMARY KEY, email text CONSTRAINT users_email_key UNIQUE, age integer CONSTRAINT users_age_check CHECK (age > 0));\nCREATE TABLE orders (id bigint PRIMARY KEY, user_id bigint CONSTRAINT orders_user_fk REFERENCES users, note text);\nCREATE UNIQUE INDEX orders_new ON orders (id);',
      sql: 'ALTER TABLE orders DROP CONSTRAINT orders_pkey, ADD CONSTRAINT orders_pkey PRIMARY KEY USING INDEX orders_new;',
    },
    {
      why: 'The transaction adds another',
      history:
        'CREATE TABLE users (id bigint CONSTRAINT users_pkey PRIMARY KEY, email text CONSTRAINT users_email_key UNIQUE, age integer CONSTRAINT users_age_check CHECK (age > 0));\nCREATE TABLE orders (id bigint PRIMARY KEY, user_id bigint CONSTRAINT orders_user_fk REFERENCES users, note text);\nALTER TABLE orders ALTER COLUMN note SET NOT NULL;',
      sql: 'ALTER TABLE orders DROP CONSTRAINT orders_pkey;\nALTER TABLE orders ADD PRIMARY KEY (note);',
    },
    {
      why: 'The table is new',
      history,
      sql: 'CREATE TABLE carts (id bigint CONSTRAINT carts_pkey PRIMARY KEY);\nALTER TABLE carts DROP CONSTRAINT carts_pkey;',
    },
    { why: '`drop-constraint` speaks', history, sql: 'ALTER TABLE users DROP CONSTRAINT users_email_key;' },
  ],
};
