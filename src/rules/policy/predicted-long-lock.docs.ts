import type { RuleDocs } from '../rule-docs';

const history = 'CREATE TABLE orders (id int PRIMARY KEY, total int);';

export const docs: RuleDocs = {
  problem: `How long a table stands still depends on its size, which SQL does not tell. With statistics of the live database it can be estimated: on an idle server ten million rows take half a second
to read, some five seconds to index, some ten to rewrite.`,
  solution: `Take the safe way that the finding of the statement itself shows. This rule needs statistics of a live database, and is silent without them; the limit is the parameter \`limit\`.`,
  reported: [
    {
      history,
      sql: 'ALTER TABLE orders ALTER COLUMN total TYPE bigint;',
      statistics: { orders: { rows: 50_000_000 } },
      message:
        '"orders" has about 50,000,000 rows: the ACCESS EXCLUSIVE lock is held for some 50 s even on an idle server',
    },
  ],
  accepted: [
    {
      why: 'The table is small',
      history,
      sql: 'ALTER TABLE orders ALTER COLUMN total TYPE bigint;',
      statistics: { orders: { rows: 10_000 } },
    },
    {
      why: 'Nothing grows with the table',
      history,
      sql: 'ALTER TABLE orders ADD COLUMN note text;',
      statistics: { orders: { rows: 50_000_000 } },
    },
    { why: 'There are no statistics', history, sql: 'ALTER TABLE orders ALTER COLUMN total TYPE bigint;' },
  ],
};
