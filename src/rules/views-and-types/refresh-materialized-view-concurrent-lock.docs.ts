import type { RuleDocs } from '../rule-docs';

const history = `CREATE TABLE orders (id bigint PRIMARY KEY);
CREATE MATERIALIZED VIEW totals AS SELECT id FROM orders;
CREATE UNIQUE INDEX totals_id ON totals (id);`;

export const docs: RuleDocs = {
  problem: `A concurrent refresh lets readers go on, but a second refresh of the same view waits until the first one has committed. In a migration it makes the deploy as long as
the query of the view.`,
  solution: `Refresh materialized views from a scheduled job.`,
  reported: [
    {
      history,
      sql: 'REFRESH MATERIALIZED VIEW CONCURRENTLY totals;',
      message:
        'Other refreshes of "totals" wait for this EXCLUSIVE lock until the transaction commits; reads go on',
    },
  ],
  accepted: [
    {
      why: 'For the plain form `refresh-materialized-view-not-concurrent` speaks',
      history,
      sql: 'REFRESH MATERIALIZED VIEW totals;',
    },
  ],
};
