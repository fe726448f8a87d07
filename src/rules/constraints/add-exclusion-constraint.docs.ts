import type { RuleDocs } from '../rule-docs';

const history = 'CREATE TABLE bookings (room integer, during tsrange);';

export const docs: RuleDocs = {
  problem: `An exclusion constraint builds an index over the whole table, and until it is done nobody can read or write the table. There is no \`CONCURRENTLY\` and no \`NOT VALID\` for it.`,
  solution: `Create it together with a new table and move the rows over, or keep overlaps out with a trigger until there is a quiet hour.`,
  reported: [
    {
      history,
      sql: 'ALTER TABLE bookings ADD CONSTRAINT bookings_apart EXCLUDE USING gist (during WITH &&);',
      message:
        'This exclusion constraint stops reads and writes of "bookings" (ACCESS EXCLUSIVE lock) until its index is built; it has no form that lets clients go on',
    },
  ],
  accepted: [
    {
      why: 'The table was created in the same transaction: nobody else can use it yet',
      history,
      sql: 'CREATE TABLE stays (during tsrange);\nALTER TABLE stays ADD EXCLUDE USING gist (during WITH &&);',
    },
  ],
};
