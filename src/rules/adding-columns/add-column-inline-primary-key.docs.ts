import type { RuleDocs } from '../rule-docs';

const history = 'CREATE TABLE orders (total numeric);';

export const docs: RuleDocs = {
  problem: `A new column that is the primary key needs a different value in every row. A plain one has none, so the statement fails as soon as there is a row. With serial, identity or a default PostgreSQL
writes the whole table again and builds the index, and nobody can read or write the table until both are done.`,
  solution: `Add a plain column with a sequence as the default, fill the old rows in batches, make the column NOT NULL with the help of a validated constraint, build the unique index with
\`CONCURRENTLY\`, and make the primary key of it.`,
  reported: [
    {
      history,
      sql: 'ALTER TABLE orders ADD COLUMN id bigserial PRIMARY KEY;',
      message:
        'Adding "id" as the primary key stops reads and writes of "orders" (ACCESS EXCLUSIVE lock) until every row has been written anew and the index is built',
    },
    {
      history,
      sql: 'ALTER TABLE orders ADD COLUMN id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY;',
      message:
        'Adding "id" as the primary key stops reads and writes of "orders" (ACCESS EXCLUSIVE lock) until every row has been written anew and the index is built',
    },
    {
      history,
      sql: 'ALTER TABLE orders ADD COLUMN id bigint PRIMARY KEY;',
      message:
        'This fails (23502) if "orders" has a row, because the key "id" has no value for it, and stops reads and writes of "orders" (ACCESS EXCLUSIVE lock) meanwhile',
    },
  ],
  accepted: [
    {
      why: 'The table was created in the same transaction: nobody else can use it yet',
      sql: 'CREATE TABLE carts (total numeric);\nALTER TABLE carts ADD COLUMN id bigserial PRIMARY KEY;',
    },
    {
      why: '`add-primary-key-without-index` speaks of a constraint of the table',
      history,
      sql: 'ALTER TABLE orders ADD COLUMN id bigint NOT NULL DEFAULT 0, ADD PRIMARY KEY (id);',
    },
  ],
};
