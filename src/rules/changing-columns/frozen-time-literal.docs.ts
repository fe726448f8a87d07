import type { RuleDocs } from '../rule-docs';

const history =
  'CREATE TABLE orders (id integer PRIMARY KEY, code varchar(50) NOT NULL, note text, total numeric(10, 2), placed_at timestamp, number serial);';

export const docs: RuleDocs = {
  problem: `\`'now'\` is a string that PostgreSQL turns into a time, and in a default it does so once: when the migration runs. Every row that is inserted later gets that moment.`,
  solution: `Write \`now()\`, \`CURRENT_DATE\` or another function: it is called at each INSERT.`,
  reported: [
    {
      history,
      sql: "CREATE TABLE carts (id bigint, created_at timestamptz DEFAULT 'now');",
      message:
        '\'now\' is read once, when this migration runs: every later row gets that moment in "created_at", not the moment of its INSERT',
    },
    {
      history,
      sql: "ALTER TABLE orders ADD COLUMN created_on date DEFAULT 'today'::date;",
      message:
        '\'today\' is read once, when this migration runs: every later row gets that moment in "created_on", not the moment of its INSERT',
    },
    {
      history,
      sql: "ALTER TABLE orders ALTER COLUMN placed_at SET DEFAULT 'now()';",
      message:
        '\'now()\' is read once, when this migration runs: every later row gets that moment in "placed_at", not the moment of its INSERT',
    },
    {
      history,
      sql: "ALTER TABLE orders ADD COLUMN due date DEFAULT 'tomorrow', ADD COLUMN since timestamp DEFAULT CAST('yesterday' AS timestamp);",
      message: [
        '\'tomorrow\' is read once, when this migration runs: every later row gets that moment in "due", not the moment of its INSERT',
        '\'yesterday\' is read once, when this migration runs: every later row gets that moment in "since", not the moment of its INSERT',
      ],
    },
  ],
  accepted: [
    {
      why: 'now() is called at each INSERT',
      history,
      sql: 'ALTER TABLE orders ALTER COLUMN placed_at SET DEFAULT now();',
    },
    {
      why: 'So are CURRENT_DATE and its kin',
      history,
      sql: 'CREATE TABLE carts (d date DEFAULT CURRENT_DATE, t timestamp DEFAULT LOCALTIMESTAMP);',
    },
    {
      why: 'A cast through text is read at each INSERT',
      history,
      sql: "ALTER TABLE orders ADD COLUMN created_on date DEFAULT ('now'::text)::date;",
    },
    {
      why: 'In a text column it is only a word',
      history,
      sql: "ALTER TABLE orders ALTER COLUMN note SET DEFAULT 'now';",
    },
    {
      why: 'Any other moment is meant',
      history,
      sql: "ALTER TABLE orders ALTER COLUMN placed_at SET DEFAULT '1970-01-01';",
    },
  ],
};
