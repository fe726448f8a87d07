import type { RuleDocs } from '../rule-docs';

const history = "CREATE TYPE size AS ENUM ('small', 'large');";

export const docs: RuleDocs = {
  problem: `Values of an enum are sorted in the order in which they were declared. A value that is added later comes last, though it may belong in the middle, and cannot be moved.`,
  solution: `Say where it belongs: \`ADD VALUE 'medium' BEFORE 'large'\`.`,
  reported: [
    {
      history,
      sql: "ALTER TYPE size ADD VALUE 'medium';",
      message: `'medium' sorts after all other values of "size", in ORDER BY and in comparisons, and that cannot be changed later`,
    },
  ],
  accepted: [
    { why: 'It says where it belongs', history, sql: "ALTER TYPE size ADD VALUE 'medium' BEFORE 'large';" },
    {
      why: 'A new type has the order it is written in',
      sql: "CREATE TYPE size AS ENUM ('small', 'medium', 'large');",
    },
  ],
};
