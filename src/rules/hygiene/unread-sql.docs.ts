import type { RuleDocs } from '../rule-docs';

export const docs: RuleDocs = {
  problem: `Silence of pgfence means: read, understood and found harmless. Some SQL cannot be read without running it: a text that a program puts together, \`EXECUTE\` of a variable in
PL/pgSQL, a call of a query builder that nobody modelled, a body in another language. Such a place may do anything, so it is listed as a *gap*, and the report says how much
of the migration has been understood.`,
  solution: `Write plain SQL where that is possible: constants instead of variables, one statement a branch. Where it is not, say in a suppression what the place does:
\`-- pgfence allow unread-sql: creates the partitions of the year, on a table nobody uses yet\`.`,
  reported: [],
  accepted: [],
};
