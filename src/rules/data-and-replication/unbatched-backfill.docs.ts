import type { RuleDocs } from '../rule-docs';

const history =
  'CREATE TABLE users (id bigint PRIMARY KEY, country text);\nCREATE TABLE orders (id bigint PRIMARY KEY, user_id bigint, country text, state text);';

export const docs: RuleDocs = {
  problem: `A changed row stays locked until the transaction commits. Whoever wants to change one of a million rows that are being updated waits for all of them (measured: with a million
rows the slowest requests took 2.7 s). Besides, the table grows by a copy of every row, replicas fall behind, and VACUUM can clean up nothing meanwhile.`,
  solution: `Go through the table by its key, a few thousand rows at a time, with a commit after each, outside of the migration. Tables that stay small may be named in the parameter
\`smallTables\`.`,
  reported: [
    {
      history,
      sql: "UPDATE orders SET state = 'new';",
      message:
        'This UPDATE locks all rows of "orders" until its transaction commits: clients that write one of them wait as long',
    },
    {
      history,
      sql: "UPDATE orders SET state = 'new' WHERE state IS NULL;",
      message:
        'This UPDATE locks every row that meets its condition of "orders" until its transaction commits: clients that write one of them wait as long',
    },
    {
      history,
      sql: 'UPDATE orders o SET country = u.country FROM users u WHERE u.id = o.user_id;',
      message:
        'This UPDATE locks every row that meets its condition of "orders" until its transaction commits: clients that write one of them wait as long',
    },
    {
      history,
      sql: 'INSERT INTO orders (id, user_id) SELECT 100000 + id, id FROM users;',
      message:
        'This INSERT writes into "orders" in one transaction as many rows as its query finds: what it locks stays locked, and cannot be cleaned up, until the last of them is written',
    },
    {
      history,
      sql: `DO $$ BEGIN LOOP
  WITH batch AS (SELECT id FROM orders WHERE state IS NULL LIMIT 1000)
  UPDATE orders SET state = 'new' FROM batch WHERE orders.id = batch.id;
  EXIT WHEN NOT FOUND;
END LOOP; END $$;`,
      message:
        'This UPDATE locks every row that meets its condition of "orders" until its transaction commits: clients that write one of them wait as long',
    },
    {
      history,
      sql: 'DELETE FROM orders WHERE state IS NULL;',
      message:
        'This DELETE locks every row that meets its condition of "orders" until its transaction commits: clients that write one of them wait as long',
    },
    {
      history: 'CREATE TABLE orders (id bigint PRIMARY KEY, placed_at timestamptz);',
      sql: "DELETE FROM orders WHERE placed_at < now() - interval '1 year';",
      message:
        'This DELETE locks every row that meets its condition of "orders" until its transaction commits: clients that write one of them wait as long',
    },
    {
      completeHistory: false,
      sql: "DELETE FROM orders WHERE placed_at < now() - interval '1 year';",
      message:
        'This DELETE locks every row that meets its condition of "orders" until its transaction commits: clients that write one of them wait as long',
    },
    {
      history,
      sql: 'INSERT INTO orders (id, user_id) SELECT 100000 + u.id, u.id FROM users u WHERE u.country IS NOT NULL;',
      message:
        'This INSERT writes into "orders" in one transaction as many rows as its query finds: what it locks stays locked, and cannot be cleaned up, until the last of them is written',
    },
    {
      history,
      sql: 'INSERT INTO orders (id, user_id) SELECT u.id, u.id FROM users u WHERE NOT EXISTS (SELECT 1 FROM orders o WHERE o.user_id = u.id);',
      message:
        'This INSERT writes into "orders" in one transaction as many rows as its query finds: what it locks stays locked, and cannot be cleaned up, until the last of them is written',
    },
    {
      history,
      sql: "DELETE FROM users WHERE country LIKE 'A%';",
      message:
        'This DELETE locks every row that meets its condition of "users" until its transaction commits: clients that write one of them wait as long',
    },
    {
      history,
      sql: "UPDATE orders SET state = 'new' WHERE country = 'AT';\nDELETE FROM users WHERE country IN ('AT', 'DE');",
      transaction: 'none',
      message: [
        'This UPDATE locks every row that meets its condition of "orders" until its transaction commits: clients that write one of them wait as long',
        'This DELETE locks every row that meets its condition of "users" until its transaction commits: clients that write one of them wait as long',
      ],
    },
  ],
  accepted: [
    {
      why: 'A pattern without a wildcard is a comparison',
      history: `${history}\nCREATE INDEX users_country ON users (country);`,
      sql: "DELETE FROM users WHERE country LIKE 'AT';",
    },
    {
      why: 'What is called like a key has few rows of each value',
      history,
      sql: "UPDATE orders SET state = 'new' WHERE user_id = 7;",
    },
    {
      why: 'Nobody knows how many rows have the value, nor whether an index leads to them',
      history: 'CREATE TABLE users (id bigint PRIMARY KEY, country text);',
      completeHistory: false,
      sql: "UPDATE orders SET state = 'new' WHERE country = 'AT';",
    },
    {
      why: 'The query of an INSERT is bounded as an UPDATE is',
      history,
      sql: 'INSERT INTO orders (id, user_id) SELECT 100000 + u.id, u.id FROM users u WHERE u.id BETWEEN 1 AND 5000;\nINSERT INTO orders (id, user_id) SELECT 200000 + u.id, u.id FROM users u JOIN orders o ON o.user_id = u.id WHERE o.id = 7;',
      transaction: 'none',
    },
    {
      why: 'It is bounded by a LIMIT',
      history,
      sql: 'INSERT INTO orders (id, user_id) SELECT 100000 + u.id, u.id FROM users u WHERE u.country IS NOT NULL LIMIT 1000;',
    },
    {
      why: 'It joins a batch that a LIMIT bounds',
      history,
      sql: "WITH batch AS (SELECT id FROM orders WHERE state IS NULL LIMIT 1000)\nUPDATE orders SET state = 'new' FROM batch WHERE orders.id = batch.id;",
      transaction: 'none',
    },
    { why: 'A key bounds it', history, sql: "UPDATE orders SET state = 'new' WHERE id BETWEEN 1 AND 5000;" },
    {
      why: 'A range with two ends bounds it, as BETWEEN does',
      history: 'CREATE TABLE orders (id bigint PRIMARY KEY, placed_at timestamptz);',
      sql: "DELETE FROM orders WHERE placed_at >= '2020-01-01' AND placed_at < '2020-02-01';",
    },
    { why: 'A range of keys bounds it', history, sql: "UPDATE orders SET state = 'new' WHERE id <= 5000;" },
    {
      why: 'A range of what is called like a key, in a table that nobody knows',
      completeHistory: false,
      sql: "UPDATE orders SET state = 'new' WHERE id <= 5000;",
    },
    {
      why: 'A list of keys bounds it',
      history,
      sql: "UPDATE orders SET state = 'new' WHERE id IN (1, 2, 3);",
    },
    {
      why: 'A subquery with LIMIT bounds it',
      history,
      sql: "UPDATE orders SET state = 'new' WHERE id IN (SELECT id FROM orders WHERE state IS NULL LIMIT 1000);",
    },
    {
      why: 'The table is new',
      sql: 'CREATE TABLE carts (id bigint, note text);\nINSERT INTO carts (id) VALUES (1);\nUPDATE carts SET note = 1;',
    },
    {
      why: 'Rows that are written out are few',
      history,
      sql: "INSERT INTO users (id, country) VALUES (1, 'AT'), (2, 'CH');",
    },
    {
      why: 'The same in the form of a query',
      history,
      sql: "INSERT INTO users (id, country) SELECT * FROM (VALUES (1, 'AT'), (2, 'CH')) AS v;\nINSERT INTO users (id) SELECT id FROM unnest(ARRAY[3, 4]) AS id;",
    },
    {
      why: 'Rows that a migration brings along, in the way it is written where they may be there',
      history,
      sql: "INSERT INTO users (id, country) SELECT 1, 'AT' WHERE NOT EXISTS (SELECT 1 FROM users WHERE id = 1);",
    },
    {
      why: 'Configuration says that the table stays small',
      history,
      sql: "UPDATE users SET country = 'AT';",
      options: { rules: { 'unbatched-backfill': { smallTables: ['users'] } } },
    },
    {
      why: 'While a strong lock is held, `backfill-under-lock` says more',
      history,
      sql: "ALTER TABLE orders ADD COLUMN note text;\nUPDATE orders SET note = '';",
    },
    { why: '`delete-without-where` speaks of the loss', history, sql: 'DELETE FROM orders;' },
    {
      why: 'Statistics say that the table is small',
      history,
      sql: "UPDATE users SET country = 'AT';",
      statistics: { users: { rows: 200 } },
    },
  ],
};
