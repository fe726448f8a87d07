import type { RuleDocs } from '../rule-docs';

const history = 'CREATE TABLE orders (id bigint PRIMARY KEY);';

export const docs: RuleDocs = {
  problem: `Each strong lock has to wait until every running query of the table is done, and everybody else waits behind it. Three migrations on one table stall it three times.`,
  solution: `Put the changes of one table into one migration, unless they must not share a transaction (a constraint that is NOT VALID, and its VALIDATE).`,
  reported: [
    {
      history,
      sql: [
        'ALTER TABLE orders ADD COLUMN note text;',
        'ALTER TABLE orders ADD COLUMN total numeric;',
        'ALTER TABLE orders ADD COLUMN tax numeric;',
      ],
      message:
        '3 migrations of this change set take a strong lock on "orders": each of them waits for the longest query, with everybody else behind it',
    },
  ],
  accepted: [
    {
      why: 'Two may be what the safe way asks for',
      history,
      sql: ['ALTER TABLE orders ADD COLUMN note text;', 'ALTER TABLE orders ADD COLUMN total numeric;'],
    },
    {
      why: 'Where they are not known to ship together, each is a deploy of its own',
      history,
      sql: [
        'ALTER TABLE orders ADD COLUMN note text;',
        'ALTER TABLE orders ADD COLUMN total numeric;',
        'ALTER TABLE orders ADD COLUMN tax numeric;',
      ],
      knownChangeSet: false,
    },
  ],
};
