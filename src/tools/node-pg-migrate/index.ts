import { isSqlFile } from '../../sql/sql-file';
import { claimScripts } from '../javascript-claims';
import { templateLiteral } from '../javascript-literal';
import { readScript } from '../scripts';
import { parentOf } from '../folders';
import { scriptStyle } from '../script-style';
import type { Tool } from '../tool';
import { transactionMode } from './settings';
import { claimSqlFiles, readSqlFile } from './sql-files';

/** Scripts whose `up` and `down` are given a `MigrationBuilder`. */
export const nodePgMigrate: Tool = {
  name: 'node-pg-migrate',
  title: 'node-pg-migrate',
  runner: {
    transaction: 'all',
    noTransaction: 'pgm.noTransaction()',
    around: 'Takes an advisory lock for the whole run, unless `--no-lock` is given.',
    source:
      'node-pg-migrate documentation, “CLI”: `--single-transaction` is on by default and wraps all pending migrations; `pgm.noTransaction()` commits before a migration and begins anew behind it.',
    configured:
      '`--no-single-transaction` in a script of package.json, or `singleTransaction` where the runner is called.',
  },
  extensions: ['.ts', '.js', '.mjs', '.cjs', '.mts', '.cts', '.sql'],

  claim: (tree) => [
    ...claimSqlFiles(tree),
    ...claimScripts(tree, {
      path: /(?:^|\/)[^/]*migrat[^/]*\//i,
      folders: {
        files: /^$/,
        keys: [],
        option: { command: /\bnode-pg-migrate\b/, name: /-m|--migrations-dir/ },
      },
      text: /\bpgm\b|\bMigrationBuilder\b|\bnode-pg-migrate\b/,
      notText: /\bqueryInterface\b|\bMigrationInterface\b|\bkysely\b/,
      why: 'a script with `up(pgm)` in a folder of migrations',
    }),
  ],

  extract: (file, context) =>
    isSqlFile(file.path)
      ? readSqlFile(file, context, transactionMode(context.tree, parentOf(file.path)))
      : readScript('node-pg-migrate', 'all', file, context),

  printRepair({ sql, transaction, name, after, text }) {
    const { typed, esm } = scriptStyle(after, text);
    const [own, builder] = [esm ? 'export const ' : 'exports.', typed ? 'pgm: MigrationBuilder' : 'pgm'];
    return {
      where: `a new migration: node-pg-migrate create ${name}`,
      language: typed ? 'ts' : 'js',
      text: [
        ...(typed && esm ? ["import type { MigrationBuilder } from 'node-pg-migrate';", ''] : []),
        `${own}up = (${esm ? builder : 'pgm'}) => {`,
        ...(transaction === 'none' ? ['  pgm.noTransaction();'] : []),
        `  pgm.sql(${templateLiteral(sql, 2)});`,
        '};',
        '',
        `${own}down = false;`,
      ].join('\n'),
    };
  },
};
