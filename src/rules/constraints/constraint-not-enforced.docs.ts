import type { RuleDocs } from '../rule-docs';

const history =
  'CREATE TABLE users (id bigint PRIMARY KEY, email text);\nCREATE TABLE orders (id bigint PRIMARY KEY, user_id bigint, quantity integer, note text);';

export const docs: RuleDocs = {
  problem: `A constraint that is \`NOT ENFORCED\` stands in the schema like any other, but PostgreSQL checks no row against it, neither old nor new.`,
  solution: `Add it as \`NOT VALID\`: new rows are checked. Validate it later.`,
  reported: [
    {
      history,
      sql: 'ALTER TABLE orders ADD CONSTRAINT orders_quantity_positive CHECK (quantity > 0) NOT ENFORCED;',
      message:
        'The constraint "orders_quantity_positive" is NOT ENFORCED: no row is ever checked, and nothing relies on it',
    },
    {
      history,
      sql: 'CREATE TABLE carts (user_id bigint REFERENCES users NOT ENFORCED);',
      message: 'This constraint is NOT ENFORCED: no row is ever checked, and nothing relies on it',
    },
    {
      history:
        'CREATE TABLE users (id bigint PRIMARY KEY, email text);\nCREATE TABLE orders (id bigint PRIMARY KEY, user_id bigint, quantity integer, note text);\nALTER TABLE orders ADD CONSTRAINT orders_user_fk FOREIGN KEY (user_id) REFERENCES users;',
      sql: 'ALTER TABLE orders ALTER CONSTRAINT orders_user_fk NOT ENFORCED;',
      message:
        'The constraint "orders_user_fk" is NOT ENFORCED: no row is ever checked, and nothing relies on it',
    },
  ],
  accepted: [
    {
      why: 'NOT VALID checks new rows',
      history,
      sql: 'ALTER TABLE orders ADD CONSTRAINT orders_quantity_positive CHECK (quantity > 0) NOT VALID;',
    },
  ],
};
