import type { RuleDocs } from '../rule-docs';

export const docs: RuleDocs = {
  problem: `Without a version CREATE EXTENSION takes the newest that is installed on the server. Functions and types differ between versions, so that a migration works on one server and fails on
another.`,
  solution: `Name the version, and update it by a migration of its own.`,
  reported: [
    {
      sql: 'CREATE EXTENSION citext;',
      message:
        '"citext" is created in the version that the server happens to have: another server gets another one',
    },
  ],
  accepted: [{ why: 'It names the version', sql: "CREATE EXTENSION citext VERSION '1.6';" }],
};
