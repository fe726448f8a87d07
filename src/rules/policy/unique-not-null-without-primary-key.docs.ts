import type { RuleDocs } from '../rule-docs';

export const docs: RuleDocs = {
  problem: `The columns would do for a primary key, but nobody has said so: ORMs, replication and people look for the primary key and do not find it.`,
  solution: `Write \`PRIMARY KEY\` in the place of \`UNIQUE\`.`,
  reported: [
    {
      sql: 'CREATE TABLE users (email text NOT NULL UNIQUE);',
      message: '"users" has no primary key, though "email" is unique and NOT NULL: tools do not find the key',
    },
  ],
  accepted: [
    {
      why: 'There is a primary key beside it',
      sql: 'CREATE TABLE users (id bigint PRIMARY KEY, email text NOT NULL UNIQUE);',
    },
    { why: 'It may be NULL', sql: 'CREATE TABLE users (email text UNIQUE);' },
  ],
};
