import type { RuleDocs } from '../rule-docs';

export const docs: RuleDocs = {
  problem: `Managed servers keep the superuser to themselves. What needs one works on the developer's machine and fails in production.`,
  solution: `Use the console or the API of the platform. Extensions that it allows are named in the parameter \`extensions\`.`,
  reported: [
    {
      sql: 'CREATE EXTENSION pg_stat_statements;',
      message:
        'CREATE EXTENSION pg_stat_statements needs a superuser: on a managed server it fails, or goes through an interface of the platform',
    },
    {
      sql: 'ALTER SYSTEM SET work_mem = 1000;',
      transaction: 'none',
      message:
        'ALTER SYSTEM needs a superuser: on a managed server it fails, or goes through an interface of the platform',
    },
  ],
  accepted: [
    { why: 'The extension is a trusted one', sql: 'CREATE EXTENSION pgcrypto;' },
    {
      why: 'The platform allows it',
      sql: 'CREATE EXTENSION vector;',
      options: { rules: { 'superuser-operation': { extensions: ['vector'] } } },
    },
  ],
};
