import type { RuleDocs } from '../rule-docs';

export const docs: RuleDocs = {
  problem: `Programs of the team rely on columns that every table has: when a row was made, to whom it belongs. One table without them breaks such a program, or hides its rows.`,
  solution: `Add the column. Which ones they are is the parameter \`columns\`; tables that need none are named in \`except\`.`,
  reported: [
    {
      sql: 'CREATE TABLE orders (id bigint);',
      message: '"orders" lacks "created_at", which every table must have',
    },
    {
      sql: 'CREATE TABLE orders (id bigint);',
      options: { rules: { 'missing-column': { columns: ['tenant_id', 'id'] } } },
      message: '"orders" lacks "tenant_id", which every table must have',
    },
  ],
  accepted: [
    { why: 'It has it', sql: 'CREATE TABLE orders (id bigint, created_at timestamptz);' },
    {
      why: 'It is added later in the change set',
      sql: 'CREATE TABLE orders (id bigint);\nALTER TABLE orders ADD COLUMN created_at timestamptz;',
    },
    {
      why: 'Configuration leaves join tables out',
      sql: 'CREATE TABLE orders_products (order_id bigint, product_id bigint);',
      options: { rules: { 'missing-column': { except: ['*_products'] } } },
    },
  ],
};
