import { hostFunction } from '../../javascript/host';
import type { Recorder } from '../../javascript/recorder';
import type { Value } from '../../javascript/value';
import { objectOf } from '../../javascript/value';
import type { Reading } from '../javascript-migration';
import { exportedFunction, readJavaScriptMigration, runExported, runFunction } from '../javascript-migration';
import type { ScriptReader } from '../scripts';
import { poolHost } from './pool';
import { rawFunction, slonikTag } from './sql-tag';

const PACKAGES = [
  'slonik',
  '@silverhand/slonik',
  '@slonik/migrator',
  '@slonik/sql-tag',
  'slonik-sql-tag-raw',
];

/** Reads a script whose `up` and `down` are given a pool of Slonik. */
export const readSlonik: ScriptReader = (file, context) =>
  readJavaScriptMigration(file, context, 'file', (recorder) => ({
    packages: new Map(PACKAGES.map((name) => [name, slonikPackage()])),
    run: (reading) => {
      runBefore(reading, recorder);
      runExported(reading, () => [poolHost(recorder)]);
    },
  }));

/** `beforeUp` runs before the transaction is opened. */
function runBefore(reading: Reading, recorder: Recorder): void {
  const name = reading.context.direction === 'up' ? 'beforeUp' : 'beforeDown';
  const before = exportedFunction(reading, name);
  if (before === undefined) return;
  runFunction(before.value, [poolHost(recorder.elsewhere())], reading.site, before.self);
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
