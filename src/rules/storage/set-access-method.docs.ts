import type { RuleDocs } from '../rule-docs';

const history = `CREATE TABLE orders (id bigint PRIMARY KEY);
CREATE TABLE events (id bigint) PARTITION BY RANGE (id);`;

export const docs: RuleDocs = {
  problem: `Every row is read and written into a new file, with all indexes, and nobody can read or write the table until that is done. A transaction that began before sees the
table empty afterwards.`,
  solution: `There is no online form. Make a second table with the access method, copy the rows in batches, and swap the names.`,
  reported: [
    {
      history,
      sql: 'ALTER TABLE orders SET ACCESS METHOD columnar;',
      message:
        'Writing every row anew in another access method stops reads and writes of "orders" (ACCESS EXCLUSIVE lock) until it is done',
    },
  ],
  accepted: [
    {
      why: 'The table is new',
      sql: 'CREATE TABLE carts (id bigint);\nALTER TABLE carts SET ACCESS METHOD columnar;',
    },
    { why: 'It has that access method', history, sql: 'ALTER TABLE orders SET ACCESS METHOD heap;' },
    {
      why: 'A partitioned parent holds no rows',
      history,
      sql: 'ALTER TABLE events SET ACCESS METHOD columnar;',
    },
  ],
};
