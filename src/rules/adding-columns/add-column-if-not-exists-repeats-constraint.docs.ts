import type { RuleDocs } from '../rule-docs';

const history = 'CREATE TABLE orders (id bigint PRIMARY KEY, total numeric);';

export const docs: RuleDocs = {
  problem: `On PostgreSQL 11 and 12, \`ADD COLUMN IF NOT EXISTS\` passes over a column that exists, but not over what is written beside it: the check, the index, the foreign key or the sequence is made once
more with every run, under another name.`,
  solution: `Add the column alone with \`IF NOT EXISTS\`, and the constraint in a statement of its own, only where it is missing. From PostgreSQL 13 on nothing of it is repeated.`,
  reported: [
    {
      sql: 'ALTER TABLE orders ADD COLUMN IF NOT EXISTS ref text UNIQUE;',
      postgres: 12,
      completeHistory: false,
      message:
        'If "ref" is in "orders" already, this server passes over the column and still adds its index, once more with every run',
    },
    {
      history,
      sql: 'ALTER TABLE orders ADD COLUMN IF NOT EXISTS total numeric CHECK (total > 0);',
      postgres: 11,
      message:
        'If "total" is in "orders" already, this server passes over the column and still adds its CHECK, once more with every run',
    },
    {
      sql: 'ALTER TABLE orders ADD COLUMN IF NOT EXISTS number serial;',
      postgres: 12,
      completeHistory: false,
      message:
        'If "number" is in "orders" already, this server passes over the column and still adds its sequence, once more with every run',
    },
  ],
  accepted: [
    {
      why: 'From 13 on nothing is repeated',
      sql: 'ALTER TABLE orders ADD COLUMN IF NOT EXISTS ref text UNIQUE;',
      postgres: 13,
      completeHistory: false,
    },
    {
      why: 'The column is certainly absent',
      history,
      sql: 'ALTER TABLE orders ADD COLUMN IF NOT EXISTS ref text UNIQUE;',
      postgres: 12,
    },
    {
      why: 'Nothing is written beside the column',
      sql: 'ALTER TABLE orders ADD COLUMN IF NOT EXISTS ref text;',
      postgres: 12,
      completeHistory: false,
    },
  ],
};
