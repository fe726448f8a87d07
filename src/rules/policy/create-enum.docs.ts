import type { RuleDocs } from '../rule-docs';

export const docs: RuleDocs = {
  problem: `An enum is compact and easy to write, but its values can only be added and renamed. To remove one, the type has to be replaced and every table that uses it rewritten.`,
  solution: `A \`text\` column with a CHECK can be changed without a rewrite; a table of values carries more than a name.`,
  reported: [
    {
      sql: "CREATE TYPE state AS ENUM ('new', 'paid');",
      message:
        'A value of "state" can be added and renamed later, but not removed: for that every column of the type has to be rewritten',
    },
  ],
  accepted: [
    {
      why: 'A CHECK can be changed',
      sql: "CREATE TABLE orders (state text CHECK (state IN ('new', 'paid')));",
    },
    { why: 'Other types are not meant', sql: 'CREATE TYPE point3d AS (x float8, y float8, z float8);' },
  ],
};
