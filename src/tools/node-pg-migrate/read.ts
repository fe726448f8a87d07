import { hostFunction, hostObject } from '../../javascript/host';
import { exportOf } from '../../javascript/read-module';
import { textAt } from '../../javascript/text';
import type { Value } from '../../javascript/value';
import { objectOf, UNDEFINED } from '../../javascript/value';
import type { Reading } from '../javascript-migration';
import { exportedValues, readJavaScriptMigration, runExported } from '../javascript-migration';
import { parentOf } from '../folders';
import type { ScriptReader } from '../scripts';
import { pgmHost } from './pgm-host';
import { transactionMode } from './settings';

/** Reads a script whose `up` and `down` are given a `MigrationBuilder`. */
export const readNodePgMigrate: ScriptReader = (file, context) =>
  readJavaScriptMigration(file, context, transactionMode(context.tree, parentOf(file.path)), (recorder) => ({
    packages: new Map([['node-pg-migrate', libraryHost()]]),
    run: (reading) => {
      if (!isIrreversible(reading))
        runExported(reading, () => [pgmHost(recorder, shorthandsOf(reading)), DONE]);
    },
  }));

/** The second argument of older migrations: called when they are done. */
const DONE = hostFunction('run', () => UNDEFINED);

/** `exports.down = false`: the library refuses the way back. */
function isIrreversible({ module, context }: Reading): boolean {
  if (context.direction === 'up') return false;
  const down = exportOf(module, 'down');
  return down?.kind === 'boolean' && !down.value;
}

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
