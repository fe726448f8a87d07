import { globalValue } from '../../javascript/globals';
import { hostFunction } from '../../javascript/host';
import { rootScope } from '../../javascript/scope';
import { objectOf, UNDEFINED } from '../../javascript/value';
import { claimScripts } from '../javascript-claims';
import { templateLiteral } from '../javascript-literal';
import type { Reading } from '../javascript-migration';
import { exportedFunction, readJavaScriptMigration, runExported, runFunction } from '../javascript-migration';
import type { Tool } from '../tool';
import { dbHost, libraryHost } from './db-host';

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
  },
  extensions: ['.js', '.cjs', '.mjs', '.ts'],

  claim: (tree) =>
    claimScripts(tree, {
      path: /(?:^|\/)[^/]*migrat[^/]*\//i,
      text: /\bdb-migrate\b|\bdbmigrate\b|\bdb\.runSql\s*\(|\bup\s*=\s*(?:async\s+)?function\s*\(\s*db\b/,
      notText: /\bqueryInterface\b|\bMigrationInterface\b|\bMigrationBuilder\b|\bkysely\b|\bmongodb?\b/i,
      why: 'a script with `up(db)` of db-migrate in a folder of migrations',
    }),

  extract: (file, context) =>
    readJavaScriptMigration(file, context, 'file', (recorder) => ({
      packages: new Map([
        ['db-migrate', libraryHost()],
        ['db-migrate-shared', libraryHost()],
      ]),
      run: (reading) => {
        setUp(reading);
        runExported(reading, () => [dbHost(recorder), hostFunction('callback', () => UNDEFINED)]);
      },
    })),

  printRepair: ({ sql, transaction }) => ({
    where: transaction === 'none' ? 'a new migration, run with `--non-transactional`' : 'a new migration',
    language: 'js',
    text: [
      'exports.up = function (db) {',
      `  return db.runSql(${templateLiteral(sql)});`,
      '};',
      '',
      'exports.down = function () {};',
    ].join('\n'),
  }),
};

/** `setup(options, seedLink)` gets what older migrations keep in variables: the types, and a Promise. */
function setUp(reading: Reading): void {
  const found = exportedFunction(reading, 'setup');
  if (found === undefined) return;
  const { site } = reading;
  const scope = rootScope({ path: reading.recorder.source.path, text: reading.recorder.source.text });
  const options = objectOf([
    ['dbmigrate', libraryHost()],
    ['Promise', globalValue('Promise', site, scope) ?? UNDEFINED],
  ]);
  runFunction(found.value, [options, objectOf([])], site, found.self);
}
