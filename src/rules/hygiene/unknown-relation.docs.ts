import type { RuleDocs } from '../rule-docs';

export const docs: RuleDocs = {
  problem: `The migrations of the repository begin at an empty database, and none of them has made the table that this one names. Either the name is misspelt, or the database has been changed
by hand and a new one cannot be built from the migrations.`,
  solution: `Correct the name, or add the migration that is missing. Leave the rule off where migrations begin at a database that was there before.`,
  reported: [
    {
      history: 'CREATE TABLE orders (id bigint);',
      sql: 'UPDATE odrers SET id = 2 WHERE id = 1;',
      message:
        'No migration has made "odrers": the database has changed without one, or the name is misspelt',
    },
  ],
  accepted: [
    {
      why: 'History has made it',
      history: 'CREATE TABLE orders (id bigint);',
      sql: 'UPDATE orders SET id = 2 WHERE id = 1;',
    },
    {
      why: 'History does not begin at an empty database',
      sql: 'UPDATE orders SET id = 2 WHERE id = 1;',
      completeHistory: false,
    },
    { why: 'IF EXISTS says that it may be missing', sql: 'DROP TABLE IF EXISTS orders;' },
  ],
};
