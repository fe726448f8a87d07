import type { Recorder } from '../../javascript/recorder';
import { objectOf } from '../../javascript/value';
import { runExported, readJavaScriptMigration } from '../javascript-migration';
import type { ScriptReader } from '../scripts';
import { databaseHost } from './database';
import { sqlTag } from './sql-tag';

/** Reads a script whose `up` and `down` are given a `Kysely`. */
export const readKysely: ScriptReader = (file, context) =>
  readJavaScriptMigration(file, context, 'all', (recorder) => ({
    packages: new Map([['kysely', kyselyPackage(recorder)]]),
    run: (reading) => runExported(reading, () => [databaseHost(recorder)]),
  }));

function kyselyPackage(recorder: Recorder): ReturnType<typeof objectOf> {
  return objectOf([['sql', sqlTag(recorder)]]);
}
