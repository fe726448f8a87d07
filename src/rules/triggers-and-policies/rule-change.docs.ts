import type { RuleDocs } from '../rule-docs';

const history = `CREATE TABLE orders (id bigint PRIMARY KEY);
CREATE RULE orders_keep AS ON DELETE TO orders DO INSTEAD NOTHING;`;
const message =
  'Reads and writes of "orders" wait for this ACCESS EXCLUSIVE lock until the transaction commits; from then on statements on it are rewritten in another way';

export const docs: RuleDocs = {
  problem: `A rule rewrites statements before they are planned. To change one PostgreSQL takes the strongest lock on the table. From the commit on the same statement of a client does
something else.`,
  solution: `A trigger does the same for each row and is easier to understand; a view that can be updated needs neither.`,
  reported: [
    { history, sql: 'CREATE RULE orders_log AS ON UPDATE TO orders DO ALSO NOTIFY orders;', message },
    { history, sql: 'DROP RULE orders_keep ON orders;', message },
    { history, sql: 'ALTER TABLE orders DISABLE RULE orders_keep;', message },
    {
      history,
      sql: 'ALTER TABLE orders ENABLE ALWAYS RULE orders_keep;',
      message:
        'Reads and writes of "orders" wait for this ACCESS EXCLUSIVE lock until the transaction commits; from then on statements on it are rewritten in another way',
    },
  ],
  accepted: [
    {
      why: 'The table is new',
      sql: 'CREATE TABLE carts (id bigint);\nCREATE RULE carts_keep AS ON DELETE TO carts DO INSTEAD NOTHING;',
    },
  ],
};
