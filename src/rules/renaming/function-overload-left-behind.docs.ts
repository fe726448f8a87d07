import type { RuleDocs } from '../rule-docs';

const history = `CREATE FUNCTION tax(amount integer) RETURNS numeric LANGUAGE sql AS 'SELECT amount * 0.2';`;

export const docs: RuleDocs = {
  problem: `A function is known by its name and the types of its parameters. CREATE OR REPLACE with other types makes a second function. Calls that fit the old one go on to the
old code; calls that fit both fail as ambiguous.`,
  solution: `Drop the old signature: in the same migration if no running client calls it, else in a later release.`,
  reported: [
    {
      history,
      sql: "CREATE OR REPLACE FUNCTION tax(amount integer, rate numeric DEFAULT 0.2) RETURNS numeric LANGUAGE sql AS 'SELECT amount * rate';",
      message:
        '"tax" (int4, numeric) does not replace "tax" (int4), but stands beside it: calls go on to the old one, or become ambiguous (42725)',
    },
  ],
  accepted: [
    {
      why: 'The old signature is dropped in the same migration',
      history,
      sql: "CREATE OR REPLACE FUNCTION tax(amount bigint) RETURNS numeric LANGUAGE sql AS 'SELECT amount * 0.2';\nDROP FUNCTION tax(integer);",
    },
    {
      why: 'The parameter types are the same',
      history,
      sql: "CREATE OR REPLACE FUNCTION tax(amount int) RETURNS numeric LANGUAGE sql AS 'SELECT amount * 0.19';",
    },
    {
      why: 'History has several of the name: overloads are meant',
      history: `${history}\nCREATE FUNCTION tax(amount text) RETURNS numeric LANGUAGE sql AS 'SELECT 0';`,
      sql: "CREATE OR REPLACE FUNCTION tax(amount numeric) RETURNS numeric LANGUAGE sql AS 'SELECT amount * 0.2';",
    },
  ],
};
