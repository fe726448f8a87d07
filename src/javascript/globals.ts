import { posix } from 'node:path';
import { callValue } from './call';
import type { Site } from './host';
import { hostFunction, hostObject } from './host';
import { missing, OBJECT } from './globals-object';
import { numeric } from './numeric';
import { readFunctions } from './file-reading';
import { parseJson } from './json';
import { jsonText } from './json-text';
import { importSpecifier } from './modules';
import { entriesOf } from './object-methods';
import { truth } from './operators';
import { readProperty } from './property';
import { settle, settleAll } from './promise';
import { propertyKey } from './property';
import type { Scope } from './scope';
import { concatenate, knownText, textAt } from './text';
import type { ObjectValue, Value } from './value';
import { arrayOf, booleanOf, numberOf, objectOf, UNDEFINED, unknownAt } from './value';

/** A name that no module declares: what the language and Node give to every file. */
export function globalValue(name: string, site: Site, scope: Scope): Value | undefined {
  switch (name) {
    case 'undefined':
      return UNDEFINED;
    case '__filename':
      return textAt(`/${scope.module.path}`, site.at);
    case '__dirname':
      return textAt(posix.dirname(`/${scope.module.path}`), site.at);
    case 'require':
      return requireFor(scope);
  }
  globals ??= makeGlobals();
  return Object.hasOwn(globals, name) ? globals[name] : undefined;
}

function requireFor(scope: Scope): Value {
  return {
    kind: 'host',
    host: {
      name: 'require',
      call: ([specifier = UNDEFINED], site) => importSpecifier(site.run, specifier, scope, site),
      read: (key) =>
        key === 'resolve'
          ? hostFunction('require.resolve', ([path = UNDEFINED], { at }) => {
              const name = knownText(path);
              if (name?.startsWith('.') !== true) return path;
              return textAt(posix.join('/', posix.dirname(scope.module.path), name), at);
            })
          : undefined,
    },
  };
}

const ARRAY: Readonly<Record<string, Value>> = {
  isArray: hostFunction('Array.isArray', ([value], site) =>
    value === undefined || value.kind === 'unknown' || value.kind === 'choice'
      ? missing(value, site)
      : booleanOf(value.kind === 'array'),
  ),
  of: hostFunction('Array.of', (items) => arrayOf(items)),
  from: hostFunction('Array.from', ([list, change], site) => {
    const made = listFrom(list, site);
    if (change === undefined || made.kind !== 'array') return made;
    return arrayOf(
      made.items.map((item, index) => callValue(change, [item, numberOf(index)], site)),
      made.open,
    );
  }),
};

const PROMISE: Readonly<Record<string, Value>> = {
  all: hostFunction('Promise.all', ([list = UNDEFINED], site) => settleAll(list, site)),
  allSettled: hostFunction('Promise.allSettled', ([list = UNDEFINED], site) => settleAll(list, site)),
  race: hostFunction('Promise.race', ([list = UNDEFINED], site) => settleAll(list, site)),
  any: hostFunction('Promise.any', ([list = UNDEFINED], site) => settleAll(list, site)),
  resolve: hostFunction('Promise.resolve', ([value = UNDEFINED], site) => settle(value, site)),
  reject: hostFunction('Promise.reject', (_args, site) => unknownAt(site.at, 'it fails')),
};

function listFrom(list: Value | undefined, site: Site): Value {
  if (list?.kind === 'array') return arrayOf(list.items, list.open);
  if (list?.kind === 'object') {
    const length = list.entries.get('length');
    if (length?.kind === 'number' && length.value <= 10_000) {
      return arrayOf(Array.from({ length: Math.max(0, length.value) }, () => UNDEFINED));
    }
    if (list.isMap === true) return entriesOf(list, site);
  }
  const text = knownText(list);
  return text === undefined
    ? missing(list, site)
    : arrayOf([...text].map((letter) => textAt(letter, site.at)));
}

