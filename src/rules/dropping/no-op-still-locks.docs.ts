import type { RuleDocs } from '../rule-docs';

const history = `CREATE TABLE orders (id bigint PRIMARY KEY, total numeric, note text NOT NULL);
CREATE INDEX orders_total_idx ON orders (total);`;

export const docs: RuleDocs = {
  problem: `IF EXISTS and IF NOT EXISTS are looked at after the lock is granted. A statement that finds nothing to do has waited for every running query of the table all the
same, with everybody else behind it.`,
  solution: `Leave the statement out. Where a migration must be repeatable, give the statement a short lock_timeout.`,
  reported: [
    {
      history,
      sql: 'ALTER TABLE orders ADD COLUMN IF NOT EXISTS total numeric;',
      message:
        'Column "total" exists, so this changes nothing; reads and writes of "orders" wait for its ACCESS EXCLUSIVE lock all the same',
    },
    {
      history,
      sql: 'ALTER TABLE orders DROP COLUMN IF EXISTS tax;',
      message:
        'There is no column "tax", so this changes nothing; reads and writes of "orders" wait for its ACCESS EXCLUSIVE lock all the same',
    },
    {
      history,
      sql: 'ALTER TABLE orders DROP CONSTRAINT IF EXISTS orders_total_check;',
      message:
        'There is no constraint "orders_total_check", so this changes nothing; reads and writes of "orders" wait for its ACCESS EXCLUSIVE lock all the same',
    },
    {
      history,
      sql: 'ALTER TABLE orders ALTER COLUMN note SET NOT NULL;',
      message:
        'Column "note" is NOT NULL already, so this changes nothing; reads and writes of "orders" wait for its ACCESS EXCLUSIVE lock all the same',
    },
    {
      history,
      sql: 'CREATE INDEX IF NOT EXISTS orders_total_idx ON orders (total);',
      message:
        'Index "orders_total_idx" exists, so this changes nothing; writes of "orders" wait for its SHARE lock all the same',
    },
  ],
  accepted: [
    {
      why: 'IF NOT EXISTS may have found another table, which has the constraint',
      sql: 'CREATE TABLE IF NOT EXISTS carts (id bigint);\nALTER TABLE carts DROP CONSTRAINT IF EXISTS carts_user_fk;',
    },
    {
      why: 'The table is new',
      sql: 'CREATE TABLE carts (id bigint);\nALTER TABLE carts ADD COLUMN IF NOT EXISTS id bigint;',
    },
    {
      why: 'CREATE TABLE IF NOT EXISTS and DROP TABLE IF EXISTS take no lock where there is nothing to do',
      history,
      sql: 'CREATE TABLE IF NOT EXISTS orders (id bigint PRIMARY KEY);\nDROP TABLE IF EXISTS carts;\nDROP INDEX IF EXISTS carts_idx;',
    },
    {
      why: 'DROP TRIGGER and DROP POLICY IF EXISTS take no strong lock where there is none',
      history,
      sql: 'DROP TRIGGER IF EXISTS orders_touch ON orders;\nDROP POLICY IF EXISTS own_orders ON orders;',
    },
    {
      why: 'Another part of the statement does something, and needs the lock',
      history,
      sql: 'ALTER TABLE orders DROP COLUMN IF EXISTS tax, ADD COLUMN currency text;',
    },
    {
      why: 'The column may not be there',
      sql: 'ALTER TABLE orders ADD COLUMN IF NOT EXISTS total numeric;',
      completeHistory: false,
    },
    {
      why: 'For another definition `misleading-if-not-exists` speaks',
      history,
      sql: 'ALTER TABLE orders ADD COLUMN IF NOT EXISTS total integer;',
    },
  ],
};
