import type { RuleDocs } from '../rule-docs';

export const docs: RuleDocs = {
  problem: `DROP OWNED reads as if it took a role's rights away. It also drops every table, view, type and function that the role owns in this database, with all
rows, and without naming any of them.`,
  solution: `REASSIGN OWNED BY … TO gives the objects to another role. After it DROP OWNED finds nothing but grants.`,
  reported: [
    {
      sql: 'DROP OWNED BY reporting;',
      message:
        'This drops every table, view and function that "reporting" owns, with all rows, not only the grants',
    },
  ],
  accepted: [
    {
      why: 'The role is new and owns nothing',
      sql: 'CREATE ROLE reporting;\nGRANT USAGE ON SCHEMA public TO reporting;\nDROP OWNED BY reporting;',
    },
    {
      why: 'Its objects were given away just before: only grants are left',
      sql: 'REASSIGN OWNED BY reporting TO app;\nDROP OWNED BY reporting;',
    },
  ],
};
