import type { RuleDocs } from '../rule-docs';

const history =
  'CREATE TABLE orders (id bigint, code bigint NOT NULL);\nCREATE UNIQUE INDEX orders_id ON orders (id);\nCREATE UNIQUE INDEX orders_code ON orders (code);';

export const docs: RuleDocs = {
  problem: `A primary key with \`USING INDEX\` takes a moment, if its columns are NOT NULL. If one is not, PostgreSQL reads the whole table for NULL, and nobody can read or write the table meanwhile.`,
  solution: `Make the columns NOT NULL first, with the help of a constraint that is validated apart.`,
  reported: [
    {
      history,
      sql: 'ALTER TABLE orders ADD CONSTRAINT orders_pkey PRIMARY KEY USING INDEX orders_id;',
      message:
        'This primary key stops reads and writes of "orders" (ACCESS EXCLUSIVE lock) until every row has been read for NULL in "id"',
    },
    {
      history:
        'CREATE TABLE orders (id bigint, code bigint NOT NULL);\nCREATE UNIQUE INDEX orders_id ON orders (id);\nCREATE UNIQUE INDEX orders_code ON orders (code);\nALTER TABLE orders ADD CHECK (id IS NOT NULL);',
      sql: 'ALTER TABLE orders ADD CONSTRAINT orders_pkey PRIMARY KEY USING INDEX orders_id;',
      postgres: 11,
      message:
        'This primary key stops reads and writes of "orders" (ACCESS EXCLUSIVE lock) until every row has been read for NULL in "id"',
    },
    {
      history: `${history}\nCREATE TABLE users (id bigint PRIMARY KEY);`,
      sql: `ALTER TABLE users ADD COLUMN name text;
ALTER TABLE orders ADD CONSTRAINT orders_pkey PRIMARY KEY USING INDEX orders_id;`,
      message:
        'This primary key stops reads and writes of "orders" (ACCESS EXCLUSIVE lock) until every row has been read for NULL in "id"; meanwhile reads and writes of "users" (ACCESS EXCLUSIVE lock) wait for what this transaction did before',
    },
    {
      completeHistory: false,
      sql: 'ALTER TABLE orders ADD CONSTRAINT orders_pkey PRIMARY KEY USING INDEX orders_id;',
      message:
        'This primary key stops reads and writes of "orders" (ACCESS EXCLUSIVE lock) until every row has been read for NULL in its columns, unless the columns are NOT NULL already or a valid CHECK says that the column is not null',
    },
  ],
  accepted: [
    {
      why: 'Nobody knows the table, but the column was made NOT NULL before',
      completeHistory: false,
      sql: 'ALTER TABLE orders ALTER COLUMN id SET NOT NULL;\nCREATE UNIQUE INDEX orders_id ON orders (id);\nALTER TABLE orders ADD CONSTRAINT orders_pkey PRIMARY KEY USING INDEX orders_id;',
      transaction: 'none',
    },
    {
      why: 'The column is NOT NULL',
      history,
      sql: 'ALTER TABLE orders ADD CONSTRAINT orders_pkey PRIMARY KEY USING INDEX orders_code;',
    },
    {
      why: 'A valid CHECK proves it (12 and later)',
      history:
        'CREATE TABLE orders (id bigint, code bigint NOT NULL);\nCREATE UNIQUE INDEX orders_id ON orders (id);\nCREATE UNIQUE INDEX orders_code ON orders (code);\nALTER TABLE orders ADD CHECK (id IS NOT NULL);',
      sql: 'ALTER TABLE orders ADD CONSTRAINT orders_pkey PRIMARY KEY USING INDEX orders_id;',
      postgres: 16,
    },
  ],
};
