import type { RuleDocs } from '../rule-docs';

const history =
  'CREATE TABLE users (id bigint PRIMARY KEY);\nCREATE TABLE products (id bigint PRIMARY KEY);\nCREATE TABLE orders (id bigint PRIMARY KEY, user_id bigint REFERENCES users);';

export const docs: RuleDocs = {
  problem: `A foreign key makes everyday statements use two tables: an INSERT into \`orders\` looks at \`users\`, a DELETE on \`users\` looks at \`orders\`. If a transaction locks one of
them and later the other, a client that stands between holds what the migration wants and wants what it holds. PostgreSQL kills one of the two, often the client.

A script can also wait for itself: what it sends by another connection (a pool of its own, a call without \`{ transaction }\`) needs a table that its own transaction has
locked, and that transaction goes on only when the call is done. The server sees one session wait for another that is idle, which is no deadlock to it: both stay, and
every client of the table queues behind them, until somebody ends one of them.`,
  solution: `Change one table a transaction. With a short \`lock_timeout\` the migration gives up before the deadlock is noticed, and can be tried again. Send everything of a script by the connection that it is given.`,
  reported: [
    {
      history,
      sql: 'ALTER TABLE users ADD COLUMN name text;\nALTER TABLE orders ADD COLUMN note text;',
      message:
        'This transaction holds "users" and now asks for "orders", which refers to it: a client that has written to "orders" waits for "users" to check its key, and one of the two is killed (40P01)',
    },
    {
      history,
      sql: 'ALTER TABLE orders ADD COLUMN note text;\nALTER TABLE users ADD COLUMN name text;',
      message:
        'This transaction holds "orders" and now asks for "users", to which it refers: a client that deletes from "users" waits for "orders", and one of the two is killed (40P01)',
    },
    {
      history,
      sql: [
        'ALTER TABLE users ADD COLUMN name text;\nALTER TABLE products ADD COLUMN name text;',
        'ALTER TABLE products ADD COLUMN note text;\nALTER TABLE users ADD COLUMN note text;',
      ],
      message:
        'This transaction holds "products" and now asks for "users", and an earlier migration of this change set locks them the other way round: of two runners, or a client that follows either order, one is killed (40P01)',
    },
  ],
  accepted: [
    {
      why: 'A table that the transaction creates is closed to nobody',
      history,
      sql: 'CREATE TABLE carts (id bigint PRIMARY KEY, user_id bigint);\nALTER TABLE carts ADD FOREIGN KEY (user_id) REFERENCES users;',
    },
    {
      why: 'One statement that needs both cannot do otherwise',
      history,
      sql: 'ALTER TABLE orders ADD COLUMN author_id bigint REFERENCES users;',
    },
    {
      why: 'Each has a transaction of its own',
      history,
      sql: ['ALTER TABLE users ADD COLUMN name text;', 'ALTER TABLE orders ADD COLUMN note text;'],
    },
    {
      why: 'No foreign key joins them',
      history,
      sql: 'ALTER TABLE users ADD COLUMN name text;\nALTER TABLE products ADD COLUMN name text;',
    },
  ],
};
