import type { RuleDocs } from '../rule-docs';

const history = `CREATE TABLE users (id bigint PRIMARY KEY);
CREATE TABLE orders (id bigint PRIMARY KEY, user_id bigint REFERENCES users);
CREATE TABLE order_lines (order_id bigint REFERENCES orders);`;

export const docs: RuleDocs = {
  problem: `CASCADE follows the foreign keys backwards: every table that refers to the one that is named loses all its rows too, and every table that refers to those. None of
them is named in the migration, and all are closed until the transaction commits.`,
  solution: `Name the tables. Without CASCADE the server refuses as soon as a table is missing from the list, so that nothing is lost unseen.`,
  reported: [
    {
      history,
      sql: 'TRUNCATE users CASCADE;',
      message:
        'This also empties "orders" and "order_lines", because of the foreign keys to "users"; all are closed (ACCESS EXCLUSIVE lock) until the transaction commits',
    },
    {
      sql: 'TRUNCATE users CASCADE;',
      completeHistory: false,
      message:
        'This also empties every table that refers to "users", and those that refer to those, unless none does; all are closed (ACCESS EXCLUSIVE lock) until the transaction commits',
    },
  ],
  accepted: [
    { why: 'The table is new', sql: 'CREATE TABLE carts (id bigint);\nTRUNCATE carts CASCADE;' },
    { why: 'Nothing refers to the table: `truncate` speaks', history, sql: 'TRUNCATE order_lines CASCADE;' },
    { why: 'All tables are named', history, sql: 'TRUNCATE users, orders, order_lines;' },
  ],
};
