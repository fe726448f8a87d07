import type { Recorder } from '../../javascript/recorder';
import { hostFunction } from '../../javascript/host';
import type { Value } from '../../javascript/value';
import { UNDEFINED } from '../../javascript/value';
import type { Reading } from '../javascript-migration';
import {
  exportedFunction,
  readJavaScriptMigration,
  reportMissing,
  runFunction,
} from '../javascript-migration';
import { parentOf } from '../folders';
import { isNamed } from '../manifest';
import type { ScriptContext, ScriptReader } from '../scripts';
import type { SequelizeHosts } from './sequelize-host';
import { sequelizeHosts } from './sequelize-host';

/** Reads a script whose `up` and `down` are given a query interface. */
export const readSequelize: ScriptReader = (file, context) =>
  readJavaScriptMigration(file, context, 'none', (recorder) => {
    const hosts = sequelizeHosts(recorder, () => isAmbient(file.text, context));
    return {
      packages: new Map<string, Value>([
        ['sequelize', hosts.library],
        ['sequelize-typescript', hosts.library],
        ['@sequelize/core', hosts.library],
        ...PLUGINS.map((name): [string, Value] => [name, plugin(name)]),
      ]),
      run: (reading) => runMigration(reading, recorder, hosts),
    };
  });

/**
 * Whether statements find the transaction around them by themselves: the default of Sequelize 7, and where a project sets up
 * continuation-local storage.
 */
function isAmbient(text: string, { tree, path }: ScriptContext): boolean {
  return (
    text.includes('@sequelize/core') ||
    ['@sequelize/core', 'cls-hooked', 'continuation-local-storage'].some((name) =>
      isNamed(tree, parentOf(path), name),
    )
  );
}

/** Packages that give models hooks or tables of history: they send nothing while a model is defined. */
const PLUGINS = [
  'sequelize-temporal',
  'sequelize-historical',
  'sequelize-paper-trail',
  'sequelize-slugify',
  'sequelize-hierarchy',
  'sequelize-cls-hooked',
];

function plugin(name: string): Value {
  return hostFunction(name, ([model = UNDEFINED]) => model);
}

function runMigration(
  reading: Reading,
  recorder: Recorder,
  { queryInterface, library }: SequelizeHosts,
): void {
  const { site, context } = reading;
  const found = exportedFunction(reading, context.direction);
  if (found === undefined) {
    reportMissing(reading, `No function ${context.direction}()`);
    return;
  }
  runFunction(found.value, [queryInterface, library], site, found.self);
}
