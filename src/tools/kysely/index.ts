import { claimScripts } from '../javascript-claims';
import { templateLiteral } from '../javascript-literal';
import { readScript } from '../scripts';
import type { Tool } from '../tool';
import { withDialects } from './dialect';

/** Scripts whose `up` and `down` are given a `Kysely`. */
export const kysely: Tool = {
  name: 'kysely',
  title: 'Kysely',
  runner: {
    transaction: 'all',
    noTransaction: null,
    around:
      'Takes an advisory lock (pg_advisory_xact_lock) and a row of kysely_migration_lock for the whole run.',
    source:
      'Kysely, `Migrator`: with PostgreSQL all pending migrations run in one transaction, unless the migrator is made with `disableTransactions`.',
    configured:
      '`transactionMode` of the `Migrator`, or `disableTransactions`; with `per-migration`, `config = { transaction: false }` of a migration.',
  },
  extensions: ['.ts', '.js', '.mjs', '.cjs', '.mts', '.cts'],

  claim: (tree) =>
    withDialects(
      tree,
      claimScripts(tree, {
        path: /(?:^|\/)[^/]*migrat[^/]*\//i,
        folders: { files: /^kysely\.config\.[mc]?[jt]s$|migrat\w*\.[mc]?[jt]s$/i, keys: ['migrationFolder'] },
        text: /\bkysely\b/i,
        notText:
          /\bqueryInterface\b|\bMigrationInterface\b|\bMigrationBuilder\b|\bimplements\s+MigrationProvider\b/,
        why: 'a script with `up(db)` that imports Kysely, in a folder of migrations',
      }),
    ),

  extract: (file, context) => readScript('kysely', 'all', file, context),

  printRepair: ({ sql, transaction }) => ({
    where:
      transaction === 'none'
        ? 'a new migration, run by a migrator with `disableTransactions: true`'
        : 'a new migration',
    language: 'ts',
    text: [
      "import { sql, type Kysely } from 'kysely';",
      '',
      'export async function up(db: Kysely<unknown>): Promise<void> {',
      `  await sql${templateLiteral(sql, 2)}.execute(db);`,
      '}',
      '',
      'export async function down(): Promise<void> {}',
    ].join('\n'),
  }),
};
