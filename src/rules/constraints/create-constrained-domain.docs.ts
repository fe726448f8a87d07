import type { RuleDocs } from '../rule-docs';

export const docs: RuleDocs = {
  problem: `A domain with a condition is convenient on the day it is made. Later, adding a column of it to a table writes the whole table anew, and changing the condition reads every table that uses it.`,
  solution: `Put the condition on the columns as a CHECK.`,
  reported: [
    {
      sql: "CREATE DOMAIN email AS text CHECK (VALUE LIKE '%@%');",
      message:
        'Adding a column of "email" to a table rewrites the table, and every later change of its conditions reads all tables that use it',
    },
    {
      sql: 'CREATE DOMAIN code AS text NOT NULL;',
      message:
        'Adding a column of "code" to a table rewrites the table, and every later change of its conditions reads all tables that use it',
    },
  ],
  accepted: [{ why: 'A domain without a condition is only a name', sql: 'CREATE DOMAIN email AS text;' }],
};
