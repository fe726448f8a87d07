import type { RuleDocs } from '../rule-docs';

const history = 'CREATE TABLE orders (id bigint PRIMARY KEY, note text);';

export const docs: RuleDocs = {
  problem: `When a deploy goes wrong, one wants to go back. A migration without a way back, or one that drops data, makes that impossible.`,
  solution: `Write the migration that goes back. Where rows are lost, keep a copy for some releases. Tools that know no way back are not concerned.`,
  reported: [
    {
      history,
      sql: 'ALTER TABLE orders ADD COLUMN total numeric;',
      hasDown: false,
      message:
        'No file takes this migration back: if it goes wrong, somebody has to write the way back under pressure',
    },
    {
      history,
      sql: 'ALTER TABLE orders DROP COLUMN note;',
      hasDown: true,
      message:
        'What DROP COLUMN removes does not come back: the way back of this migration can restore the shape, not the rows',
    },
  ],
  accepted: [
    {
      why: 'There is a way back',
      history,
      sql: 'ALTER TABLE orders ADD COLUMN total numeric;',
      hasDown: true,
    },
    { why: 'The tool knows no way back', history, sql: 'ALTER TABLE orders DROP COLUMN note;' },
  ],
};
