import type { RuleDocs } from '../rule-docs';

const history = 'CREATE TABLE orders (id bigint PRIMARY KEY);';

export const docs: RuleDocs = {
  problem: `VACUUM FULL writes every row into a new file and builds all indexes anew, which gives space back to the disk. Nobody can read or write the table until that is done.`,
  solution: `Plain VACUUM makes the space usable for new rows while everybody goes on. To give it back to the disk without closing the table there are extensions that repack
tables online.`,
  reported: [
    {
      history,
      sql: 'VACUUM FULL orders;',
      transaction: 'none',
      message:
        'Writing every row anew stops reads and writes of "orders" (ACCESS EXCLUSIVE lock) until it is done',
    },
    {
      history,
      sql: 'VACUUM (FULL, ANALYZE);',
      transaction: 'none',
      message:
        'Writing every table of the database anew stops reads and writes of each (ACCESS EXCLUSIVE lock) until it is done',
    },
  ],
  accepted: [
    { why: 'FULL is switched off', history, sql: 'VACUUM (FULL false) orders;', transaction: 'none' },
    { why: 'Plain VACUUM stops nobody', history, sql: 'VACUUM orders;', transaction: 'none' },
  ],
};
