import type { RuleDocs } from '../rule-docs';

const history =
  'CREATE DOMAIN email AS text;\nCREATE TABLE users (id bigint, email email);\nCREATE TABLE orders (id bigint, contact email);';

export const docs: RuleDocs = {
  problem: `A new condition of a domain is checked in every row of every table that has a column of it. PostgreSQL locks all those tables at once, and nobody can write to any of them until the last is read. \`VALIDATE CONSTRAINT\` of a domain is no better.`,
  solution: `Add the condition as \`NOT VALID\`: no table is locked, and new values are checked. Validate it in a quiet hour, or put the condition on each table as a CHECK, which can be validated one by one without stopping anybody.`,
  reported: [
    {
      history,
      sql: "ALTER DOMAIN email ADD CONSTRAINT email_has_at CHECK (VALUE LIKE '%@%');",
      message:
        'This stops writes to "users" and "orders" (SHARE lock) together until all their rows have been read',
    },
    {
      history,
      sql: 'ALTER DOMAIN email SET NOT NULL;',
      message:
        'This stops writes to "users" and "orders" (SHARE lock) together until all their rows have been read',
    },
    {
      history:
        "CREATE DOMAIN email AS text;\nCREATE TABLE users (id bigint, email email);\nCREATE TABLE orders (id bigint, contact email);\nALTER DOMAIN email ADD CONSTRAINT email_has_at CHECK (VALUE LIKE '%@%') NOT VALID;",
      sql: 'ALTER DOMAIN email VALIDATE CONSTRAINT email_has_at;',
      message:
        'This stops writes to "users" and "orders" (SHARE lock) together until all their rows have been read',
    },
    {
      sql: "ALTER DOMAIN email ADD CHECK (VALUE LIKE '%@%');",
      completeHistory: false,
      message:
        'This stops writes to every table with a column of "email" (SHARE lock) until all their rows have been read, unless no table has one',
    },
    {
      history: 'CREATE DOMAIN email AS text;\nCREATE TABLE users (id bigint, mail email);',
      sql: 'ALTER DOMAIN email SET NOT NULL;',
      message: 'This stops writes to "users" (SHARE lock) until every row has been read',
    },
  ],
  accepted: [
    {
      why: 'NOT VALID locks no table',
      history,
      sql: "ALTER DOMAIN email ADD CONSTRAINT email_has_at CHECK (VALUE LIKE '%@%') NOT VALID;",
    },
    {
      why: 'No table uses it',
      history: 'CREATE DOMAIN label AS text;',
      sql: "ALTER DOMAIN label ADD CHECK (VALUE <> '');",
    },
    {
      why: 'Dropping a condition checks nothing',
      history:
        "CREATE DOMAIN email AS text;\nCREATE TABLE users (id bigint, email email);\nCREATE TABLE orders (id bigint, contact email);\nALTER DOMAIN email ADD CONSTRAINT email_has_at CHECK (VALUE LIKE '%@%') NOT VALID;",
      sql: 'ALTER DOMAIN email DROP CONSTRAINT email_has_at;',
    },
  ],
};
