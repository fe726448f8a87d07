import type { RuleDocs } from '../rule-docs';

const history = `CREATE TABLE orders (id bigint PRIMARY KEY);
CREATE MATERIALIZED VIEW totals AS SELECT id FROM orders;`;

export const docs: RuleDocs = {
  problem: `WITH NO DATA makes the view, or empties it, without running its query. Until somebody refreshes it every query that reads it fails, and the concurrent form of REFRESH is
refused.`,
  solution: `Run a plain REFRESH in the next migration, before clients read the view.`,
  reported: [
    {
      history,
      sql: 'CREATE MATERIALIZED VIEW sums AS SELECT id FROM orders WITH NO DATA;',
      message: 'Reading "sums" fails (55000) until a plain REFRESH fills it; CONCURRENTLY cannot (0A000)',
    },
    {
      history,
      sql: 'REFRESH MATERIALIZED VIEW totals WITH NO DATA;',
      message: 'Reading "totals" fails (55000) until a plain REFRESH fills it; CONCURRENTLY cannot (0A000)',
    },
  ],
  accepted: [
    {
      why: 'A plain REFRESH follows in the same change',
      history,
      sql: [
        'CREATE MATERIALIZED VIEW sums AS SELECT id FROM orders WITH NO DATA;',
        'REFRESH MATERIALIZED VIEW sums;',
      ],
    },
    { why: 'It is filled', history, sql: 'CREATE MATERIALIZED VIEW sums AS SELECT id FROM orders;' },
  ],
};
