import type { RuleDocs } from '../rule-docs';

const history =
  'CREATE TABLE orders (id bigint PRIMARY KEY);\nCREATE TABLE users (id bigint PRIMARY KEY);\nCREATE PUBLICATION audit FOR TABLE orders, users;';

export const docs: RuleDocs = {
  problem: `A subscriber reads a publication by its name. Up to PostgreSQL 17 it stops with the next change once the publication is gone; its slot makes the publisher keep all of its log, until the disk
is full, and a publication of the same name does not bring it back. From 18 on rows are skipped in silence. A table that is taken out of a publication stops being sent, in silence too.`,
  solution: `Drop or change the subscription on the subscriber first, then the publication.`,
  reported: [
    {
      history,
      sql: 'DROP PUBLICATION audit;',
      postgres: 17,
      message:
        'Every subscriber of "audit" stops at the next change, and its slot keeps the log of this server until the disk is full; making it again does not help',
    },
    {
      history,
      sql: 'DROP PUBLICATION audit;',
      message:
        'Subscribers of "audit" are sent nothing more, without an error: what changes until it is made again is missing for good',
    },
    {
      history,
      sql: 'ALTER PUBLICATION audit DROP TABLE users;',
      message:
        'Subscribers of "audit" are sent nothing more of "users", without an error: what changes there is missing for good',
    },
    {
      history,
      sql: 'ALTER PUBLICATION audit SET TABLE orders;',
      message:
        'Subscribers of "audit" are sent nothing more of tables that are not in the new list, without an error: what changes there is missing for good',
    },
  ],
  accepted: [
    {
      why: 'A table more is sent',
      history: `${history}\nCREATE TABLE carts (id bigint PRIMARY KEY);`,
      sql: 'ALTER PUBLICATION audit ADD TABLE carts;',
    },
    {
      why: 'It was created in the change set',
      history: 'CREATE TABLE orders (id bigint PRIMARY KEY);',
      sql: 'CREATE PUBLICATION audit FOR TABLE orders;\nDROP PUBLICATION audit;',
    },
    {
      why: 'It is certainly not there',
      history: 'CREATE TABLE orders (id bigint);',
      sql: 'DROP PUBLICATION IF EXISTS audit;',
    },
  ],
};
