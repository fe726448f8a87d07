import type { RuleDocs } from '../rule-docs';

const history = `CREATE TABLE orders (id bigint PRIMARY KEY, total numeric);
CREATE VIEW big_orders AS SELECT id FROM orders WHERE total > 100;
GRANT SELECT ON big_orders TO reporting;
CREATE VIEW open_orders AS SELECT id FROM orders;
CREATE MATERIALIZED VIEW totals AS SELECT id, total FROM orders;
CREATE UNIQUE INDEX totals_id ON totals (id);
CREATE FUNCTION refund(id bigint) RETURNS void LANGUAGE sql AS 'SELECT 1';
REVOKE ALL ON FUNCTION refund(bigint) FROM PUBLIC;`;

export const docs: RuleDocs = {
  problem: `A view, function or sequence that is dropped and created again is a new object. Rights that were granted on the old one are gone, so the reporting user cannot read
it any more; a function from which everybody had been shut out can be called by everybody again; a materialized view has none of its indexes; comments are lost.`,
  solution: `\`CREATE OR REPLACE\` keeps all of that. Where it is refused (a view that loses a column, another result type) grant again in the same transaction.`,
  reported: [
    {
      history,
      sql: 'DROP VIEW big_orders;\nCREATE VIEW big_orders AS SELECT id, total FROM orders WHERE total > 200;',
      message: 'View "big_orders" is dropped and created again: the grants to "reporting" are lost',
    },
    {
      history,
      sql: "DROP FUNCTION refund(bigint);\nCREATE FUNCTION refund(id bigint, why text) RETURNS void LANGUAGE sql AS 'SELECT 1';",
      message: 'Function "refund" is dropped and created again: everybody may call it again',
    },
    {
      history,
      sql: 'DROP MATERIALIZED VIEW totals;\nCREATE MATERIALIZED VIEW totals AS SELECT id, total * 2 AS total FROM orders;',
      message: 'Materialized view "totals" is dropped and created again: index "totals_id" is lost',
    },
    {
      sql: 'DROP VIEW big_orders;\nCREATE VIEW big_orders AS SELECT id FROM orders;',
      completeHistory: false,
      message: 'View "big_orders" is dropped and created again: its grants are lost, unless it had none',
    },
  ],
  accepted: [
    {
      why: 'CREATE OR REPLACE keeps them',
      history,
      sql: 'CREATE OR REPLACE VIEW big_orders AS SELECT id FROM orders WHERE total > 200;',
    },
    {
      why: 'The grants are given again',
      history,
      sql: 'DROP VIEW big_orders;\nCREATE VIEW big_orders AS SELECT id, total FROM orders;\nGRANT SELECT ON big_orders TO reporting;',
    },
    {
      why: 'Nobody ever had a right on it',
      history,
      sql: 'DROP VIEW open_orders;\nCREATE VIEW open_orders AS SELECT id, total FROM orders;',
    },
    {
      why: 'It was created by the same migration',
      history,
      sql: 'CREATE VIEW small_orders AS SELECT id FROM orders;\nDROP VIEW small_orders;\nCREATE VIEW small_orders AS SELECT id, total FROM orders;',
    },
    {
      why: 'The materialized view gets its index again',
      history,
      sql: 'DROP MATERIALIZED VIEW totals;\nCREATE MATERIALIZED VIEW totals AS SELECT id FROM orders;\nCREATE UNIQUE INDEX totals_id ON totals (id);',
    },
  ],
};
