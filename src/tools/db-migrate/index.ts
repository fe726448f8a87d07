import { verbatimFragment } from '../../sql/fragment';
import { isSqlFile } from '../../sql/sql-file';
import { parentOf } from '../folders';
import { claimScripts } from '../javascript-claims';
import { templateLiteral } from '../javascript-literal';
import { readScript } from '../scripts';
import type { Tool } from '../tool';
import { otherDatabases } from './database';
import { transactionMode } from './settings';
import { claimSqlFiles } from './sql-files';

/** Scripts whose `up` and `down` are given `db` and a callback. */
export const dbMigrate: Tool = {
  name: 'db-migrate',
  title: 'db-migrate',
  runner: {
    transaction: 'file',
    noTransaction: '--non-transactional',
    around: null,
    source:
      'db-migrate documentation, “Configuration”: each migration runs in a transaction unless `--non-transactional` is given.',
    configured:
      '`--non-transactional` in a script of package.json, or `non-transactional` in `.db-migraterc`; the drivers of `database.json`, or of the file that `--config` names.',
  },
  extensions: ['.js', '.cjs', '.mjs', '.ts', '.sql'],

  claim(tree) {
    const scripts = claimScripts(tree, {
      path: /(?:^|\/)[^/]*migrat[^/]*\//i,
      folders: {
        files: /^\.db-migraterc$/,
        keys: ['migrations-dir'],
        option: { command: /\bdb-migrate\b/, name: /-m|--migrations-dir/ },
      },
      text: /\bdb-migrate\b|\bdbmigrate\b|\bdb\.runSql\s*\(|\bup\s*=\s*(?:async\s+)?function\s*\(\s*db\b/,
      notText: /\bqueryInterface\b|\bMigrationInterface\b|\bMigrationBuilder\b|\bkysely\b|\bmongodb?\b/i,
      otherDatabases,
      why: 'a script with `up(db)` of db-migrate in a folder of migrations',
    });
    return [...scripts, ...scripts.flatMap((script) => claimSqlFiles(tree, script))];
  },

  extract(file, context) {
    if (!isSqlFile(file.path)) return readScript('db-migrate', 'file', file, context);
    const used = context.transaction ?? transactionMode(context.tree, parentOf(parentOf(file.path)));
    return { fragments: [verbatimFragment(file, used)], gaps: [], transaction: used };
  },

  printRepair: ({ sql, transaction }) => ({
    where: transaction === 'none' ? 'a new migration, run with `--non-transactional`' : 'a new migration',
    language: 'js',
    text: [
      'exports.up = function (db) {',
      `  return db.runSql(${templateLiteral(sql, 2)});`,
      '};',
      '',
      'exports.down = function () {};',
    ].join('\n'),
  }),
};
