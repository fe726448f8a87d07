import { hostFunction, hostObject } from '../../javascript/host';
import { truth } from '../../javascript/operators';
import { exportOf } from '../../javascript/read-module';
import type { Recorder } from '../../javascript/recorder';
import type { Value } from '../../javascript/value';
import { objectOf, UNDEFINED } from '../../javascript/value';
import { parentOf } from '../folders';
import type { Reading } from '../javascript-migration';
import { exportedValues, readJavaScriptMigration, runExported } from '../javascript-migration';
import type { ScriptReader } from '../scripts';
import { databaseHost } from './database';
import { transactionMode } from './settings';
import { sqlTag } from './sql-tag';

/** Reads a script whose `up` and `down` are given a `Kysely`. */
export const readKysely: ScriptReader = (file, context) =>
  readJavaScriptMigration(file, context, transactionMode(context.tree, parentOf(file.path)), (recorder) => ({
    packages: new Map([
      ['kysely', kyselyPackage(recorder)],
      ['kysely/migration', kyselyPackage(recorder)],
    ]),
    run: (reading) => {
      if (recorder.transaction === 'file' && standsOutside(reading)) recorder.transaction = 'none';
      runExported(reading, () => [databaseHost(recorder)]);
    },
  }));

/** `config: { transaction: false }` beside `up`, which counts where each migration has a transaction of its own. */
function standsOutside(reading: Reading): boolean {
  const configs = [
    exportOf(reading.module, 'config'),
    ...exportedValues(reading).map((value) =>
      value.kind === 'object' ? value.entries.get('config') : undefined,
    ),
  ];
  return configs.some(
    (config) =>
      config?.kind === 'object' &&
      truth(config.entries.get('transaction') ?? UNDEFINED) === false &&
      config.entries.has('transaction'),
  );
}

/** What a `Kysely` is made of: nothing of it sends a statement. */
const PARTS = [
  'PostgresDialect',
  'CamelCasePlugin',
  'DeduplicateJoinsPlugin',
  'ParseJSONResultsPlugin',
  'WithSchemaPlugin',
];

function kyselyPackage(recorder: Recorder): ReturnType<typeof objectOf> {
  return objectOf([
    ['sql', sqlTag(recorder)],
    [
      'Kysely',
      { kind: 'host', host: { name: 'Kysely', construct: () => databaseHost(recorder.elsewhere()) } },
    ],
    ...PARTS.map((name): [string, Value] => [
      name,
      { kind: 'host', host: { name, construct: () => objectOf([]) } },
    ]),
    [
      'CompiledQuery',
      hostObject('CompiledQuery', {
        raw: hostFunction('CompiledQuery.raw', ([text = UNDEFINED]) => objectOf([['sql', text]])),
      }),
    ],
    ['defineMigration', hostFunction('defineMigration', ([migration]): Value => migration ?? UNDEFINED)],
  ]);
}
