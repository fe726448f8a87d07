import type { RuleDocs } from '../rule-docs';

export const docs: RuleDocs = {
  problem: `Whoever has run the migration already (a colleague, the staging system, production) will not run it again. From then on there are two kinds of databases, and a later migration that
works on one fails on the other. Many runners compare checksums and refuse to go on.`,
  solution: `Leave a migration alone once it is merged, and write a new one that makes the change. If it has not reached any database yet, accept the finding and say so,
or name in \`shipped\` the last migration that databases have run (\`"shipped": ["20250131120000"]\`): those after it may be changed.`,
  reported: [
    {
      sql: 'CREATE TABLE orders (id bigint PRIMARY KEY, total numeric);',
      before: 'CREATE TABLE orders (id bigint PRIMARY KEY);',
      message:
        'This migration exists at the base and is changed here: databases that have run it keep what it did then, those that have not get something else',
    },
    {
      sql: 'CREATE TABLE orders (id bigint PRIMARY KEY);',
      files: ['002_orders.sql'],
      previously: '001_orders.sql',
      message:
        'This migration is called "migrations/001_orders.sql" at the base: databases that have run it may run it again, or refuse to go on',
    },
    {
      history: 'CREATE TABLE carts (id bigint);',
      historyFile: '009_carts.sql',
      sql: 'CREATE TABLE orders (id bigint PRIMARY KEY);',
      files: ['010_orders.sql'],
      previously: '008_orders.sql',
      options: { rules: { 'edited-migration': { shipped: ['migrations/009_carts.sql'] } } },
      message:
        'This migration is called "migrations/008_orders.sql" at the base: databases that have run it may run it again, or refuse to go on',
    },
  ],
  accepted: [
    {
      why: 'Only comments and white space are changed',
      sql: '-- Orders of the shop.\nCREATE TABLE orders (\n  id bigint PRIMARY KEY\n);',
      before: 'CREATE TABLE orders (id bigint PRIMARY KEY);',
    },
    {
      why: 'Configuration says that it has not shipped',
      history: 'CREATE TABLE carts (id bigint);',
      historyFile: '009_carts.sql',
      sql: 'CREATE TABLE orders (id bigint PRIMARY KEY, total numeric);',
      files: ['010_orders.sql'],
      before: 'CREATE TABLE orders (id bigint PRIMARY KEY);',
      options: { rules: { 'edited-migration': { shipped: ['009_carts'] } } },
    },
    {
      why: 'Neither the old name nor the new one has shipped',
      history: 'CREATE TABLE carts (id bigint);',
      historyFile: '009_carts.sql',
      sql: 'CREATE TABLE orders (id bigint PRIMARY KEY);',
      files: ['011_orders.sql'],
      previously: '010_orders.sql',
      options: { rules: { 'edited-migration': { shipped: ['009'] } } },
    },
    { why: 'It is new', sql: 'CREATE TABLE orders (id bigint PRIMARY KEY);' },
  ],
};
