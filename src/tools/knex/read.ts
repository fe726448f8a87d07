import { builtinPackage } from '../../javascript/builtin-packages';
import { logger } from '../../javascript/globals';
import { hostFunction } from '../../javascript/host';
import { toolHost } from '../../javascript/tool-host';
import { truth } from '../../javascript/operators';
import { readProperty } from '../../javascript/property';
import { exportOf } from '../../javascript/read-module';
import type { Recorder } from '../../javascript/recorder';
import type { Value } from '../../javascript/value';
import { UNDEFINED } from '../../javascript/value';
import type { Reading } from '../javascript-migration';
import {
  exportedFunction,
  exportedValues,
  readJavaScriptMigration,
  reportMissing,
  runFunction,
} from '../javascript-migration';
import type { ScriptReader } from '../scripts';
import { parentOf } from '../folders';
import { INSPECTORS } from './inspector';
import { knexHost } from './knex-host';
import type { Pending } from './raw';
import { transactionMode } from './settings';

/** Reads a script whose `up` and `down` are given `knex`. */
export const readKnex: ScriptReader = (file, context) =>
  readJavaScriptMigration(file, context, transactionMode(context.tree, parentOf(file.path)), (recorder) => ({
    packages: packagesOf(recorder),
    run: (reading) => {
      wrapAsConfigured(reading, recorder);
      // Knex passed the promises of Bluebird until it had none of its own.
      runMigration(reading, recorder, builtinPackage('bluebird') ?? UNDEFINED);
    },
  }));

/** Reads a script of Strapi: `up` is given `knex` in a transaction, and the database, whose `connection` leads around it. */
export const readStrapi: ScriptReader = (file, context) =>
  readJavaScriptMigration(file, context, 'file', (recorder) => {
    const db = toolHost(recorder, 'db', {}, { connection: () => knexHost(recorder.elsewhere(), []) });
    const application = toolHost(recorder, 'strapi', {}, { db: () => db, log: () => logger });
    return {
      packages: packagesOf(recorder),
      globals: new Map([['strapi', application]]),
      run: (reading) => runMigration(reading, recorder, db),
    };
  });

function packagesOf(recorder: Recorder): ReadonlyMap<string, Value> {
  return new Map([...INSPECTORS, ['knex', knexPackage(recorder)]]);
}

/** `knex(configuration)`: a connection of the project's own, which code beside the migration may use. */
function knexPackage(recorder: Recorder): Value {
  const make = hostFunction('knex', () => knexHost(recorder.elsewhere(), []));
  const made: Value = {
    kind: 'host',
    host: {
      name: 'knex',
      call: () => knexHost(recorder.elsewhere(), []),
      read: (key) => (key === 'knex' || key === 'default' || key === 'Knex' ? make : undefined),
    },
  };
  return made;
}

function wrapAsConfigured(reading: Reading, recorder: Recorder): void {
  const own = configOf(reading);
  const isWanted = own === undefined ? undefined : truth(readProperty(own, 'transaction', reading.site));
  if (isWanted === false) recorder.transaction = 'none';
  else if (isWanted === true && recorder.transaction === 'none') recorder.transaction = 'file';
}

/** Runs the function of a direction with `knex` and what the runner gives beside it. */
function runMigration(reading: Reading, recorder: Recorder, beside: Value): void {
  const { site, context } = reading;
  const found = exportedFunction(reading, context.direction);
  if (found === undefined) {
    reportMissing(reading, `No function ${context.direction}()`);
    return;
  }
  const pending: Pending[] = [];
  runFunction(found.value, [knexHost(recorder, pending), beside], site, found.self);
  // What nobody waited for may have been given to something that was not followed: it is taken to run.
  for (const one of pending) one.send();
}

/** `export const config`, where it says something of the transaction. */
function configOf(reading: Reading): Value | undefined {
  const direct = exportOf(reading.module, 'config');
  if (direct?.kind === 'object') return direct;
  for (const value of exportedValues(reading)) {
    const config = value.kind === 'object' ? value.entries.get('config') : undefined;
    if (config?.kind === 'object') return config;
  }
  return undefined;
}
