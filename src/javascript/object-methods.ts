import { eachItem } from './array-methods';
import { askedAt, whether } from './asked';
import type { Site } from './host';
import { hostFunction } from './host';
import { noteObject } from './journal';
import { propertyKey } from './property';
import { textAt } from './text';
import type { ObjectValue, Value } from './value';
import { arrayOf, booleanOf, UNDEFINED, unknownAt } from './value';

/** A method that every object has, or every map, to be called with the object as its `this`. */
export function objectMethod(object: ObjectValue, key: string): Value | undefined {
  const methods = object.isMap === true ? MAP_METHODS : METHODS;
  const method = Object.hasOwn(methods, key) ? methods[key] : undefined;
  if (method === undefined) return undefined;
  return hostFunction(key, (args, site, self) =>
    self?.kind === 'object' ? method(self, args, site) : unknownAt(site.at, 'it is no object that is known'),
  );
}

type Method = (object: ObjectValue, args: readonly Value[], site: Site) => Value;

const METHODS: Readonly<Record<string, Method>> = {
  hasOwnProperty: (object: ObjectValue, args: readonly Value[], site: Site) => hasEntry(object, args, site),
};

/** Maps are objects here: their keys are strings in every migration seen. */
const MAP_METHODS: Readonly<Record<string, Method>> = {
  has: (object, args, site) => hasEntry(object, args, site),
  get: (object, [key = UNDEFINED], site) => {
    const name = propertyKey(key);
    if (name === undefined) return unknownAt(site.at, 'the key is not known');
    return object.entries.get(name) ?? object.open ?? UNDEFINED;
  },
  set: (object, [key = UNDEFINED, value = UNDEFINED], site) => {
    const name = propertyKey(key);
    noteObject(site.run, object);
    if (name === undefined) object.open ??= unknownAt(site.at, 'the key is not known');
    else object.entries.set(name, value);
    return object;
  },
  forEach: (object, [callback], site) => {
    const flipped = [...object.entries.values()];
    eachItem(arrayOf(flipped, object.open), callback, site);
    return UNDEFINED;
  },
  keys: (object, _args, site) =>
    arrayOf(
      [...object.entries.keys()].map((key) => textAt(key, object.at ?? site.at)),
      object.open,
    ),
  values: (object) => arrayOf([...object.entries.values()], object.open),
  entries: (object, _args, site) => entriesOf(object, site),
};

/** The pairs of an object, as `Object.entries` gives them. */
export function entriesOf(object: ObjectValue, site: Site): Value {
  const pairs = [...object.entries].map(([key, value]) =>
    arrayOf([textAt(key, object.at ?? site.at), value]),
  );
  return arrayOf(pairs, object.open);
}

function hasEntry(object: ObjectValue, [key = UNDEFINED]: readonly Value[], site: Site): Value {
  const name = propertyKey(key);
  if (name !== undefined && object.entries.has(name)) return booleanOf(true);
  if (object.open === undefined && name !== undefined) return booleanOf(false);
  const question = name === undefined ? undefined : object.open?.names?.(name);
  return askedAt(site.at, 'it is not known', whether(question));
}
