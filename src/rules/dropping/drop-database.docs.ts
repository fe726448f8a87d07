import type { RuleDocs } from '../rule-docs';

export const docs: RuleDocs = {
  problem: `Every schema, table and row of the database is gone, without a way back but a backup. The command cannot be rolled back.`,
  solution: `A migration changes one database and has no business to drop another. Do it by hand, after a backup.`,
  reported: [
    {
      sql: 'DROP DATABASE shop;',
      transaction: 'none',
      message: 'All that is in database "shop" is gone with this, and only a backup brings it back',
    },
  ],
  accepted: [{ why: 'Another database is made', sql: 'CREATE DATABASE shop_copy;', transaction: 'none' }],
};
