import type { RuleDocs } from '../rule-docs';

const history = 'CREATE TABLE orders (id bigint PRIMARY KEY, total numeric);';

export const docs: RuleDocs = {
  problem: `LOCK TABLE takes the lock at once and keeps it until the transaction commits. Without a mode it takes ACCESS EXCLUSIVE, the strongest one: nobody can read
the table meanwhile. Of a view it locks the tables behind it.`,
  solution: `Every statement takes the lock that it needs by itself. Where rows must not change while something is read, name the weakest mode that does.`,
  reported: [
    {
      history,
      sql: 'LOCK TABLE orders;\nUPDATE orders SET total = 0 WHERE id = 1;',
      message:
        'From here until the transaction commits, reads and writes of "orders" wait for this ACCESS EXCLUSIVE lock',
    },
    {
      history,
      sql: 'LOCK TABLE orders IN SHARE ROW EXCLUSIVE MODE;\nUPDATE orders SET total = 0 WHERE id = 1;',
      message:
        'From here until the transaction commits, writes of "orders" wait for this SHARE ROW EXCLUSIVE lock',
    },
    {
      history: `${history}\nCREATE VIEW order_list AS SELECT id FROM orders;`,
      sql: 'LOCK TABLE order_list IN SHARE MODE;\nUPDATE orders SET total = 0 WHERE id = 1;',
      message:
        'From here until the transaction commits, writes of "order_list" and "orders" wait for this SHARE lock',
    },
  ],
  accepted: [
    { why: 'The table is new', sql: 'CREATE TABLE carts (id bigint);\nLOCK TABLE carts;' },
    {
      why: 'NOWAIT, and the next statement takes that lock anyway',
      history,
      sql: 'LOCK TABLE orders IN ACCESS EXCLUSIVE MODE NOWAIT;\nALTER TABLE orders ADD COLUMN note text;',
    },
    {
      why: 'ROW EXCLUSIVE is the lock of any UPDATE',
      history,
      sql: 'LOCK TABLE orders IN ROW EXCLUSIVE MODE;',
    },
    {
      why: 'A lock_timeout is in force, and the next statement takes that lock anyway',
      history,
      sql: `SET LOCAL lock_timeout = '1s';
LOCK TABLE orders IN ACCESS EXCLUSIVE MODE;
ALTER TABLE orders ADD COLUMN note text;`,
    },
  ],
};
