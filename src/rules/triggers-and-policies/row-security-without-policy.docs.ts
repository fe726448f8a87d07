import type { RuleDocs } from '../rule-docs';

const history = `CREATE TABLE orders (id bigint PRIMARY KEY, tenant bigint);
CREATE TABLE notes (id bigint PRIMARY KEY, tenant bigint);
CREATE POLICY own_notes ON notes USING (tenant = 1);`;
const message =
  '"orders" has no policy when this transaction ends: everybody but the owner reads no rows, and writes fail (42501)';

export const docs: RuleDocs = {
  problem: `Row security shows only rows that some policy lets through. Without a policy that is none: every client that is not the owner finds the table empty, and its writes fail.
Restrictive policies only take away; they let nothing through by themselves.`,
  solution: `Create the policies first, or in the same transaction.`,
  reported: [
    { history, sql: 'ALTER TABLE orders ENABLE ROW LEVEL SECURITY;', message },
    {
      history,
      sql: 'CREATE POLICY only_mine ON orders AS RESTRICTIVE USING (tenant = 1);\nALTER TABLE orders ENABLE ROW LEVEL SECURITY;',
      message:
        '"orders" has only restrictive policies when this transaction ends: everybody but the owner reads no rows, and writes fail (42501)',
    },
    {
      history,
      sql: 'ALTER TABLE orders ENABLE ROW LEVEL SECURITY;\nCREATE POLICY own_orders ON orders USING (tenant = 1);',
      transaction: 'none',
      message,
    },
    {
      sql: 'ALTER TABLE orders ENABLE ROW LEVEL SECURITY;',
      completeHistory: false,
      message: `${message}, unless it has a policy that is not known here`,
    },
  ],
  accepted: [
    { why: 'A policy exists', history, sql: 'ALTER TABLE notes ENABLE ROW LEVEL SECURITY;' },
    {
      why: 'A policy comes in the same transaction',
      history,
      sql: 'ALTER TABLE orders ENABLE ROW LEVEL SECURITY;\nCREATE POLICY own_orders ON orders USING (tenant = 1);',
    },
    {
      why: 'The table is new',
      sql: 'CREATE TABLE carts (id bigint);\nALTER TABLE carts ENABLE ROW LEVEL SECURITY;',
    },
    {
      why: 'The transaction disables it again',
      history,
      sql: 'ALTER TABLE orders ENABLE ROW LEVEL SECURITY;\nALTER TABLE orders DISABLE ROW LEVEL SECURITY;',
    },
  ],
};
