import type { RuleDocs } from '../rule-docs';

export const docs: RuleDocs = {
  problem: `Migrations run in the order of their versions. One that comes in late, with a version below the last one of the main branch, runs *after* it on databases that are up to date and
*before* it on new ones; some runners skip it without a word. That happens when a branch has been open for long.`,
  solution: `Give the migration a new version, after the last one, before you merge. Where the later ones have not reached any database, name the last one that has in \`shipped\`; where it is all the same
in which order migrations run, because the runner goes by their names and none needs another, name the tool or the folder in \`anyOrder\`.`,
  reported: [
    {
      history: 'CREATE TABLE carts (id bigint);',
      historyFile: '009_carts.sql',
      sql: 'CREATE TABLE coupons (id bigint);',
      files: ['008_coupons.sql'],
      message:
        'This new migration sorts before "migrations/009_carts.sql", which databases may have run: there it runs after it, on a new database before it',
    },
    {
      history: 'CREATE TABLE carts (id bigint);',
      historyFile: '009_carts.sql',
      sql: 'CREATE TABLE coupons (id bigint);',
      files: ['008_coupons.sql'],
      options: { rules: { 'out-of-order-migration': { shipped: ['009_carts'], anyOrder: ['knex'] } } },
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
      why: 'Configuration says that the later one has not shipped',
      history: 'CREATE TABLE carts (id bigint);',
      historyFile: '009_carts.sql',
      sql: ['CREATE TABLE wishes (id bigint);', 'CREATE TABLE coupons (id bigint);'],
      files: ['006_wishes.sql', '008_coupons.sql'],
      options: { rules: { 'out-of-order-migration': { shipped: ['006_wishes'] } } },
    },
    {
      why: 'Configuration says that the order does not matter in this folder',
      history: 'CREATE TABLE carts (id bigint);',
      historyFile: '009_carts.sql',
      sql: 'CREATE TABLE coupons (id bigint);',
      files: ['008_coupons.sql'],
      options: { rules: { 'out-of-order-migration': { anyOrder: ['migrations'] } } },
    },
    {
      why: 'Those after it are new too',
      sql: ['CREATE TABLE carts (id bigint);', 'CREATE TABLE coupons (id bigint);'],
      files: ['008_carts.sql', '009_coupons.sql'],
    },
  ],
};
