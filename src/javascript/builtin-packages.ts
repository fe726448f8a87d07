import { arrayMethod, eachItem } from './array-methods';
import { callValue } from './call';
import { FS, FS_PROMISES, PATH, URL_PACKAGE } from './file-reading';
import { globalValue } from './globals';
import type { Site } from './host';
import { hostFunction, hostObject } from './host';
import { entriesOf } from './object-methods';
import { settle } from './promise';
import { rootScope } from './scope';
import { knownText } from './text';
import { TEMPLATE_PACKAGES, templatePackage } from './template-packages';
import type { Value } from './value';
import { arrayOf, NULL, UNDEFINED, unknownAt } from './value';
import { filePath } from '../sql/source';

/** Packages that migrations use to read files, to walk lists and to wait; a tool's own packages are the tool's business. */
export function builtinPackage(specifier: string): Value | undefined {
  const name = specifier.replace(/^node:/, '');
  return Object.hasOwn(PACKAGES, name) ? PACKAGES[name]?.() : undefined;
}

/** Both a list and the entries of an object may be walked. */
function walk(name: string, result: (list: Value, mapped: Value) => Value, waits = false): Value {
  return hostFunction(name, ([list = UNDEFINED, callback], site) => {
    const settled = settle(list, site);
    if (settled.kind !== 'object') return result(settled, eachItem(settled, callback, site, waits));
    const pairs = entriesOf(settled, site);
    const flipped = hostFunction(name, ([pair]) => {
      const [key = UNDEFINED, value = UNDEFINED] = pair?.kind === 'array' ? pair.items : [];
      return callValue(callback ?? UNDEFINED, [value, key], site);
    });
    return result(settled, eachItem(pairs, flipped, site, waits));
  });
}

const mapped = (_list: Value, result: Value): Value => result;
const same = (list: Value): Value => list;

function viaArray(name: string): Value {
  return hostFunction(name, ([list = UNDEFINED, ...args], site) => {
    const method = arrayMethod(name);
    return method === undefined || list.kind !== 'array'
      ? unknownAt(site.at, `what ${name} gives is not known`)
      : callValue(method, args, site, list);
  });
}

const ANYWHERE = rootScope({ path: filePath(''), text: '' });
const NOWHERE = { file: filePath(''), start: 0, end: 0 };

/** `Object.keys` and what else the language itself has under another name. */
function ofGlobal(owner: string, key: string): Value {
  return hostFunction(key, (args, site) => {
    const host = globalValue(owner, site, ANYWHERE);
    const found = host?.kind === 'host' ? host.host.read?.(key, site) : undefined;
    return found === undefined ? UNDEFINED : callValue(found, args, site);
  });
}

const lodash = (): Value =>
  hostObject('lodash', {
    each: walk('each', same),
    forEach: walk('forEach', same),
    map: walk('map', mapped),
    ...Object.fromEntries(
      ['filter', 'find', 'some', 'every', 'reduce', 'join', 'flatMap', 'includes', 'slice'].map((name) => [
        name,
        viaArray(name),
      ]),
    ),
    keys: ofGlobal('Object', 'keys'),
    values: ofGlobal('Object', 'values'),
    toPairs: ofGlobal('Object', 'entries'),
    uniq: ofGlobal('Array', 'from'),
    flatten: viaArray('flat'),
  });

const bluebird = (): Value => {
  const properties: Readonly<Record<string, Value>> = {
    map: walk('map', mapped, true),
    mapSeries: walk('mapSeries', mapped, true),
    each: walk('each', same, true),
    all: ofGlobal('Promise', 'all'),
    resolve: ofGlobal('Promise', 'resolve'),
    reject: ofGlobal('Promise', 'reject'),
    try: hostFunction('Promise.try', ([callback = UNDEFINED], site) =>
      settle(callValue(callback, [], site), site),
    ),
    promisify: hostFunction('promisify', ([callback = UNDEFINED]) => callback),
    delay: hostFunction('Promise.delay', () => UNDEFINED),
    coroutine: hostFunction('Promise.coroutine', ([callback = UNDEFINED]) => callback),
  };
  return {
    kind: 'host',
    host: {
      name: 'bluebird',
      read: (key) => properties[key],
      construct: (args, site) => {
        const promise = globalValue('Promise', site, ANYWHERE);
        return promise?.kind === 'host' ? (promise.host.construct?.(args, site) ?? UNDEFINED) : UNDEFINED;
      },
    },
  };
};

