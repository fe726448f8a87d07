import { globalValue } from '../../javascript/globals';
import { hostFunction } from '../../javascript/host';
import { rootScope } from '../../javascript/scope';
import { objectOf, UNDEFINED } from '../../javascript/value';
import type { Reading } from '../javascript-migration';
import { exportedFunction, readJavaScriptMigration, runExported, runFunction } from '../javascript-migration';
import { parentOf } from '../folders';
import type { ScriptReader } from '../scripts';
import { dbHost, libraryHost } from './db-host';
import { transactionMode } from './settings';

/** Reads a script whose `up` and `down` are given `db` and a callback. */
export const readDbMigrate: ScriptReader = (file, context) =>
  readJavaScriptMigration(file, context, transactionMode(context.tree, parentOf(file.path)), (recorder) => ({
    packages: new Map([
      ['db-migrate', libraryHost()],
      ['db-migrate-shared', libraryHost()],
    ]),
    run: (reading) => {
      setUp(reading);
      runExported(reading, () => [dbHost(recorder), hostFunction('callback', () => UNDEFINED)]);
    },
  }));

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
