import { construct } from '../../javascript/class';
import { truth } from '../../javascript/operators';
import { readProperty } from '../../javascript/property';
import type { Recorder } from '../../javascript/recorder';
import type { ObjectValue, Value } from '../../javascript/value';
import type { Reading } from '../javascript-migration';
import {
  exportedValues,
  isCallable,
  readJavaScriptMigration,
  reportMissing,
  runFunction,
} from '../javascript-migration';
import type { ScriptReader } from '../scripts';
import { parentOf } from '../folders';
import { typeormPackage } from './library';
import { queryRunner } from './query-runner';
import { overridesMode, transactionMode } from './settings';

/** Reads a class with `up` and `down`, each given a query runner. */
export const readTypeorm: ScriptReader = (file, context) =>
  readJavaScriptMigration(file, context, transactionMode(context.tree, parentOf(file.path)), (recorder) => ({
    packages: new Map([['typeorm', typeormPackage(recorder)]]),
    run: (reading) => runMigrations(reading, recorder),
  }));

function runMigrations(reading: Reading, recorder: Recorder): void {
  const { site, context } = reading;
  const seen = new Set<Value>();
  let count = 0;
  for (const exported of exportedValues(reading)) {
    const instance = instanceOf(exported, site);
    if (instance === undefined || seen.has(exported)) continue;
    seen.add(exported);
    const method = readProperty(instance, context.direction, site);
    if (!isCallable(method)) continue;
    const own = instance.entries.get('transaction');
    if (own !== undefined && overridesMode(context.tree, parentOf(context.path)))
      override(recorder, truth(own));
    count += 1;
    runFunction(method, [queryRunner(recorder)], site, instance);
  }
  if (count === 0) reportMissing(reading, `No class with ${context.direction}()`);
}

/** What a migration says of its own transaction; in the mode `all` it may say only that it has none, and TypeORM refuses the rest. */
function override(recorder: Recorder, isWanted: boolean | undefined): void {
  if (isWanted === false) recorder.transaction = 'none';
  else if (recorder.transaction !== 'all') recorder.transaction = isWanted === true ? 'file' : 'unknown';
}

function instanceOf(value: Value, site: Reading['site']): ObjectValue | undefined {
  if (value.kind === 'class') return construct(value, [], site);
  return value.kind === 'object' ? value : undefined;
}
