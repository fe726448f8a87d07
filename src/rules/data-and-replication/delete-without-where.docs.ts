import type { RuleDocs } from '../rule-docs';

const history =
  'CREATE TABLE orders (id bigint PRIMARY KEY, state text);\nCREATE SCHEMA staging;\nCREATE TABLE staging.imports (id bigint);';

export const docs: RuleDocs = {
  problem: `A DELETE without WHERE empties the table. It does so row by row, locks each until the commit, fires triggers and writes each of them into the log.`,
  solution: `If all rows are meant, \`TRUNCATE\` is done at once, under a strong lock. If some are meant, say which, in batches. Tables whose rows may be lost can be named in the configuration
(\`staging\`).`,
  reported: [
    {
      history,
      sql: 'DELETE FROM orders;',
      message:
        'All rows of "orders" are gone after this, removed one by one: clients that write one of them wait until the transaction commits',
    },
    {
      history,
      sql: 'DELETE FROM orders WHERE 1 = 1;',
      message:
        'All rows of "orders" are gone after this, removed one by one: clients that write one of them wait until the transaction commits',
    },
  ],
  accepted: [
    { why: 'It says which rows', history, sql: "DELETE FROM orders WHERE state = 'test';" },
    { why: 'The table is new', sql: 'CREATE TABLE carts (id bigint);\nDELETE FROM carts;' },
    {
      why: 'Configuration says that the rows may be lost',
      history,
      sql: 'DELETE FROM staging.imports;',
      options: { staging: ['staging'] },
    },
  ],
};
