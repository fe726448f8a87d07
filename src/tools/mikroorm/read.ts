import { construct } from '../../javascript/class';
import { truth } from '../../javascript/operators';
import { callValue } from '../../javascript/call';
import { readProperty } from '../../javascript/property';
import type { Recorder } from '../../javascript/recorder';
import type { ToolMethod } from '../../javascript/tool-host';
import { toolFunction, toolHost } from '../../javascript/tool-host';
import type { ClassValue, ObjectValue, Value } from '../../javascript/value';
import { objectOf, UNDEFINED, unknownAt } from '../../javascript/value';
import type { Reading } from '../javascript-migration';
import {
  exportedValues,
  isCallable,
  readJavaScriptMigration,
  reportMissing,
  runFunction,
} from '../javascript-migration';
import { knexHost } from '../knex/knex-host';
import type { Pending } from '../knex/raw';
import { parentOf } from '../folders';
import type { ScriptReader } from '../scripts';
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
    const pending: Pending[] = [];
    const instance = instanceOf(exported, recorder, pending, site);
    const method = readProperty(instance, context.direction, site);
    if (!isCallable(method)) continue;
    const isTransactional = readProperty(instance, 'isTransactional', site);
    if (
      isTransactional.kind === 'function' &&
      truth(callValue(isTransactional, [], site, instance)) === false
    )
      recorder.transaction = 'none';
    runFunction(method, [], site, instance);
    for (const one of pending) one.send();
  }
  if (seen.size === 0) reportMissing(reading, `No class with ${context.direction}()`);
}

/** An instance with what the class of the library gives it; what the project's own classes define comes first. */
function instanceOf(
  made: ClassValue,
  recorder: Recorder,
  pending: Pending[],
  site: Reading['site'],
): ObjectValue {
  const instance = construct(made, [], site);
  for (const [name, value] of inherited(recorder, pending)) {
    const own = readProperty(instance, name, site);
    if (own.kind !== 'function') instance.entries.set(name, value);
  }
  return instance;
}

function inherited(recorder: Recorder, pending: Pending[]): readonly (readonly [string, Value])[] {
  const send: ToolMethod = ([sql = UNDEFINED], site) => {
    recorder.send(sql, site);
    return unknownAt(site.at, 'only the database knows what the query gives', 'the result of a query');
  };
  const connection = (): Value => toolHost(recorder, 'connection', { execute: send });
  return [
    ['addSql', toolFunction('addSql', (args, site) => void send(args, site))],
    ['execute', toolFunction('execute', send)],
    ['getKnex', toolFunction('getKnex', () => knexHost(recorder, pending))],
    ['reset', toolFunction('reset', () => undefined)],
    ['getEntityManager', toolFunction('getEntityManager', () => entityManager(recorder, connection))],
    ['driver', toolHost(recorder, 'driver', { getConnection: connection, execute: send })],
    ['ctx', objectOf([])],
  ];
}

/** Entities are not read: what is written through them is a gap. */
function entityManager(recorder: Recorder, connection: () => Value): Value {
  const manager: Value = toolHost(recorder, 'the entity manager', {
    getConnection: connection,
    getDriver: () => toolHost(recorder, 'driver', { getConnection: connection }),
    fork: () => manager,
    execute: ([sql = UNDEFINED], site) => recorder.send(sql, site),
  });
  return manager;
}
