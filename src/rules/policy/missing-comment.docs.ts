import type { RuleDocs } from '../rule-docs';

export const docs: RuleDocs = {
  problem: `Whoever meets the table in two years, in a report or an error, does not know what it is for.`,
  solution: `Write \`COMMENT ON TABLE\` and \`COMMENT ON COLUMN\` in the migration that makes them. With the parameter \`columns: false\` tables alone need one.`,
  reported: [
    {
      sql: "CREATE TABLE orders (id bigint, note text);\nCOMMENT ON COLUMN orders.note IS 'What the customer wrote';",
      message: [
        '"orders" has no comment that says what it is for',
        'The column "id" of "orders" has no comment that says what it is for',
      ],
    },
    {
      history: 'CREATE TABLE orders (id bigint);',
      sql: 'ALTER TABLE orders ADD COLUMN total numeric, ADD COLUMN tax numeric;',
      message: 'The columns "total" and "tax" of "orders" have no comment that says what they are for',
    },
  ],
  accepted: [
    {
      why: 'All have one',
      sql: "CREATE TABLE orders (id bigint);\nCOMMENT ON TABLE orders IS 'Orders of the shop';\nCOMMENT ON COLUMN orders.id IS 'Number';",
    },
    {
      why: 'Configuration asks for those of tables alone',
      sql: "CREATE TABLE orders (id bigint);\nCOMMENT ON TABLE orders IS 'Orders of the shop';",
      options: { rules: { 'missing-comment': { columns: false } } },
    },
  ],
};
