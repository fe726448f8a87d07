import type { RuleDocs } from '../rule-docs';

const history = `CREATE TABLE orders (id bigint PRIMARY KEY, amount integer, amount_new bigint);
CREATE VIEW order_list AS SELECT id, amount FROM orders;`;

export const docs: RuleDocs = {
  problem: `The moment the migration commits, every query of the running application that names the column fails, and so does every function whose text names it. Views go on
under the old name.`,
  solution: `Often the new name is only needed in the application: map it there. Otherwise add a column under the new name, keep both alike with a trigger while the
application moves, and drop the old one in a later release.`,
  reported: [
    {
      history,
      sql: 'ALTER TABLE orders RENAME COLUMN amount TO cents;',
      message:
        'From the commit on, clients that name column "amount" of "orders" fail (42703) until they know it as "cents", and so do function bodies',
    },
    {
      history: 'CREATE TABLE users (id bigint PRIMARY KEY, mail text NOT NULL);',
      sql: 'ALTER TABLE users RENAME COLUMN mail TO email;',
      message:
        'From the commit on, clients that name column "mail" of "users" fail (42703) until they know it as "email", and so do function bodies',
    },
    {
      history,
      sql: 'ALTER VIEW order_list RENAME COLUMN amount TO cents;',
      message:
        'From the commit on, clients that name column "amount" of "order_list" fail (42703) until they know it as "cents", and so do function bodies',
    },
  ],
  accepted: [
    {
      why: 'The column is new',
      history,
      sql: ['ALTER TABLE orders ADD COLUMN tax numeric;', 'ALTER TABLE orders RENAME COLUMN tax TO vat;'],
    },
    {
      why: 'The table is new',
      sql: 'CREATE TABLE carts (id bigint);\nALTER TABLE carts RENAME COLUMN id TO cart_id;',
    },
    {
      why: 'Another column takes its place in the same transaction',
      history,
      sql: 'ALTER TABLE orders RENAME COLUMN amount TO amount_old;\nALTER TABLE orders RENAME COLUMN amount_new TO amount;',
    },
  ],
};
