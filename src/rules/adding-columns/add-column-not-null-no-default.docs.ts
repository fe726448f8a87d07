import type { RuleDocs } from '../rule-docs';

const history = 'CREATE TABLE orders (id bigint PRIMARY KEY, total numeric);';

export const docs: RuleDocs = {
  problem: `A NOT NULL column needs a value in every row. Without a default there is none for the rows that exist, and the statement fails with an error as soon as the table has one row. On an empty table it
goes through, and then every client that still runs the old version and does not know the column fails to insert.`,
  solution: `Give the column a default: since PostgreSQL 11 a constant costs nothing, however large the table. Once all writers name the column, drop the default. Or add the column nullable, fill it,
and make it NOT NULL afterwards.`,
  reported: [
    {
      history,
      sql: 'ALTER TABLE orders ADD COLUMN state text NOT NULL;',
      message:
        'This fails (23502) if "orders" has a row, because "state" has no value for it; on an empty table, clients that do not name "state" fail from then on',
    },
    {
      history,
      sql: 'ALTER TABLE orders ADD COLUMN state text NOT NULL DEFAULT NULL;',
      message:
        'This fails (23502) if "orders" has a row, because "state" has no value for it; on an empty table, clients that do not name "state" fail from then on',
    },
    {
      history,
      sql: 'ALTER TABLE orders ADD COLUMN state varchar(20) NOT NULL DEFAULT NULL::character varying;',
      message:
        'This fails (23502) if "orders" has a row, because "state" has no value for it; on an empty table, clients that do not name "state" fail from then on',
    },
    {
      sql: 'ALTER TABLE orders ADD COLUMN IF NOT EXISTS state text NOT NULL;',
      completeHistory: false,
      message:
        'This fails (23502) if "orders" has a row, because "state" has no value for it; on an empty table, clients that do not name "state" fail from then on, unless the column is there already',
    },
    {
      history:
        "CREATE TABLE orders (id bigint PRIMARY KEY, total numeric);\nCREATE DOMAIN label AS text DEFAULT 'x';",
      sql: 'ALTER TABLE orders ADD COLUMN state label NOT NULL;',
      postgres: 12,
      message:
        'This fails (23502) if "orders" has a row, because "state" has no value for it; on an empty table, clients that do not name "state" fail from then on',
    },
    {
      history,
      sql: 'ALTER TABLE orders ADD COLUMN state text NOT NULL, ADD COLUMN place float8 NOT NULL DEFAULT random(), ADD COLUMN title text NOT NULL;',
      message: [
        'This fails (23502) if "orders" has a row, because "state" has no value for it; on an empty table, clients that do not name "state" fail from then on',
        'This fails (23502) if "orders" has a row, because "title" has no value for it; on an empty table, clients that do not name "title" fail from then on',
      ],
    },
  ],
  accepted: [
    {
      why: 'The table was created in the same transaction: nobody else can use it yet',
      sql: 'CREATE TABLE carts (id bigint);\nALTER TABLE carts ADD COLUMN state text NOT NULL;',
    },
    {
      why: 'The table comes from an earlier migration of the same change set and holds no rows yet',
      sql: ['CREATE TABLE carts (id bigint);', 'ALTER TABLE carts ADD COLUMN state text NOT NULL;'],
    },
    {
      why: 'The default is the value of the old rows',
      history,
      sql: "ALTER TABLE orders ADD COLUMN state text NOT NULL DEFAULT 'open';",
    },
    {
      why: 'Serial and identity give each row a value',
      history,
      sql: 'ALTER TABLE orders ADD COLUMN a serial NOT NULL, ADD COLUMN b bigint NOT NULL GENERATED ALWAYS AS IDENTITY;',
    },
    {
      why: 'A generated column has a value',
      history,
      sql: 'ALTER TABLE orders ADD COLUMN gross numeric NOT NULL GENERATED ALWAYS AS (1.2) STORED;',
    },
    {
      why: 'The domain has a default (13 and later)',
      history:
        "CREATE TABLE orders (id bigint PRIMARY KEY, total numeric);\nCREATE DOMAIN label AS text DEFAULT 'x';",
      sql: 'ALTER TABLE orders ADD COLUMN state label NOT NULL;',
    },
    { why: 'A nullable column needs none', history, sql: 'ALTER TABLE orders ADD COLUMN state text;' },
  ],
};
