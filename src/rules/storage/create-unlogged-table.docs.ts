import type { RuleDocs } from '../rule-docs';

export const docs: RuleDocs = {
  problem: `What is written to an unlogged table is not in the write-ahead log. After a crash the table is empty. Standbys cannot read it, and after a failover it is empty too.`,
  solution: `It is right for caches and staging tables that can be filled again. For everything else make a plain table.`,
  reported: [
    {
      sql: 'CREATE UNLOGGED TABLE sessions (id uuid PRIMARY KEY);',
      message: 'A crash of the server empties "sessions"; standbys and logical replication do not have it',
    },
  ],
  accepted: [
    { why: 'A plain table is logged', sql: 'CREATE TABLE sessions (id uuid PRIMARY KEY);' },
    {
      why: 'A temporary table ends with its session anyway',
      sql: 'CREATE TEMPORARY TABLE sessions (id uuid);',
    },
  ],
};
