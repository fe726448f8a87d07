import type { RuleDocs } from '../rule-docs';

const history = `CREATE TABLE users (id bigint PRIMARY KEY);
CREATE TABLE orders (id bigint PRIMARY KEY, user_id bigint REFERENCES users);
CREATE SCHEMA staging;
CREATE TABLE staging.imports (id bigint);`;

export const docs: RuleDocs = {
  problem: `TRUNCATE removes all rows at once. It waits for every query of the table and keeps everybody out until the transaction commits. A transaction that began
before and reads the table after it finds it empty, without an error. Where another table refers to it, the server refuses.`,
  solution: `If all rows shall go and nobody uses them, TRUNCATE in a short transaction of its own with a lock_timeout is right: say so in a suppression. Otherwise delete in
batches.`,
  reported: [
    {
      history,
      sql: 'TRUNCATE orders;',
      message:
        'All rows of "orders" are gone with this; reads and writes of it wait for the ACCESS EXCLUSIVE lock until the transaction commits, and older snapshots then find nothing',
    },
    {
      history,
      sql: 'TRUNCATE orders CASCADE;',
      message:
        'All rows of "orders" are gone with this; reads and writes of it wait for the ACCESS EXCLUSIVE lock until the transaction commits, and older snapshots then find nothing',
    },
  ],
  accepted: [
    { why: 'The table is new', sql: 'CREATE TABLE carts (id bigint);\nTRUNCATE carts;' },
    {
      why: 'Configuration calls it a staging table',
      history,
      sql: 'TRUNCATE staging.imports;',
      options: { staging: ['staging.*'] },
    },
    {
      why: 'Where CASCADE reaches other tables `truncate-cascade` speaks',
      history,
      sql: 'TRUNCATE users CASCADE;',
    },
    { why: 'The server refuses it: another table refers to it', history, sql: 'TRUNCATE users;' },
  ],
};
