import type { RuleDocs } from '../rule-docs';

const history = `CREATE TABLE orders (id bigint PRIMARY KEY, email text);
CREATE INDEX orders_email_idx ON orders (email);
CREATE TABLE events (id bigint) PARTITION BY RANGE (id);`;

export const docs: RuleDocs = {
  problem: `The file of the table is copied to the other place, and nobody can read or write the table until the copy is done: minutes for a large table. For an index it is the
same, because every query of the table looks at all its indexes while it is planned.`,
  solution: `An index can be built anew in the other tablespace while everybody goes on (\`REINDEX (TABLESPACE …) INDEX CONCURRENTLY\`, from PostgreSQL 14 on). For a table there
is no such command: choose a quiet hour, or an extension that repacks tables online.`,
  reported: [
    {
      history,
      sql: 'ALTER TABLE orders SET TABLESPACE fast;',
      message:
        'Copying "orders" stops reads and writes of it (ACCESS EXCLUSIVE lock) until it is done; its indexes stay where they are',
    },
    {
      history,
      sql: 'ALTER INDEX orders_email_idx SET TABLESPACE fast;',
      message:
        'Copying index "orders_email_idx" stops every query of its table (ACCESS EXCLUSIVE lock on the index) until it is done',
    },
    {
      history,
      sql: 'ALTER TABLE ALL IN TABLESPACE pg_default SET TABLESPACE fast;',
      message:
        'Copying every table of tablespace "pg_default" stops reads and writes of them (ACCESS EXCLUSIVE locks) until all are done',
    },
  ],
  accepted: [
    {
      why: 'The table is new',
      sql: 'CREATE TABLE carts (id bigint);\nALTER TABLE carts SET TABLESPACE fast;',
    },
    { why: 'A partitioned parent has no file', history, sql: 'ALTER TABLE events SET TABLESPACE fast;' },
    {
      why: 'It is there already',
      history: 'CREATE TABLE orders (id bigint) TABLESPACE fast;',
      sql: 'ALTER TABLE orders SET TABLESPACE fast;',
    },
  ],
};
