import type { RuleDocs } from '../rule-docs';

export const docs: RuleDocs = {
  problem: `PostgreSQL's own parser (version 18) refuses the statement, so the migration stops there. In a transaction nothing of it remains; without one, what came before it stays.
The other statements of the file are read and judged all the same.`,
  solution: `Correct the statement. Meta-commands of psql, data of \`COPY … FROM stdin\` and the marks of migration tools are read before and are no errors.`,
  reported: [],
  accepted: [],
};
