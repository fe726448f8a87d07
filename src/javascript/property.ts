import { arrayMethod } from './array-methods';
import { askedAt, madeOf, whetherThere } from './asked';
import { callFunction } from './call';
import { mapOptions } from './choice';
import { findMember } from './class';
import { functionMethod } from './function-methods';
import type { Site } from './host';
import { noteArray, noteObject } from './journal';
import { hostReached } from './escape';
import { objectMethod } from './object-methods';
import { isPresent } from './present';
import { knownText, textAt } from './text';
import { testMethod, textMethod } from './text-methods';
import type { ArrayValue, ClassValue, FunctionValue, ObjectValue, Unknown, Value } from './value';
import { numberOf, UNDEFINED, unknownAt } from './value';

/** The key that a computed property has, if it is known. */
export function propertyKey(key: Value): string | undefined {
  if (key.kind === 'number') return String(key.value);
  return knownText(key);
}

/** `object.key`. Reading never reports anything: what is not known is a value that says so. */
export function readProperty(object: Value, key: string, site: Site): Value {
  switch (object.kind) {
    case 'choice':
      return mapOptions(object, (option) => readProperty(option, key, site));
    case 'unknown': {
      const name = object.name === undefined ? undefined : `${object.name}.${key}`;
      const value = askedAt(
        object.at,
        object.why,
        madeOf(object.asks, (value) => readProperty(value, key, site)),
        name,
      );
      return object.names !== undefined && NAMES.includes(key) ? { ...value, names: object.names } : value;
    }
    case 'text':
      return readText(object, key, site);
    case 'array':
      return readArray(object, key, site);
    case 'object':
      return readObject(object, key, site);
    case 'function':
      return (
        object.entries.get(key) ??
        functionMethod(key) ??
        (key === 'name' ? nameOf(functionName(object), site) : UNDEFINED)
      );
    case 'class':
      return readClass(object, key, site);
    case 'host':
      return (
        object.host.read?.(key, site, object) ??
        functionMethod(key) ??
        unknownAt(site.at, `${object.host.name} has no ${key} that is known`, `${object.host.name}.${key}`)
      );
    case 'number':
    case 'boolean':
      if (key === 'toString') return textMethod('toString') ?? UNDEFINED;
      return unknownAt(site.at, `the ${key} of a ${object.kind} is not followed`);
    case 'regexp':
      if (key === 'source') return textAt(object.source, site.at);
      if (key === 'test') return testMethod(object);
      return unknownAt(site.at, 'what a regular expression finds is not followed');
    case 'undefined':
    case 'null':
      return unknownAt(site.at, `${key} is read from ${object.kind}`);
  }
}

/** What tools call the name of a table or a column that they found. */
const NAMES: readonly string[] = ['name', 'tableName', 'table_name', 'column_name'];

/** `object.key = value`. */
export function writeProperty(object: Value, key: string, value: Value, site: Site): void {
  switch (object.kind) {
    case 'choice':
      for (const option of object.options) writeProperty(option, key, value, site);
      return;
    case 'object':
      noteObject(site.run, object);
      object.entries.set(key, value);
      return;
    case 'array':
      noteArray(site.run, object);
      if (/^\d{1,5}$/.test(key)) writeElement(object, Number(key), value);
      else if (key === 'length' && value.kind === 'number')
        object.items.length = Math.min(object.items.length, value.value);
      return;
    case 'function':
    case 'class':
      object.entries.set(key, value);
      return;
    case 'host':
      object.host.write?.(key, value, site);
      return;
    case 'unknown':
      reportEscape(object, key, value, site);
      return;
    case 'text':
    case 'number':
    case 'boolean':
    case 'regexp':
    case 'undefined':
    case 'null':
      return;
  }
}

/** What is not known may do anything with what it is given. */
function reportEscape(object: Unknown, key: string, value: Value, { run, at }: Site): void {
  const reached = hostReached([value]);
  if (reached === undefined) return;
  const name = object.name ?? 'an object';
  const detail = `${reached} becomes the ${key} of ${name}, which could not be read: ${object.why}`;
  run.report({ at, reason: 'unsupported-call', detail });
}

/** A name that an object does not know itself may be that of a method, with the object as its `this`. */
function readObject(object: ObjectValue, key: string, site: Site): Value {
  const own = object.entries.get(key);
  if (own !== undefined) return own.kind === 'function' ? bindMethod(own, object, site) : own;
  if (object.instanceOf !== undefined) {
    if (key === 'constructor') return object.instanceOf;
    const member = findMember(object.instanceOf, key, site, object);
    if (member !== undefined) return member.kind === 'function' ? bindMethod(member, object, site) : member;
  }
  if (key === 'size' && object.isMap === true) return object.open ?? numberOf(object.entries.size);
  const method = objectMethod(object, key);
  if (method !== undefined) return method;
  if (object.open === undefined) return UNDEFINED;
  const { names, ...open } = object.open;
  return names === undefined ? open : { ...open, asks: whetherThere(names(key)) };
}

function bindMethod(method: FunctionValue, self: Value, site: Site): Value {
  if (method.getter === true) return callFunction(method, [], site, self);
  if (method.self !== undefined || method.node.type === 'ArrowFunctionExpression') return method;
  return { ...method, self };
}

function readClass(object: ClassValue, key: string, site: Site): Value {
  const own = object.entries.get(key);
  if (own !== undefined) return own.kind === 'function' ? bindMethod(own, object, site) : own;
  if (key === 'name') return nameOf(object.name, site);
  const above = object.superclass;
  if (above === undefined) return UNDEFINED;
  if (above.kind === 'host') return above.host.read?.(key, site, object) ?? readProperty(above, key, site);
  return readProperty(above, key, site);
}

function functionName({ node }: FunctionValue): string | undefined {
  return 'id' in node && isPresent(node.id) ? node.id.name : undefined;
}

function nameOf(name: string | undefined, { at }: Site): Value {
  return name === undefined ? unknownAt(at, 'its name is not known') : textAt(name, at);
}

function readText(object: Extract<Value, { kind: 'text' }>, key: string, site: Site): Value {
  const text = knownText(object);
  if (key === 'length') {
    return text === undefined ? unknownAt(site.at, 'the text is known in part only') : numberOf(text.length);
  }
  if (/^\d+$/.test(key)) {
    const letter = text?.[Number(key)];
    if (text === undefined) return unknownAt(site.at, 'the text is known in part only');
    return letter === undefined ? UNDEFINED : textAt(letter, site.at);
  }
  return textMethod(key) ?? unknownAt(site.at, `the method ${key} of a string is not followed`);
}

function readArray(object: ArrayValue, key: string, site: Site): Value {
  if (key === 'length' || key === 'size') return object.open ?? numberOf(object.items.length);
  if (/^\d+$/.test(key)) return object.items[Number(key)] ?? object.open ?? UNDEFINED;
  if (key === 'raw' && object.raw !== undefined) return object.raw;
  return (
    arrayMethod(key) ?? object.open ?? unknownAt(site.at, `the method ${key} of an array is not followed`)
  );
}

function writeElement(array: ArrayValue, index: number, value: Value): void {
  while (array.items.length < index) array.items.push(UNDEFINED);
  array.items[index] = value;
}
