import type { RuleDocs } from '../rule-docs';

const history = `CREATE TABLE orders (id bigint PRIMARY KEY);
CREATE UNLOGGED TABLE cache (id bigint PRIMARY KEY);`;

export const docs: RuleDocs = {
  problem: `Both forms copy every row into a new file, with all indexes, and nobody can read or write the table until that is done. An UNLOGGED table is emptied by a crash of the
server and is missing on standbys and in replication.`,
  solution: `There is no online form. Make a second table that is as wanted, copy the rows in batches, and swap the names; or choose a quiet hour.`,
  reported: [
    {
      history,
      sql: 'ALTER TABLE cache SET LOGGED;',
      message:
        'Writing every row anew stops reads and writes of "cache" (ACCESS EXCLUSIVE lock) until it is done',
    },
    {
      history,
      sql: 'ALTER TABLE orders SET UNLOGGED;',
      message:
        'Writing every row anew stops reads and writes of "orders" (ACCESS EXCLUSIVE lock) until it is done; from then on a crash empties it, and standbys do not have it',
    },
  ],
  accepted: [
    { why: 'It is in that state already', history, sql: 'ALTER TABLE orders SET LOGGED;' },
    {
      why: 'The table is new',
      sql: 'CREATE UNLOGGED TABLE carts (id bigint);\nALTER TABLE carts SET LOGGED;',
    },
    {
      why: 'The server refuses it while a logged table refers to the table',
      history: `${history}\nCREATE TABLE order_lines (order_id bigint REFERENCES orders);`,
      sql: 'ALTER TABLE orders SET UNLOGGED;',
    },
    {
      why: 'The server refuses it where the table is published',
      history: 'CREATE TABLE orders (id bigint PRIMARY KEY);\nCREATE PUBLICATION audit FOR TABLE orders;',
      sql: 'ALTER TABLE orders SET UNLOGGED;',
    },
  ],
};
