import type { RuleDocs } from '../rule-docs';

const history =
  'CREATE TABLE orders (id bigint PRIMARY KEY, note text);\nCREATE TABLE users (id bigint PRIMARY KEY);';

export const docs: RuleDocs = {
  problem: `An \`ACCESS EXCLUSIVE\` lock stops everybody who uses the table, until the transaction commits. Each statement that follows in the same transaction makes that longer, also if it
has to do with another table.`,
  solution: `Put the statement with the strongest lock last, or into a transaction of its own.`,
  reported: [
    {
      history,
      sql: "ALTER TABLE orders ADD COLUMN total numeric;\nUPDATE users SET id = 2 WHERE id = 1;\nCOMMENT ON TABLE users IS 'people';",
      message:
        'While UPDATE and what follows run, reads and writes of "orders" go on waiting for the ACCESS EXCLUSIVE lock that this transaction took before, until it commits',
    },
  ],
  accepted: [
    {
      why: 'The strongest lock comes last',
      history,
      sql: 'UPDATE users SET id = 2 WHERE id = 1;\nALTER TABLE orders ADD COLUMN total numeric;',
    },
    {
      why: 'The same table goes on being changed',
      history,
      sql: 'ALTER TABLE orders ADD COLUMN total numeric;\nALTER TABLE orders ADD COLUMN tax numeric;',
    },
    {
      why: 'Nobody uses a table that the transaction creates',
      history,
      sql: 'CREATE TABLE carts (id bigint);\nALTER TABLE carts ADD COLUMN note text;\nUPDATE users SET id = 2 WHERE id = 1;',
    },
  ],
};
