import { construct } from '../../javascript/class';
import { truth } from '../../javascript/operators';
import { callValue } from '../../javascript/call';
import { readProperty } from '../../javascript/property';
import type { Recorder } from '../../javascript/recorder';
import type { ClassValue, ObjectValue, Value } from '../../javascript/value';
import type { Reading } from '../javascript-migration';
import {
  exportedValues,
  isCallable,
  readJavaScriptMigration,
  reportMissing,
  runFunction,
} from '../javascript-migration';
import { parentOf } from '../folders';
import type { ScriptReader } from '../scripts';
import type { MigrationMembers } from './migration-members';
import { migrationMembers } from './migration-members';
import { transactionMode } from './settings';

/** Reads a class that extends `Migration` and collects SQL by `this.addSql`. */
export const readMikroorm: ScriptReader = (file, context) =>
  readJavaScriptMigration(file, context, transactionMode(context.tree, parentOf(file.path)), (recorder) => ({
    run: (reading) => runMigrations(reading, recorder),
  }));

function runMigrations(reading: Reading, recorder: Recorder): void {
  const { site, context } = reading;
  const seen = new Set<Value>();
  for (const exported of exportedValues(reading)) {
    if (exported.kind !== 'class' || seen.has(exported)) continue;
    seen.add(exported);
    const members = migrationMembers(recorder);
    const instance = instanceOf(exported, members, site);
    const method = readProperty(instance, context.direction, site);
    if (!isCallable(method)) continue;
    const isTransactional = readProperty(instance, 'isTransactional', site);
    if (
      isTransactional.kind === 'function' &&
      truth(callValue(isTransactional, [], site, instance)) === false
    )
      recorder.transaction = 'none';
    runFunction(method, [], site, instance);
    members.end();
  }
  if (seen.size === 0) reportMissing(reading, `No class with ${context.direction}()`);
}

/** An instance with what the class of the library gives it; what the project's own classes define comes first. */
function instanceOf(made: ClassValue, { members }: MigrationMembers, site: Reading['site']): ObjectValue {
  const instance = construct(made, [], site);
  for (const [name, value] of members) {
    const own = readProperty(instance, name, site);
    if (own.kind !== 'function') instance.entries.set(name, value);
  }
  return instance;
}
