import { claimScripts } from '../javascript-claims';
import { templateLiteral } from '../javascript-literal';
import { readScript } from '../scripts';
import { scriptStyle } from '../script-style';
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

  printRepair({ sql, transaction, name, after, text }) {
    const { typed, esm } = scriptStyle(after, text);
    const done = typed ? ': Promise<void>' : '';
    const call = `  await knex.raw(${templateLiteral(sql.replace(/\?/g, '\\?'), 2)});`;
    const config = `config = { transaction: false };`;
    const lines = esm
      ? [
          ...(typed ? ["import type { Knex } from 'knex';", ''] : []),
          `export async function up(knex${typed ? ': Knex' : ''})${done} {`,
          call,
          '}',
          '',
          `export async function down()${done} {}`,
          ...(transaction === 'none' ? ['', `export const ${config}`] : []),
        ]
      : [
          'exports.up = async function (knex) {',
          call,
          '};',
          '',
          'exports.down = async function () {};',
          ...(transaction === 'none' ? ['', `exports.${config}`] : []),
        ];
    return {
      where: `a new migration: knex migrate:make ${name}`,
      language: typed ? 'ts' : 'js',
      text: lines.join('\n'),
    };
  },
};
