import type { RuleDocs } from '../rule-docs';

const history =
  'CREATE TABLE users (id bigint PRIMARY KEY, email text);\nCREATE TABLE orders (id bigint PRIMARY KEY, user_id bigint, quantity integer, note text);';

export const docs: RuleDocs = {
  problem: `\`NOT VALID\` is meant to be for a while. As long as nobody validates the constraint, old rows may violate it, and PostgreSQL relies on it for nothing: not for \`SET NOT NULL\`, not for \`ATTACH PARTITION\`, not for plans.`,
  solution: `\`VALIDATE CONSTRAINT\` in the next migration. If your team validates in a later release, set the parameter \`validate\` to \`later\`.`,
  reported: [
    {
      history,
      sql: 'ALTER TABLE orders ADD CONSTRAINT orders_quantity_positive CHECK (quantity > 0) NOT VALID;',
      message:
        'Nothing validates "orders_quantity_positive" of "orders": old rows may violate it, and neither SET NOT NULL nor ATTACH PARTITION nor the planner can rely on it',
    },
    {
      history,
      sql: 'ALTER TABLE orders ADD CONSTRAINT orders_user_fk FOREIGN KEY (user_id) REFERENCES users NOT VALID;',
      message:
        'Nothing validates "orders_user_fk" of "orders": old rows may violate it, and neither SET NOT NULL nor ATTACH PARTITION nor the planner can rely on it',
    },
  ],
  accepted: [
    {
      why: 'It is validated in the same change set',
      history,
      sql: [
        'ALTER TABLE orders ADD CONSTRAINT orders_quantity_positive CHECK (quantity > 0) NOT VALID;',
        'ALTER TABLE orders VALIDATE CONSTRAINT orders_quantity_positive;',
      ],
    },
    {
      why: 'Configuration says that it is validated in a later release',
      history,
      sql: 'ALTER TABLE orders ADD CONSTRAINT orders_quantity_positive CHECK (quantity > 0) NOT VALID;',
      options: { rules: { 'constraint-left-not-valid': { validate: 'later' } } },
    },
    {
      why: 'It is dropped again',
      history,
      sql: 'ALTER TABLE orders ADD CONSTRAINT orders_quantity_positive CHECK (quantity > 0) NOT VALID;\nALTER TABLE orders DROP CONSTRAINT orders_quantity_positive;',
    },
    {
      why: '`constraint-not-enforced` speaks',
      history,
      sql: 'ALTER TABLE orders ADD CONSTRAINT orders_quantity_positive CHECK (quantity > 0) NOT ENFORCED;',
    },
    {
      why: 'One transaction goes round all pending files, where VALIDATE would undo what NOT VALID is for',
      history,
      sql: 'ALTER TABLE orders ADD CONSTRAINT orders_quantity_positive CHECK (quantity > 0) NOT VALID;',
      transaction: 'all',
    },
  ],
};
