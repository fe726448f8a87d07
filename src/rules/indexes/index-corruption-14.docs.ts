import type { RuleDocs } from '../rule-docs';

const history =
  'CREATE TABLE orders (id bigint PRIMARY KEY, email text, total numeric);\nCREATE INDEX orders_email_idx ON orders (email);';

export const docs: RuleDocs = {
  problem: `PostgreSQL 14.0 to 14.3 can leave rows out of an index that is built or rebuilt with \`CONCURRENTLY\` while rows change. Queries that use the index then miss those rows, without an error.`,
  solution: `Update to 14.4 or later before the migration runs.`,
  reported: [
    {
      history,
      sql: 'CREATE INDEX CONCURRENTLY orders_total_idx ON orders (total);',
      transaction: 'none',
      postgres: 14,
      minor: 2,
      message:
        'The index may miss rows: PostgreSQL 14.2 builds indexes CONCURRENTLY with a defect that 14.4 corrects',
    },
    {
      history,
      sql: 'REINDEX TABLE CONCURRENTLY orders;',
      transaction: 'none',
      postgres: 14,
      minor: 0,
      message:
        'The index may miss rows: PostgreSQL 14.0 builds indexes CONCURRENTLY with a defect that 14.4 corrects',
    },
  ],
  accepted: [
    {
      why: '14.4 is corrected',
      history,
      sql: 'CREATE INDEX CONCURRENTLY orders_total_idx ON orders (total);',
      transaction: 'none',
      postgres: 14,
      minor: 4,
    },
    {
      why: 'The minor release is not known',
      history,
      sql: 'CREATE INDEX CONCURRENTLY orders_total_idx ON orders (total);',
      transaction: 'none',
      postgres: 14,
    },
    {
      why: 'A plain build is not concerned',
      history,
      sql: 'CREATE INDEX orders_total_idx ON orders (total);',
      postgres: 14,
      minor: 2,
    },
  ],
};
