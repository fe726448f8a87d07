import type { RuleDocs } from '../rule-docs';

const history = 'CREATE TABLE orders (id bigint PRIMARY KEY);';

export const docs: RuleDocs = {
  problem: `VACUUM reads the whole table. Reads and writes go on, but other maintenance and every ALTER TABLE wait for it. If the end of the file is empty it asks for the strongest
lock, to give that part back to the disk.`,
  solution: `Autovacuum does this all the time. Where it must be now, \`VACUUM (TRUNCATE false)\` never asks for the strong lock.`,
  reported: [
    {
      history,
      sql: 'VACUUM orders;',
      transaction: 'none',
      message:
        'Other maintenance and ALTER TABLE of "orders" wait for this SHARE UPDATE EXCLUSIVE lock until it is done; at the end it may stop reads and writes for a moment, to cut off the empty end of the file (ACCESS EXCLUSIVE lock)',
    },
  ],
  accepted: [
    { why: 'TRUNCATE is switched off', history, sql: 'VACUUM (TRUNCATE false) orders;', transaction: 'none' },
    { why: 'For VACUUM FULL `vacuum-full` speaks', history, sql: 'VACUUM FULL orders;', transaction: 'none' },
  ],
};
