import type { RuleDocs } from '../rule-docs';

export const docs: RuleDocs = {
  problem: `\`serial\` is a shorthand for a sequence and a default. The sequence has an owner and grants of its own, and copies of the table draw from the same one.`,
  solution: `Use an identity column, which belongs to the table: \`bigint GENERATED ALWAYS AS IDENTITY\`.`,
  reported: [
    {
      sql: 'CREATE TABLE orders (id bigserial PRIMARY KEY);',
      message:
        'The column "id" of "orders" is bigserial: its sequence has grants of its own, and whoever may INSERT needs them too',
    },
  ],
  accepted: [
    {
      why: 'It is an identity column',
      sql: 'CREATE TABLE orders (id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY);',
    },
    {
      why: '`add-column-serial` speaks of columns that are added',
      history: 'CREATE TABLE orders (note text);',
      sql: 'ALTER TABLE orders ADD COLUMN id bigserial;',
    },
  ],
};
