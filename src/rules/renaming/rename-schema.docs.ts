import type { RuleDocs } from '../rule-docs';

export const docs: RuleDocs = {
  problem: `Every query that writes the schema's name, and every search_path that holds it, points to nothing from that moment on. The rename takes no lock on the tables, so
it does not even wait for transactions that are half-way through.`,
  solution: `Create the new schema with a view for each table. When all clients use it, move the tables themselves in a quiet hour, or keep the views.`,
  reported: [
    {
      history: 'CREATE SCHEMA billing;',
      sql: 'ALTER SCHEMA billing RENAME TO accounting;',
      message:
        'From the commit on, clients that name anything in schema "billing" fail (42P01) until they know it as "accounting"; it locks no table, so it cuts in between the statements of running transactions, and no lock_timeout helps',
    },
    {
      history:
        'CREATE SCHEMA billing;\nCREATE TABLE billing.invoices (id bigint PRIMARY KEY, total numeric);\nCREATE VIEW billing.large AS SELECT id FROM billing.invoices WHERE total > 1000;',
      sql: 'ALTER SCHEMA billing RENAME TO accounting;',
      message:
        'From the commit on, clients that name anything in schema "billing" fail (42P01) until they know it as "accounting"; it locks no table, so it cuts in between the statements of running transactions, and no lock_timeout helps',
    },
  ],
  accepted: [
    {
      why: 'The schema was created by the same migration',
      sql: 'CREATE SCHEMA billing;\nALTER SCHEMA billing RENAME TO accounting;',
    },
  ],
};
