import type { RuleDocs } from '../rule-docs';

const history = `CREATE TABLE orders (id bigint PRIMARY KEY, total numeric);
CREATE MATERIALIZED VIEW totals AS SELECT id, total FROM orders;
CREATE MATERIALIZED VIEW empty_totals AS SELECT id, total FROM orders WITH NO DATA;`;
const message =
  'Reads of "totals" wait for this ACCESS EXCLUSIVE lock while its query runs, and until the transaction commits';

export const docs: RuleDocs = {
  problem: `REFRESH MATERIALIZED VIEW fills a new file and swaps it in. Nobody can read the view from the start of its query until the transaction commits.`,
  solution: `\`REFRESH MATERIALIZED VIEW CONCURRENTLY\` lets readers go on. It needs a unique index on plain columns of the view, without WHERE, and takes longer.`,
  reported: [{ history, sql: 'REFRESH MATERIALIZED VIEW totals;', message }],
  accepted: [
    {
      why: 'The view is new',
      history,
      sql: 'CREATE MATERIALIZED VIEW sums AS SELECT id FROM orders;\nREFRESH MATERIALIZED VIEW sums;',
    },
    {
      why: 'The view was never filled: nobody can read it yet',
      history,
      sql: 'REFRESH MATERIALIZED VIEW empty_totals;',
    },
    {
      why: 'WITH NO DATA runs no query: `materialized-view-without-data` speaks',
      history,
      sql: 'REFRESH MATERIALIZED VIEW totals WITH NO DATA;',
    },
    {
      why: 'CONCURRENTLY lets readers go on',
      history: `${history}\nCREATE UNIQUE INDEX totals_id ON totals (id);`,
      sql: 'REFRESH MATERIALIZED VIEW CONCURRENTLY totals;',
    },
  ],
};