/** `new Promise((resolve, reject) => …)`: the value is what `resolve` is first given. */
function newPromise(args: readonly Value[], site: Site): Value {
  const [executor = UNDEFINED] = args;
  let result: Value | undefined;
  const resolve = hostFunction('resolve', ([value = UNDEFINED]) => {
    result ??= value;
    return UNDEFINED;
  });
  callValue(executor, [resolve, hostFunction('reject', () => UNDEFINED)], site);
  return result === undefined
    ? unknownAt(site.at, 'what the promise gives is not known')
    : settle(result, site);
}

function hostType(
  name: string,
  properties: Readonly<Record<string, Value>>,
  construct: (args: readonly Value[], site: Site) => Value,
  call = construct,
): Value {
  return {
    kind: 'host',
    host: {
      name,
      call,
      construct,
      read: (key) => (Object.hasOwn(properties, key) ? properties[key] : undefined),
    },
  };
}

const nothing = hostFunction('console', () => UNDEFINED);
/** What takes messages, by whatever method, and gives nothing. */
export const logger: Value = {
  kind: 'host',
  host: { name: 'console', read: () => nothing, call: () => UNDEFINED },
};

const unknownDate = (args: readonly Value[], site: Site): Value =>
  unknownAt(site.at, 'the time is not known', 'new Date()');

const later = hostFunction('setTimeout', ([callback], site) =>
  callback === undefined ? UNDEFINED : callValue(callback, [], site),
);

const ERROR = hostType('Error', {}, ([message = UNDEFINED]) => objectOf([['message', message]]));

/** `new String('now()')` is an object: db-migrate tells it from a string. */
function stringObject(value: Value): Value {
  if (value.kind !== 'text') return value;
  return {
    kind: 'host',
    host: { name: 'a String', text: () => value, read: (key, site) => readProperty(value, key, site) },
  };
}

let globals: Readonly<Record<string, Value>> | undefined;

