import { hostFunction, hostObject } from '../../javascript/host';
import { exportOf } from '../../javascript/read-module';
import { textAt } from '../../javascript/text';
import type { Value } from '../../javascript/value';
import { objectOf, UNDEFINED } from '../../javascript/value';
import { claimScripts } from '../javascript-claims';
import { templateLiteral } from '../javascript-literal';
import type { Reading } from '../javascript-migration';
import { exportedValues, readJavaScriptMigration, runExported } from '../javascript-migration';
import type { Tool } from '../tool';
import { pgmHost } from './pgm-host';
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
  },
  extensions: ['.ts', '.js', '.mjs', '.cjs', '.mts', '.cts', '.sql'],

  claim: (tree) => [
    ...claimSqlFiles(tree),
    ...claimScripts(tree, {
      path: /(?:^|\/)[^/]*migrat[^/]*\//i,
      text: /\bpgm\b|\bMigrationBuilder\b|\bnode-pg-migrate\b/,
      notText: /\bqueryInterface\b|\bMigrationInterface\b|\bkysely\b/,
      why: 'a script with `up(pgm)` in a folder of migrations',
    }),
  ],

  extract: (file, context) =>
    file.path.endsWith('.sql')
      ? readSqlFile(file, context, 'all')
      : readJavaScriptMigration(file, context, 'all', (recorder) => ({
          packages: new Map([['node-pg-migrate', libraryHost()]]),
          run: (reading) => runExported(reading, () => [pgmHost(recorder, shorthandsOf(reading)), DONE]),
        })),

  printRepair: ({ sql, transaction }) => ({
    where: 'a new migration',
    language: 'js',
    text: [
      'exports.up = (pgm) => {',
      ...(transaction === 'none' ? ['  pgm.noTransaction();'] : []),
      `  pgm.sql(${templateLiteral(sql)});`,
      '};',
      '',
      'exports.down = false;',
    ].join('\n'),
  }),
};

/** The second argument of older migrations: called when they are done. */
const DONE = hostFunction('run', () => UNDEFINED);

/** What the package exports besides types: `PgType`, `PgLiteral`. */
function libraryHost(): Value {
  const types: Value = {
    kind: 'host',
    host: {
      name: 'PgType',
      read: (key, { at }) => textAt(typeWords(key), at),
    },
  };
  return objectOf([
    ['PgType', types],
    ['default', hostObject('node-pg-migrate', {})],
  ]);
}

/** `PgType.TIMESTAMP_WITH_TIME_ZONE` is `timestamp with time zone`. */
function typeWords(key: string): string {
  return key.toLowerCase().replaceAll('_', ' ');
}

function shorthandsOf(reading: Reading): ReadonlyMap<string, Value> {
  const direct = exportOf(reading.module, 'shorthands');
  if (direct?.kind === 'object') return direct.entries;
  for (const value of exportedValues(reading)) {
    const own = value.kind === 'object' ? value.entries.get('shorthands') : undefined;
    if (own?.kind === 'object') return own.entries;
  }
  return new Map();
}
