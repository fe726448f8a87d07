import type { RuleDocs } from '../rule-docs';

const history = `CREATE SCHEMA billing;
CREATE TABLE billing.invoices (id bigint PRIMARY KEY);
CREATE TABLE billing.payments (id bigint);
CREATE SCHEMA reports;`;

export const docs: RuleDocs = {
  problem: `A schema holds tables, views, types and functions. With CASCADE all of them go, with their rows, and the migration names none; tables of other schemas
that refer to them are closed meanwhile and lose their foreign keys. Without CASCADE the server refuses as long as anything is in the schema.`,
  solution: `Drop the objects by name, as migrations of their own where clients used them, and then the empty schema without CASCADE.`,
  reported: [
    {
      history,
      sql: 'DROP SCHEMA billing CASCADE;',
      message:
        'Dropping schema "billing" drops all that is in it: "invoices" and "payments"; tables outside that refer into it are closed (ACCESS EXCLUSIVE lock) until the transaction commits',
    },
    {
      sql: 'DROP SCHEMA billing CASCADE;',
      completeHistory: false,
      message:
        'Dropping schema "billing" drops all that is in it; tables outside that refer into it are closed (ACCESS EXCLUSIVE lock) until the transaction commits, unless it is empty',
    },
    {
      sql: 'DROP SCHEMA billing;',
      completeHistory: false,
      message:
        'Clients that use schema "billing" fail, and the migration too if anything is left in it (2BP01)',
    },
  ],
  accepted: [
    {
      why: 'The schema was created by the same migration',
      sql: 'CREATE SCHEMA billing;\nDROP SCHEMA billing CASCADE;',
    },
    { why: 'The schema is certainly empty', history, sql: 'DROP SCHEMA reports;' },
    { why: 'IF EXISTS, and no such schema exists', history, sql: 'DROP SCHEMA IF EXISTS audit CASCADE;' },
  ],
};
