import type { RuleDocs } from '../rule-docs';

const history = 'CREATE TABLE orders (id bigint PRIMARY KEY);';

export const docs: RuleDocs = {
  problem: `CLUSTER writes every row into a new file in the order of an index, and builds all indexes anew. Nobody can read or write the table until that is done.`,
  solution: `PostgreSQL has no online form. Extensions that repack tables do the same while everybody goes on; otherwise choose a quiet hour.`,
  reported: [
    {
      history,
      sql: 'CLUSTER orders USING orders_pkey;',
      message:
        'Writing every row anew in the order of an index stops reads and writes of "orders" (ACCESS EXCLUSIVE lock) until it is done',
    },
    {
      history: `${history}\nALTER TABLE orders CLUSTER ON orders_pkey;`,
      sql: 'CLUSTER;',
      transaction: 'none',
      message:
        'Writing every row anew in the order of an index stops reads and writes of "orders" (ACCESS EXCLUSIVE lock) until it is done',
    },
  ],
  accepted: [
    {
      why: 'The table is new',
      sql: 'CREATE TABLE carts (id bigint PRIMARY KEY);\nCLUSTER carts USING carts_pkey;',
    },
    {
      why: 'ALTER TABLE … CLUSTER ON only notes the index',
      history,
      sql: 'ALTER TABLE orders CLUSTER ON orders_pkey;',
    },
  ],
};
