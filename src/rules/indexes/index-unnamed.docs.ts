import type { RuleDocs } from '../rule-docs';

const history =
  'CREATE TABLE orders (id bigint PRIMARY KEY, email text, total numeric);\nCREATE INDEX orders_email_idx ON orders (email);';

export const docs: RuleDocs = {
  problem: `Without a name the server makes one up, and a free one each time. If a build with \`CONCURRENTLY\` fails, the next try builds an index under another name, and the invalid one of the first try stays: every write pays for it.`,
  solution: `Name the index. The parameter \`all\` asks for a name of every index.`,
  reported: [
    {
      history,
      sql: 'CREATE INDEX CONCURRENTLY ON orders (total);',
      transaction: 'none',
      message:
        'If this build fails, the next try builds another index under another name, and the INVALID one of the first try stays',
    },
    {
      history,
      sql: 'CREATE INDEX ON orders (total);',
      options: { rules: { 'index-unnamed': { all: true } } },
      message: 'The server makes up a name for this index, which later migrations have to guess',
    },
  ],
  accepted: [
    {
      why: 'It is named',
      history,
      sql: 'CREATE INDEX CONCURRENTLY orders_total_idx ON orders (total);',
      transaction: 'none',
    },
    { why: 'A plain build that fails leaves nothing', history, sql: 'CREATE INDEX ON orders (total);' },
  ],
};