/** Made when first asked for: the files of this folder import one another, and not all are ready at import. */
const makeGlobals = (): Readonly<Record<string, Value>> => ({
  NaN: numberOf(Number.NaN),
  Infinity: numberOf(Number.POSITIVE_INFINITY),
  Object: hostType('Object', OBJECT, () => objectOf([])),
  Array: hostType('Array', ARRAY, ([length, ...rest]) =>
    length?.kind === 'number' && rest.length === 0 && length.value >= 0 && length.value <= 10_000
      ? arrayOf(Array.from({ length: length.value }, () => UNDEFINED))
      : arrayOf(length === undefined ? [] : [length, ...rest]),
  ),
  Promise: {
    kind: 'host',
    host: {
      name: 'Promise',
      construct: newPromise,
      read: (key) => (Object.hasOwn(PROMISE, key) ? PROMISE[key] : undefined),
    },
  },
  String: hostType(
    'String',
    {
      raw: hostFunction('String.raw', ([strings, ...values], site) => {
        const parts = strings?.kind === 'array' ? (strings.raw ?? strings).items : [];
        return concatenate(
          parts.flatMap((part, index) => [part, ...values.slice(index, index + 1)]),
          site,
        );
      }),
    },
    ([value = UNDEFINED], site) => stringObject(concatenate([value], site)),
    ([value = UNDEFINED], site) => concatenate([value], site),
  ),
  Number: hostType('Number', {}, ([value = UNDEFINED], site) => numeric(value, site, Number)),
  parseInt: hostFunction('parseInt', ([value = UNDEFINED], site) =>
    numeric(value, site, (text) => Number.parseInt(text, 10)),
  ),
  parseFloat: hostFunction('parseFloat', ([value = UNDEFINED], site) =>
    numeric(value, site, Number.parseFloat),
  ),
  Boolean: hostType('Boolean', {}, ([value = UNDEFINED], site) => {
    const answer = truth(value);
    return answer === undefined ? missing(value, site) : booleanOf(answer);
  }),
  Map: hostType('Map', {}, ([pairs], site) => {
    const made: ObjectValue = { kind: 'object', entries: new Map(), isMap: true };
    const list = pairs?.kind === 'array' ? pairs : arrayOf([], pairs?.kind === 'unknown' ? pairs : undefined);
    for (const pair of list.items) {
      const [key, value] = pair.kind === 'array' ? pair.items : [];
      const name = key === undefined ? undefined : propertyKey(key);
      if (name === undefined) made.open ??= unknownAt(site.at, 'a key is not known');
      else made.entries.set(name, value ?? UNDEFINED);
    }
    if (list.open !== undefined) made.open ??= list.open;
    return made;
  }),
  Set: hostType('Set', {}, ([list], site) => {
    const all = list === undefined ? arrayOf([]) : listFrom(list, site);
    if (all.kind !== 'array') return all;
    const seen = new Set<string>();
    return arrayOf(
      all.items.filter((item) => {
        const text = knownText(item);
        if (text === undefined) return true;
        return !seen.has(text) && seen.add(text).size > 0;
      }),
      all.open,
    );
  }),
  Date: hostType('Date', { now: hostFunction('Date.now', unknownDate) }, unknownDate),
  Symbol: hostType('Symbol', {}, (_args, site) => unknownAt(site.at, 'a symbol')),
  RegExp: hostType('RegExp', {}, ([source, flags], site) => {
    const text = knownText(source);
    return text === undefined
      ? missing(source, site)
      : { kind: 'regexp', source: text, flags: knownText(flags) ?? '' };
  }),
  Error: ERROR,
  TypeError: ERROR,
  RangeError: ERROR,
  JSON: hostObject('JSON', {
    stringify: hostFunction('JSON.stringify', (args, site) => jsonText(args, site)),
    parse: hostFunction('JSON.parse', ([text], site) => {
      const known = knownText(text);
      return known === undefined ? missing(text, site) : parseJson(known, site.at.file, site);
    }),
  }),
  Buffer: hostType('Buffer', { from: hostFunction('Buffer.from', decoded) }, ([value = UNDEFINED]) => value),
  URL: hostType('URL', {}, (args, site) => readFunctions.url(args, site)),
  console: logger,
  process: {
    kind: 'host',
    host: {
      name: 'process',
      read: (key, site) => {
        if (key === 'env') return unknownAt(site.at, 'the environment is not known', 'process.env');
        if (key === 'cwd') return hostFunction('process.cwd', (_args, at) => readFunctions.workingFolder(at));
        if (key === 'nextTick') return later;
        return key === 'stdout' || key === 'stderr'
          ? logger
          : unknownAt(site.at, `process.${key} is not known`, `process.${key}`);
      },
    },
  },
  eval: hostFunction('eval', evaluated),
  Reflect: hostObject('Reflect', {
    apply: hostFunction('Reflect.apply', ([callee = UNDEFINED, self = UNDEFINED, args], site) =>
      callValue(callee, args?.kind === 'array' ? args.items : [], site, self),
    ),
    get: hostFunction('Reflect.get', ([object = UNDEFINED, key = UNDEFINED], site) => {
      const name = propertyKey(key);
      return name === undefined ? missing(key, site) : readProperty(object, name, site);
    }),
  }),
  setTimeout: later,
  setImmediate: later,
  clearTimeout: nothing,
  structuredClone: hostFunction('structuredClone', ([value = UNDEFINED]) => value),
  encodeURIComponent: hostFunction('encodeURIComponent', ([value], site) => {
    const text = knownText(value);
    return text === undefined ? missing(value, site) : textAt(encodeURIComponent(text), site.at);
  }),
});

/** `Buffer.from(text, encoding)`. Bytes are taken for the text that they are in UTF-8. */
function decoded([value = UNDEFINED, encoding]: readonly Value[], site: Site): Value {
  const name = knownText(encoding)?.toLowerCase().replace('-', '') ?? 'utf8';
  if (name === 'utf8' || name === 'ascii' || name === 'latin1') return value;
  const text = knownText(value);
  return text === undefined || (name !== 'base64' && name !== 'base64url' && name !== 'hex')
    ? missing(value, site)
    : textAt(Buffer.from(text, name).toString('utf8'), site.at);
}

/** Code that is text: it sees all that stands around it. */
function evaluated(_args: readonly Value[], site: Site): Value {
  site.run.report({ at: site.at, reason: 'unsupported-call', detail: 'eval runs code that is not read' });
  return unknownAt(site.at, 'what eval gives is not known', 'eval()');
}
