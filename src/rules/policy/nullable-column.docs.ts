import type { RuleDocs } from '../rule-docs';

export const docs: RuleDocs = {
  problem: `A column is nullable unless one says otherwise. Readers then have to expect NULL in every row, though nobody meant it.`,
  solution: `Write \`NOT NULL\`. If the value may be missing, write \`NULL\`: then it is clear that it is meant.`,
  reported: [
    {
      sql: 'CREATE TABLE orders (id bigint PRIMARY KEY, note text, total numeric NOT NULL);',
      message: 'The column "note" of "orders" may be NULL, and nothing says that this is meant',
    },
  ],
  accepted: [
    {
      why: 'DEFAULT NULL says it too',
      sql: 'CREATE TABLE orders (id bigint PRIMARY KEY, note text DEFAULT NULL);',
    },
    {
      why: 'The word NULL says that it is meant',
      sql: 'CREATE TABLE orders (id bigint PRIMARY KEY, note text NULL);',
    },
    { why: 'A key is never NULL', sql: 'CREATE TABLE orders (id bigint, PRIMARY KEY (id));' },
    {
      why: 'Old columns are left alone',
      history: 'CREATE TABLE orders (id bigint PRIMARY KEY, note text);',
      sql: "ALTER TABLE orders ADD COLUMN state text NOT NULL DEFAULT 'new';",
    },
  ],
};
