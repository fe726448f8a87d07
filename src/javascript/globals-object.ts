import { spreadEntries } from './evaluate-literals';
import type { Site } from './host';
import { hostFunction } from './host';
import { noteObject } from './journal';
import { entriesOf } from './object-methods';
import { propertyKey } from './property';
import { textAt } from './text';
import type { ObjectValue, Value } from './value';
import { arrayOf, objectOf, UNDEFINED, unknownAt } from './value';

/** The functions of `Object`. */
export const OBJECT: Readonly<Record<string, Value>> = {
  keys: hostFunction('Object.keys', ([object], site) => keysOf(object, site)),
  getOwnPropertyNames: hostFunction('Object.getOwnPropertyNames', ([object], site) => keysOf(object, site)),
  values: hostFunction('Object.values', ([object], site) => {
    const plain = plainObject(object, site);
    if (plain === undefined) return missing(object, site);
    return arrayOf([...plain.entries.values()], plain.open);
  }),
  entries: hostFunction('Object.entries', ([object], site) => {
    const plain = plainObject(object, site);
    return plain === undefined ? missing(object, site) : entriesOf(plain, site);
  }),
  assign: hostFunction('Object.assign', ([target, ...sources], site) => {
    if (target?.kind !== 'object') return target ?? UNDEFINED;
    noteObject(site.run, target);
    for (const source of sources) spreadEntries(target, source, site);
    return target;
  }),
  fromEntries: hostFunction('Object.fromEntries', ([pairs], site) => {
    const made = objectOf([]);
    const list = pairs?.kind === 'object' ? entriesOf(pairs, site) : pairs;
    if (list?.kind !== 'array') return missing(pairs, site);
    for (const pair of list.items) {
      const [key, value] = pair.kind === 'array' ? pair.items : [];
      const name = key === undefined ? undefined : propertyKey(key);
      if (name === undefined) made.open ??= unknownAt(site.at, 'a key is not known');
      else made.entries.set(name, value ?? UNDEFINED);
    }
    if (list.open !== undefined) made.open ??= list.open;
    return made;
  }),
  freeze: hostFunction('Object.freeze', ([object]) => object ?? UNDEFINED),
  seal: hostFunction('Object.seal', ([object]) => object ?? UNDEFINED),
  create: hostFunction('Object.create', ([base]) =>
    base?.kind === 'object' ? { ...base, entries: new Map(base.entries) } : objectOf([]),
  ),
  defineProperty: hostFunction('Object.defineProperty', ([object, key, descriptor], site) => {
    const name = key === undefined ? undefined : propertyKey(key);
    if (object?.kind !== 'object' || name === undefined || descriptor?.kind !== 'object')
      return object ?? UNDEFINED;
    const getter = descriptor.entries.get('get');
    const value =
      descriptor.entries.get('value') ??
      (getter?.kind === 'function' ? { ...getter, getter: true } : undefined);
    noteObject(site.run, object);
    if (value !== undefined) object.entries.set(name, value);
    return object;
  }),
};

function keysOf(object: Value | undefined, site: Site): Value {
  const plain = plainObject(object, site);
  if (plain === undefined) return missing(object, site);
  return arrayOf(
    [...plain.entries.keys()].map((key) => textAt(key, plain.at ?? site.at)),
    plain.open,
  );
}

/** What has entries, as an object. */
function plainObject(value: Value | undefined, site: Site): ObjectValue | undefined {
  if (value?.kind === 'object') return value;
  if (value?.kind === 'array') {
    return {
      ...objectOf(value.items.map((item, index): [string, Value] => [String(index), item])),
      ...(value.open && { open: value.open }),
    };
  }
  if (value?.kind !== 'host' || value.host.keys === undefined) return undefined;
  const object = objectOf([]);
  spreadEntries(object, value, site);
  return object;
}

/** What a function gives that needs a value which is not known. */
export function missing(value: Value | undefined, site: Site): Value {
  return value?.kind === 'unknown' ? value : unknownAt(site.at, 'it is not known');
}
