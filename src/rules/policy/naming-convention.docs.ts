import type { RuleDocs } from '../rule-docs';

export const docs: RuleDocs = {
  problem: `A name with capitals, blanks or a word that SQL reserves has to be quoted wherever it is used; \`Orders\` and \`orders\` are two tables. Names that follow no rule are not found.`,
  solution: `Use small letters, digits and underscores. A team's own rules are regular expressions in the parameter \`patterns\`: \`"patterns": { "index": "_idx$" }\`.`,
  reported: [
    {
      sql: 'CREATE TABLE "Orders" (id bigint, "userId" bigint);',
      message: [
        'The table "Orders" needs quotes wherever it is written',
        'The column "userId" needs quotes wherever it is written',
      ],
    },
    {
      history: 'CREATE TABLE orders (id bigint, note text);',
      sql: 'CREATE INDEX idx_note ON orders (note);',
      options: { rules: { 'naming-convention': { patterns: { index: '_idx$' } } } },
      message: 'The index "idx_note" does not follow the pattern of the configuration: _idx$',
    },
  ],
  accepted: [
    {
      why: 'An index that is renamed follows the pattern of indexes, not that of tables',
      history: 'CREATE TABLE orders (id bigint, note text);\nCREATE INDEX note_idx ON orders (note);',
      sql: 'ALTER INDEX note_idx RENAME TO orders_note_idx;',
      options: { rules: { 'naming-convention': { patterns: { table: 's$' } } } },
    },
    { why: 'Nothing needs quotes', sql: 'CREATE TABLE orders (id bigint, user_id bigint);' },
    {
      why: 'It follows the pattern',
      history: 'CREATE TABLE orders (id bigint, note text);',
      sql: 'CREATE INDEX orders_note_idx ON orders (note);',
      options: { rules: { 'naming-convention': { patterns: { index: '_idx$' } } } },
    },
    {
      why: 'What is there is not named anew',
      history: 'CREATE TABLE "Orders" (id bigint);',
      sql: 'ALTER TABLE "Orders" ADD COLUMN note text;',
    },
  ],
};
