import { member, readJson } from '../../javascript/json-file';
import { commandLines } from '../manifest';
import { onceAFolder } from '../configuration';
import { dialectOf } from '../dialect';
import { foldersOf, joinPath, nameOf, resolvePath, upwards } from '../folders';
import { withoutScriptComments } from '../script-comments';
import type { FilePath } from '../../sql/source';
import type { Tree } from '../tool';

/**
 * What the configuration of db-migrate says of the databases: a clause where each environment is known and none is PostgreSQL; null
 * where one of them is; undefined where nothing tells. What stands in the environment of the process counts as unknown.
 */
export const otherDatabases = onceAFolder((tree: Tree, folder: string): string | null | undefined => {
  const path = configPath(tree, folder);
  if (path === undefined) return undefined;
  const drivers = driversIn(path, tree.read(path) ?? '');
  if (drivers.includes('PostgreSQL')) return null;
  if (drivers.length === 0 || drivers.includes(null)) return undefined;
  return `${nameOf(path)} names only ${[...new Set(drivers)].join(' and ')}`;
});

const OPTION = /\bdb-migrate\b.*?\s--config(?:\s+|=)["']?([\w./@-]+)/;

/** The file that an option or `.db-migraterc` names, else `database.json` where the tool is started, or in `config` there. */
function configPath(tree: Tree, folder: string): FilePath | undefined {
  const folders = foldersOf(tree);
  const known = (path: string): FilePath | undefined =>
    folders.get(path.slice(0, Math.max(0, path.lastIndexOf('/'))))?.files.includes(nameOf(path)) === true
      ? joinPath('', path)
      : undefined;
  const named = commandLines(tree, folder).flatMap((line) => OPTION.exec(line)?.[1] ?? []);
  for (const place of upwards(folder)) {
    const rc = readJson(tree.read(joinPath(place, '.db-migraterc')) ?? '');
    const told = [member(rc, 'configFile'), member(rc, 'config')].filter((name) => typeof name === 'string');
    for (const name of [...named, ...told, 'database.json', 'config/database.json']) {
      const path = known(resolvePath(place, name));
      if (path !== undefined) return path;
    }
  }
  return undefined;
}

type Driver = string | null;

/** The databases of the environments; null for one that is not known. */
function driversIn(path: FilePath, text: string): readonly Driver[] {
  if (path.endsWith('.json')) {
    const config = readJson(text);
    return typeof config === 'object' && config !== null ? Object.values(config).flatMap(driverOf) : [];
  }
  const named = withoutScriptComments(text).matchAll(/\b(driver|url)["']?\s*:\s*(?:(["'`])([^"'`$]+)\2)?/g);
  return [...named].flatMap(([, key, , value]): readonly Driver[] =>
    value === undefined ? [null] : key === 'url' ? ofUrl(value) : [databaseOf(value)],
  );
}

/** An environment is an object with a driver or a URL, a URL, or the name of a variable that holds one; all else configures the tool. */
function driverOf(environment: unknown): readonly Driver[] {
  if (typeof environment === 'string') return ofUrl(environment);
  if (typeof environment !== 'object' || environment === null || Array.isArray(environment)) return [];
  const url = member(environment, 'url');
  if (typeof url === 'string') return ofUrl(url);
  const driver = member(environment, 'driver');
  const name = typeof driver === 'string' ? driver : member(driver, 'require');
  if (typeof name === 'string') return [databaseOf(name.replace(/^db-migrate-/, ''))];
  return driver === undefined && url === undefined && member(environment, 'ENV') === undefined ? [] : [null];
}

function ofUrl(url: string): readonly Driver[] {
  const scheme = /^(\w+):/.exec(url)?.[1];
  return scheme === undefined ? [] : [databaseOf(scheme)];
}

function databaseOf(driver: string): Driver {
  return /^(?:pg|postgres|postgresql)$/i.test(driver) ? 'PostgreSQL' : dialectOf(driver);
}
