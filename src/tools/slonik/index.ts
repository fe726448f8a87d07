import { hostFunction } from '../../javascript/host';
import type { Recorder } from '../../javascript/recorder';
import type { Value } from '../../javascript/value';
import { objectOf } from '../../javascript/value';
import { claimScripts } from '../javascript-claims';
import { templateLiteral } from '../javascript-literal';
import type { Reading } from '../javascript-migration';
import { exportedFunction, readJavaScriptMigration, runExported, runFunction } from '../javascript-migration';
import type { Tool } from '../tool';
import { poolHost } from './pool';
import { rawFunction, slonikTag } from './sql-tag';

const PACKAGES = [
  'slonik',
  '@silverhand/slonik',
  '@slonik/migrator',
  '@slonik/sql-tag',
  'slonik-sql-tag-raw',
];

/** Scripts whose `up` and `down` are given a pool of Slonik and send tagged templates. */
export const slonik: Tool = {
  name: 'slonik',
  title: 'Slonik',
  runner: {
    transaction: 'file',
    noTransaction: 'beforeUp',
    around: null,
    source:
      'Runners of Slonik migrations (`@slonik/migrator`, the alterations of Logto) run each script in a transaction; what has to stand outside of it is in `beforeUp`.',
  },
  extensions: ['.ts', '.js', '.mjs', '.cjs', '.mts', '.cts'],

  claim: (tree) =>
    claimScripts(tree, {
      path: /(?:^|\/)[^/]*(?:migrat|alteration)[^/]*\//i,
      text: /\bslonik\b/i,
      notText: /\bqueryInterface\b|\bMigrationInterface\b|\bMigrationBuilder\b/,
      why: 'a script with `up(pool)` that uses Slonik',
    }),

  extract: (file, context) =>
    readJavaScriptMigration(file, context, 'file', (recorder) => ({
      packages: new Map(PACKAGES.map((name) => [name, slonikPackage()])),
      run: (reading) => {
        runBefore(reading, recorder);
        runExported(reading, () => [poolHost(recorder)]);
      },
    })),

  printRepair: ({ sql, transaction }) => ({
    where: 'a new migration',
    language: 'ts',
    text: [
      "import { sql } from 'slonik';",
      '',
      `export const ${transaction === 'none' ? 'beforeUp' : 'up'} = async (pool) => {`,
      `  await pool.query(sql.unsafe${templateLiteral(sql)});`,
      '};',
      ...(transaction === 'none' ? ['', 'export const up = async () => {};'] : []),
    ].join('\n'),
  }),
};

/** `beforeUp` runs before the transaction is opened. */
function runBefore(reading: Reading, recorder: Recorder): void {
  const name = reading.context.direction === 'up' ? 'beforeUp' : 'beforeDown';
  const before = exportedFunction(reading, name);
  if (before === undefined) return;
  const { transaction } = recorder;
  recorder.transaction = 'none';
  runFunction(before.value, [poolHost(recorder)], reading.site, before.self);
  recorder.transaction = transaction;
}

function slonikPackage(): Value {
  const tag = slonikTag();
  return objectOf([
    ['sql', tag],
    ['createSqlTag', hostFunction('createSqlTag', () => tag)],
    ['default', tag],
    ['raw', rawFunction()],
  ]);
}
