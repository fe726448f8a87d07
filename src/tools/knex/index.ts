import { claimScripts } from '../javascript-claims';
import { templateLiteral } from '../javascript-literal';
import { readScript } from '../scripts';
import type { Tool } from '../tool';
import { loadedOnly } from './load-extensions';
import { oneSequence } from './one-sequence';

/** Scripts whose `up` and `down` are given `knex`. */
export const knex: Tool = {
  name: 'knex',
  title: 'Knex',
  runner: {
    transaction: 'all',
    apart: true,
    noTransaction: 'exports.config = { transaction: false }',
    around: 'Takes a lock row in knex_migrations_lock for the whole run.',
    source:
      'knex, `Migrator.latest`: all pending migrations run in one transaction, unless `disableTransactions` is set or one of them exports `config = { transaction: false }`: then each of the others has one of its own.',
    configured:
      '`disableTransactions` in the knexfile or the file that makes the instance; a migration that exports `config = { transaction: true }` still has a transaction then. `directory` with several folders is one sequence, `sortDirsSeparately` runs them one after the other, and `loadExtensions` tells which of two forms of a migration runs.',
  },
  extensions: ['.ts', '.js', '.mjs', '.cjs', '.mts', '.cts'],

  claim: (tree) =>
    loadedOnly(
      tree,
      oneSequence(
        tree,
        claimScripts(tree, {
          path: /(?:^|\/)[^/]*migrat[^/]*\//i,
          folders: { files: /^knexfile\.[mc]?[jt]s$/, keys: ['directory'] },
          text: /\bknex\b/i,
          notText: /\bqueryInterface\b|\bMigrationInterface\b|\bkysely\b|\bMigrationBuilder\b/i,
          why: 'a script with `up(knex)` in a folder of migrations',
        }),
      ),
    ),

  extract: (file, context) => readScript('knex', 'all', file, context),

  printRepair: ({ sql, transaction, name }) => ({
    where: `a new migration: knex migrate:make ${name}`,
    language: 'js',
    text: [
      'exports.up = async function (knex) {',
      `  await knex.raw(${templateLiteral(sql.replace(/\?/g, '\\?'), 2)});`,
      '};',
      '',
      'exports.down = async function () {};',
      ...(transaction === 'none' ? ['', 'exports.config = { transaction: false };'] : []),
    ].join('\n'),
  }),
};
