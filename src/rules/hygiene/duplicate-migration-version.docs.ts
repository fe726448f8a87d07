import type { RuleDocs } from '../rule-docs';

export const docs: RuleDocs = {
  problem: `The runner keeps a list of the versions that it has run. With two migrations of one version it stops with an error, or takes the second for done. That happens when two branches
choose the next number at the same time.`,
  solution: `Give one of them the next free version, or use time stamps. Tools that know a migration by its whole name (Prisma, Knex, Sequelize, Kysely, Drizzle, TypeORM) are not concerned.`,
  reported: [
    {
      sql: ['CREATE TABLE carts (id bigint);', 'CREATE TABLE coupons (id bigint);'],
      files: ['007_carts.sql', '007_coupons.sql'],
      message:
        'The version 007 is that of "migrations/007_carts.sql" too: the runner refuses them, or runs only one of the two',
    },
    {
      history: 'CREATE TABLE carts (id bigint);',
      historyFile: '007_carts.sql',
      sql: 'CREATE TABLE coupons (id bigint);',
      files: ['007_coupons.sql'],
      message:
        'The version 007 is that of "migrations/007_carts.sql" too: the runner refuses them, or runs only one of the two',
    },
  ],
  accepted: [
    {
      why: 'Each has its own',
      sql: ['CREATE TABLE carts (id bigint);', 'CREATE TABLE coupons (id bigint);'],
      files: ['007_carts.sql', '008_coupons.sql'],
    },
  ],
};
