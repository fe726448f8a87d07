import type { RuleDocs } from '../rule-docs';

const history =
  'CREATE TABLE users (id bigint PRIMARY KEY, email text);\nCREATE TABLE orders (id bigint PRIMARY KEY, user_id bigint, quantity integer, note text);';

export const docs: RuleDocs = {
  problem: `\`NOT VALID\` and \`VALIDATE\` are two steps so that the strong lock of the first is gone before the second reads the table. In one transaction it is not gone: the table stays closed while all rows are read. Many runners wrap a whole file, some all pending
files, in one transaction.`,
  solution: `Two migrations. If your runner puts all pending migrations into one transaction, two releases.`,
  reported: [
    {
      history,
      sql: 'ALTER TABLE orders ADD CONSTRAINT orders_quantity_ck CHECK (quantity > 0) NOT VALID, VALIDATE CONSTRAINT orders_quantity_ck;',
      message:
        'VALIDATE of "orders_quantity_ck" reads every row while reads and writes of "orders" wait for the ACCESS EXCLUSIVE lock that this statement takes to add the constraint, until it commits',
    },
    {
      history,
      sql: 'ALTER TABLE orders ADD CONSTRAINT orders_quantity_positive CHECK (quantity > 0) NOT VALID;\nALTER TABLE orders VALIDATE CONSTRAINT orders_quantity_positive;',
      message:
        'VALIDATE of "orders_quantity_positive" reads every row while reads and writes of "orders" wait for the ACCESS EXCLUSIVE lock that this transaction took when it added the constraint, until it commits',
    },
    {
      history,
      sql: 'BEGIN;\nALTER TABLE orders ADD CONSTRAINT orders_user_fk FOREIGN KEY (user_id) REFERENCES users NOT VALID;\nALTER TABLE orders VALIDATE CONSTRAINT orders_user_fk;\nCOMMIT;',
      transaction: 'none',
      message:
        'VALIDATE of "orders_user_fk" reads every row while writes to "orders" and "users" wait for the SHARE ROW EXCLUSIVE lock that this transaction took when it added the constraint, until it commits',
    },
    {
      history,
      sql: [
        'ALTER TABLE orders ADD CONSTRAINT orders_quantity_positive CHECK (quantity > 0) NOT VALID;',
        'ALTER TABLE orders VALIDATE CONSTRAINT orders_quantity_positive;',
      ],
      transaction: 'all',
      message:
        'VALIDATE of "orders_quantity_positive" reads every row while reads and writes of "orders" wait for the ACCESS EXCLUSIVE lock that this transaction took when it added the constraint, until it commits',
    },
    {
      history,
      sql: `ALTER TABLE orders ADD CONSTRAINT orders_note_nn NOT NULL note NOT VALID;
ALTER TABLE orders VALIDATE CONSTRAINT orders_note_nn;`,
      message:
        'VALIDATE of "orders_note_nn" reads every row while reads and writes of "orders" wait for the ACCESS EXCLUSIVE lock that this transaction took when it added the constraint, until it commits',
    },
    {
      history,
      sql: `BEGIN;
ALTER TABLE orders ADD CONSTRAINT orders_q CHECK (quantity > 0) NOT VALID;
SAVEPOINT a;
ALTER TABLE orders VALIDATE CONSTRAINT orders_q;
COMMIT;`,
      transaction: 'none',
      message:
        'VALIDATE of "orders_q" reads every row while reads and writes of "orders" wait for the ACCESS EXCLUSIVE lock that this transaction took when it added the constraint, until it commits',
    },
  ],
  accepted: [
    {
      why: 'Two migrations, each in its transaction',
      history,
      sql: [
        'ALTER TABLE orders ADD CONSTRAINT orders_quantity_positive CHECK (quantity > 0) NOT VALID;',
        'ALTER TABLE orders VALIDATE CONSTRAINT orders_quantity_positive;',
      ],
    },
    {
      why: 'Without a transaction the lock is gone',
      history,
      sql: 'ALTER TABLE orders ADD CONSTRAINT orders_quantity_positive CHECK (quantity > 0) NOT VALID;\nALTER TABLE orders VALIDATE CONSTRAINT orders_quantity_positive;',
      transaction: 'none',
    },
    {
      why: 'The table was created in the same transaction: nobody else can use it yet',
      history,
      sql: 'CREATE TABLE carts (quantity integer);\nALTER TABLE carts ADD CONSTRAINT carts_quantity CHECK (quantity > 0) NOT VALID;\nALTER TABLE carts VALIDATE CONSTRAINT carts_quantity;',
    },
    {
      why: 'The constraint is from an earlier migration',
      history:
        'CREATE TABLE users (id bigint PRIMARY KEY, email text);\nCREATE TABLE orders (id bigint PRIMARY KEY, user_id bigint, quantity integer, note text);\nALTER TABLE orders ADD CONSTRAINT orders_quantity_positive CHECK (quantity > 0) NOT VALID;',
      sql: 'ALTER TABLE orders VALIDATE CONSTRAINT orders_quantity_positive;',
    },
  ],
};
