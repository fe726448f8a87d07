import type { RuleDocs } from '../rule-docs';

export const docs: RuleDocs = {
  problem: `Migrations run in the order of their versions. One that comes in late, with a version below the last one of the main branch, runs *after* it on databases that are up to date and
*before* it on new ones; some runners skip it without a word. That happens when a branch has been open for long.`,
  solution: `Give the migration a new version, after the last one, before you merge.`,
  reported: [
    {
      history: 'CREATE TABLE carts (id bigint);',
      historyFile: '009_carts.sql',
      sql: 'CREATE TABLE coupons (id bigint);',
      files: ['008_coupons.sql'],
      message:
        'This new migration sorts before "migrations/009_carts.sql", which databases may have run: there it runs after it, on a new database before it',
    },
  ],
  accepted: [
    {
      why: 'It comes last',
      history: 'CREATE TABLE carts (id bigint);',
      historyFile: '009_carts.sql',
      sql: 'CREATE TABLE coupons (id bigint);',
      files: ['010_coupons.sql'],
    },
    {
      why: 'Those after it are new too',
      sql: ['CREATE TABLE carts (id bigint);', 'CREATE TABLE coupons (id bigint);'],
      files: ['008_carts.sql', '009_coupons.sql'],
    },
  ],
};
