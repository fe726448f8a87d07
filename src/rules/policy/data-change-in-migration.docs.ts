import type { RuleDocs } from '../rule-docs';

const history = 'CREATE TABLE orders (id bigint, state text);';

export const docs: RuleDocs = {
  problem: `Changes of the schema are quick and hold strong locks; changes of rows take long. In one migration the one waits for the other, and what fails in the data holds up the deploy.`,
  solution: `Change rows by a job of its own, in batches that can be stopped and taken up again.`,
  reported: [
    {
      history,
      sql: "UPDATE orders SET state = 'new' WHERE id = 1;",
      message: 'This UPDATE changes rows of "orders" within a migration, which is to change the schema alone',
    },
  ],
  accepted: [
    {
      why: 'The table is new',
      sql: "CREATE TABLE roles (name text);\nINSERT INTO roles (name) VALUES ('admin');",
    },
    { why: 'Nothing is written', history, sql: 'SELECT count(*) FROM orders;' },
  ],
};
