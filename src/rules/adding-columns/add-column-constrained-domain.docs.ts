import type { RuleDocs } from '../rule-docs';

const history =
  "CREATE TABLE orders (id bigint PRIMARY KEY, total numeric);\nCREATE DOMAIN email AS text CHECK (VALUE LIKE '%@%');\nCREATE DOMAIN label AS varchar(50);";

export const docs: RuleDocs = {
  problem: `A domain with a CHECK or NOT NULL has to be checked for every row, even where the new column is empty. PostgreSQL does it by writing the whole table and all its indexes again; until that
is done nobody can read or write the table.`,
  solution: `Add the column with the type that the domain stands on, and give it the conditions of the domain as a CHECK that is added as NOT VALID and validated in the next migration.`,
  reported: [
    {
      history,
      sql: 'ALTER TABLE orders ADD COLUMN contact email;',
      message:
        'Adding "contact" stops reads and writes of "orders" (ACCESS EXCLUSIVE lock) until every row has been written anew, because its domain "email" has constraints',
    },
    {
      history:
        "CREATE TABLE orders (id bigint PRIMARY KEY, total numeric);\nCREATE DOMAIN email AS text CHECK (VALUE LIKE '%@%');\nCREATE DOMAIN label AS varchar(50);\nCREATE DOMAIN work_email AS email;",
      sql: 'ALTER TABLE orders ADD COLUMN contact work_email;',
      message:
        'Adding "contact" stops reads and writes of "orders" (ACCESS EXCLUSIVE lock) until every row has been written anew, because its domain "work_email" has constraints',
    },
    {
      history:
        "CREATE TABLE orders (id bigint PRIMARY KEY, total numeric);\nCREATE DOMAIN email AS text;\nALTER DOMAIN email ADD CONSTRAINT has_at CHECK (VALUE LIKE '%@%') NOT VALID;",
      sql: "ALTER TABLE orders ADD COLUMN contact email DEFAULT 'a@b';",
      message:
        'Adding "contact" stops reads and writes of "orders" (ACCESS EXCLUSIVE lock) until every row has been written anew, because its domain "email" has constraints',
    },
  ],
  accepted: [
    {
      why: 'The table was created in the same transaction: nobody else can use it yet',
      history,
      sql: 'CREATE TABLE carts (id bigint);\nALTER TABLE carts ADD COLUMN contact email;',
    },
    { why: 'The domain has no constraint', history, sql: 'ALTER TABLE orders ADD COLUMN title label;' },
    {
      why: 'An array of the domain is not checked',
      history,
      sql: 'ALTER TABLE orders ADD COLUMN contacts email[];',
    },
    {
      why: 'Nothing says that the type is a domain',
      history: 'CREATE TABLE orders (id bigint PRIMARY KEY, total numeric);',
      sql: 'ALTER TABLE orders ADD COLUMN contact contact_address;',
      completeHistory: false,
    },
  ],
};