/** The functions of `async` that run tasks: each task is given a callback, the last argument is called at the end. */
function runTasks([tasks = UNDEFINED, done]: readonly Value[], site: Site): Value {
  const list = tasks.kind === 'object' ? arrayOf([...tasks.entries.values()], tasks.open) : tasks;
  const callback = hostFunction('callback', () => UNDEFINED);
  eachItem(
    list,
    hostFunction('task', ([task = UNDEFINED]) => settle(callValue(task, [callback], site), site)),
    site,
  );
  return done === undefined ? UNDEFINED : callValue(done, [NULL], site);
}

function runEach([list = UNDEFINED, task = UNDEFINED, done]: readonly Value[], site: Site): Value {
  const callback = hostFunction('callback', () => UNDEFINED);
  eachItem(
    list,
    hostFunction('task', ([item = UNDEFINED]) => settle(callValue(task, [item, callback], site), site)),
    site,
  );
  return done === undefined ? UNDEFINED : callValue(done, [NULL], site);
}

const asyncPackage = (): Value =>
  hostObject('async', {
    series: hostFunction('async.series', runTasks),
    parallel: hostFunction('async.parallel', runTasks),
    waterfall: hostFunction('async.waterfall', runTasks),
    each: hostFunction('async.each', runEach),
    eachSeries: hostFunction('async.eachSeries', runEach),
    forEachSeries: hostFunction('async.forEachSeries', runEach),
    map: hostFunction('async.map', runEach),
    mapSeries: hostFunction('async.mapSeries', runEach),
  });

const util = (): Value =>
  hostObject('util', {
    promisify: hostFunction('promisify', ([callback = UNDEFINED]) => callback),
    format: hostFunction('util.format', (args, site) => args[0] ?? unknownAt(site.at, 'no format is given')),
    inspect: hostFunction('util.inspect', (_args, site) =>
      unknownAt(site.at, 'what inspect gives is not known'),
    ),
  });

const os = (): Value =>
  hostObject('os', {
    EOL: { kind: 'text', pieces: [{ kind: 'known', text: '\n', at: NOWHERE, mapping: 'whole' }] },
  });

/** Programs that a migration starts may do anything: what they send to the database is not read. */
function program(name: string): Value {
  return hostFunction(name, ([command], site) => {
    const what = knownText(command);
    const detail = `${name} runs another program${what === undefined ? '' : ` (${what})`}, which is not read`;
    site.run.report({ at: site.at, reason: 'unsupported-call', detail });
    return unknownAt(site.at, `what ${name} gives is not known`, `${name}()`);
  });
}

const PROGRAMS = ['exec', 'execSync', 'execFile', 'execFileSync', 'spawn', 'spawnSync', 'fork'];

const childProcess = (): Value =>
  hostObject('child_process', Object.fromEntries(PROGRAMS.map((name) => [name, program(name)])));

const PACKAGES: Readonly<Record<string, () => Value>> = {
  fs: () => FS,
  'fs-extra': () => FS,
  'graceful-fs': () => FS,
  'fs/promises': () => FS_PROMISES,
  path: () => PATH,
  'path/posix': () => PATH,
  url: () => URL_PACKAGE,
  util,
  os,
  lodash,
  'lodash-es': lodash,
  underscore: lodash,
  bluebird,
  async: asyncPackage,
  child_process: childProcess,
  ...Object.fromEntries(TEMPLATE_PACKAGES.map((name) => [name, () => templatePackage(name)])),
};
