import type { RuleDocs } from '../rule-docs';

const history = `CREATE TABLE orders (id bigint PRIMARY KEY, note text);
CREATE VIEW order_list AS SELECT id FROM orders;`;

export const docs: RuleDocs = {
  problem: `A statement that a client prepared remembers the columns of its result. When \`SELECT *\` or \`RETURNING *\` gives other columns than before, the next execution fails
with "cached plan must not change result type", and the transaction around it is aborted. Drivers and ORMs prepare statements without being asked.`,
  solution: `Name the columns in queries. Then only a column that is dropped or renamed breaks them.`,
  reported: [
    {
      history,
      sql: 'ALTER TABLE orders ADD COLUMN total numeric, ADD COLUMN tax numeric;',
      message:
        '"orders" gains a column: prepared SELECT * and RETURNING * on it fail (0A000) once in each session, and abort its transaction',
    },
    {
      history,
      sql: 'CREATE OR REPLACE VIEW order_list AS SELECT id, note FROM orders;',
      message:
        '"order_list" gains a column: prepared SELECT * and RETURNING * on it fail (0A000) once in each session, and abort its transaction',
    },
  ],
  accepted: [
    {
      why: 'The table is new',
      sql: 'CREATE TABLE carts (id bigint);\nALTER TABLE carts ADD COLUMN note text;',
    },
    {
      why: 'A view over the table keeps its columns when it is replaced by the same',
      history,
      sql: 'CREATE OR REPLACE VIEW order_list AS SELECT id FROM orders WHERE id > 0;',
    },
  ],
};
