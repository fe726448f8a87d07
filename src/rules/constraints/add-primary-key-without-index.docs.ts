import type { RuleDocs } from '../rule-docs';

const history = 'CREATE TABLE orders (id bigint, code bigint NOT NULL);';

export const docs: RuleDocs = {
  problem: `A primary key builds an index over the whole table, and first reads every row if a column may be NULL. Until both are done nobody can read or write the table.`,
  solution: `Make the columns NOT NULL with the help of a constraint that is validated apart, build the index with \`CREATE UNIQUE INDEX CONCURRENTLY\`, then add the key with \`USING INDEX\`, which takes a moment.`,
  reported: [
    {
      history,
      sql: 'ALTER TABLE orders ADD PRIMARY KEY (code);',
      message:
        'This primary key stops reads and writes of "orders" (ACCESS EXCLUSIVE lock) until its index is built',
    },
    {
      history,
      sql: 'ALTER TABLE orders ADD CONSTRAINT orders_pkey PRIMARY KEY (id);',
      message:
        'This primary key stops reads and writes of "orders" (ACCESS EXCLUSIVE lock) until every row has been read for NULL and the index is built',
    },
    {
      history: 'CREATE TABLE users (id bigint CONSTRAINT users_pkey PRIMARY KEY, email text NOT NULL);',
      sql: 'ALTER TABLE users DROP CONSTRAINT users_pkey, ADD CONSTRAINT users_pkey PRIMARY KEY (email);',
      message:
        'This primary key stops reads and writes of "users" (ACCESS EXCLUSIVE lock) until its index is built',
    },
    {
      history: 'CREATE TABLE orders (id bigint PRIMARY KEY, shop_id bigint NOT NULL);',
      sql: 'ALTER TABLE orders DROP CONSTRAINT orders_pkey;\nALTER TABLE orders ADD CONSTRAINT orders_pkey PRIMARY KEY (id, shop_id);',
      message:
        'This primary key stops reads and writes of "orders" (ACCESS EXCLUSIVE lock) until its index is built',
    },
    {
      history:
        'CREATE TABLE blocks (id bigint PRIMARY KEY, person_id bigint NOT NULL, other_id bigint NOT NULL, UNIQUE (person_id, other_id));',
      sql: 'ALTER TABLE blocks DROP COLUMN id, ADD PRIMARY KEY (person_id, other_id), DROP CONSTRAINT blocks_person_id_other_id_key;',
      message:
        'This primary key stops reads and writes of "blocks" (ACCESS EXCLUSIVE lock) until its index is built',
    },
  ],
  accepted: [
    {
      why: 'The table was created in the same transaction: nobody else can use it yet',
      history,
      sql: 'CREATE TABLE carts (id bigint);\nALTER TABLE carts ADD PRIMARY KEY (id);',
    },
    {
      why: 'The key takes an index over',
      history:
        'CREATE TABLE orders (id bigint, code bigint NOT NULL);\nCREATE UNIQUE INDEX orders_code ON orders (code);',
      sql: 'ALTER TABLE orders ADD CONSTRAINT orders_pkey PRIMARY KEY USING INDEX orders_code;',
    },
    {
      why: '`add-column-inline-primary-key` speaks',
      history,
      sql: 'ALTER TABLE orders ADD COLUMN number bigserial PRIMARY KEY;',
    },
  ],
};
