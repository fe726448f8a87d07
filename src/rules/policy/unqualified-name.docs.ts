import type { RuleDocs } from '../rule-docs';

const history = 'CREATE TABLE public.orders (id bigint, note text);';

export const docs: RuleDocs = {
  problem: `A table without a schema is looked for in the \`search_path\`, which differs between roles and databases and can be changed by whoever may create a schema. The migration then hits another
table than the one that was tested.`,
  solution: `Write \`schema.name\`.`,
  reported: [
    {
      history,
      sql: 'ALTER TABLE orders ADD COLUMN total numeric;',
      message: '"orders" is named without a schema: the search_path of whoever runs this decides what is hit',
    },
    {
      history,
      sql: 'CREATE VIEW totals AS SELECT id FROM public.orders;',
      message: '"totals" is named without a schema: the search_path of whoever runs this decides what is hit',
    },
  ],
  accepted: [
    { why: 'The schema is written', history, sql: 'ALTER TABLE public.orders ADD COLUMN total numeric;' },
    {
      why: 'A temporary table has none',
      sql: 'CREATE TEMPORARY TABLE drafts (id bigint);\nINSERT INTO drafts (id) VALUES (1);',
    },
    {
      why: 'An index stands in the schema of its table',
      history,
      sql: 'CREATE INDEX CONCURRENTLY orders_note_idx ON public.orders (note);',
      transaction: 'none',
    },
  ],
};
