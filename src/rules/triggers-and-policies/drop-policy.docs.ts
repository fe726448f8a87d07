import type { RuleDocs } from '../rule-docs';

const history = `CREATE TABLE orders (id bigint PRIMARY KEY, tenant bigint);
ALTER TABLE orders ENABLE ROW LEVEL SECURITY;
CREATE POLICY own_orders ON orders USING (tenant = 1);
CREATE POLICY not_deleted ON orders AS RESTRICTIVE USING (id > 0);
CREATE TABLE notes (id bigint);
CREATE POLICY own_notes ON notes USING (true);`;

export const docs: RuleDocs = {
  problem: `A permissive policy shows rows, a restrictive one hides some of them. If the last permissive one goes, nobody but the owner sees any row. If a restrictive one goes, clients
see rows that were hidden from them.`,
  solution: `Create the policy that shall take its place in the same transaction, or change it with ALTER POLICY.`,
  reported: [
    {
      history,
      sql: 'DROP POLICY own_orders ON orders;',
      message:
        'With "own_orders" the last policy of "orders" that lets anybody in goes: everybody but the owner reads no rows, and writes fail (42501)',
    },
    {
      history,
      sql: 'DROP POLICY not_deleted ON orders;',
      message: 'Rows that "not_deleted" hides of "orders" are visible from the commit on',
    },
    {
      sql: 'DROP POLICY own_orders ON orders;',
      completeHistory: false,
      message:
        'From the commit on "own_orders" of "orders" neither shows nor hides any rows: fewer rows are seen if it is permissive, more if it is restrictive',
    },
    {
      history: `${history}\nCREATE POLICY kept ON orders AS RESTRICTIVE USING (tenant > 0);`,
      sql: 'DROP POLICY kept ON orders;',
      message: 'Rows that "kept" hides of "orders" are visible from the commit on',
    },
  ],
  accepted: [
    {
      why: 'It is replaced in the same transaction',
      history,
      sql: 'DROP POLICY own_orders ON orders;\nCREATE POLICY own_orders ON orders USING (tenant = 2);',
    },
    { why: 'Row security is disabled for the table', history, sql: 'DROP POLICY own_notes ON notes;' },
    { why: 'The table goes too', history, sql: 'DROP POLICY own_orders ON orders;\nDROP TABLE orders;' },
    {
      why: 'IF EXISTS, and there is no such policy',
      history,
      sql: 'DROP POLICY IF EXISTS all_orders ON orders;',
    },
    {
      why: 'Where another transaction creates it again `policy-replace-gap` speaks',
      history,
      sql: 'DROP POLICY own_orders ON orders;\nCREATE POLICY own_orders ON orders USING (tenant = 2);',
      transaction: 'none',
    },
  ],
};
