import type { Node } from '@babel/types';
import { makeClass } from './class';
import type { NodeTable } from './dispatch';
import { evaluate } from './evaluate';
import { globalValue } from './globals';
import type { Site } from './host';
import { literalPieces } from './literal-pieces';
import { entriesOf } from './object-methods';
import { propertyKey } from './property';
import type { Run } from './run';
import { excerpt, spanOf } from './run';
import type { Binding, Scope } from './scope';
import { findBinding } from './scope';
import { concatenate, textAt } from './text';
import type { ArrayValue, FunctionValue, ObjectValue, TextValue, Value } from './value';
import { booleanOf, NULL, numberOf, UNDEFINED, unknownAt } from './value';

/** Literals, names, templates, arrays, objects, functions and classes. */
export const LITERALS: NodeTable<[Run, Scope], Value> = {
  StringLiteral: (node, _run, scope) => ({
    kind: 'text',
    pieces: literalPieces(scope.module, (node.start ?? 0) + 1, (node.end ?? 0) - 1, node.value),
  }),
  NumericLiteral: (node) => numberOf(node.value),
  BigIntLiteral: (node) => numberOf(Number(node.value)),
  BooleanLiteral: (node) => booleanOf(node.value),
  NullLiteral: () => NULL,
  RegExpLiteral: (node) => ({ kind: 'regexp', source: node.pattern, flags: node.flags }),
  Identifier: (node, run, scope) => readVariable(run, node.name, node, scope),
  JSXIdentifier: (node, run, scope) => readVariable(run, node.name, node, scope),
  ThisExpression: (_node, _run, scope) => scope.frame.self ?? UNDEFINED,
  TemplateLiteral: (node, run, scope) => {
    const values: Value[] = [];
    for (const [index, quasi] of node.quasis.entries()) {
      values.push(quasiText(quasi, scope));
      const expression = node.expressions[index];
      if (expression !== undefined) values.push(namedAs(evaluate(run, expression, scope), expression, scope));
    }
    return concatenate(values, { run, at: spanOf(node, scope) });
  },
  ArrayExpression: (node, run, scope) => {
    const array: ArrayValue = { kind: 'array', items: [] };
    for (const element of node.elements) {
      if (element === null) array.items.push(UNDEFINED);
      else if (element.type !== 'SpreadElement') array.items.push(evaluate(run, element, scope));
      else spreadInto(array, evaluate(run, element.argument, scope), { run, at: spanOf(element, scope) });
    }
    return array;
  },
  ObjectExpression: (node, run, scope) => {
    const object: ObjectValue = { kind: 'object', entries: new Map(), at: spanOf(node, scope) };
    for (const property of node.properties) {
      if (property.type === 'SpreadElement') {
        spreadEntries(object, evaluate(run, property.argument, scope), { run, at: spanOf(property, scope) });
        continue;
      }
      const key = objectKey(run, property, scope);
      if (key === undefined) object.open ??= unknownAt(spanOf(property, scope), 'its key is not known');
      else if (property.type === 'ObjectProperty')
        object.entries.set(key, evaluate(run, property.value, scope));
      else if (property.kind !== 'set')
        object.entries.set(key, functionOf(property, scope, property.kind === 'get'));
    }
    return object;
  },
  FunctionExpression: (node, _run, scope) => functionOf(node, scope),
  ArrowFunctionExpression: (node, _run, scope) => functionOf(node, scope),
  ClassExpression: (node, run, scope) => makeClass(run, node, scope),
};

/** A value that has no name of its own gets that of the expression, for messages and for enumerations. */
function namedAs(value: Value, node: Node, scope: Scope): Value {
  if (value.kind !== 'unknown' || value.name !== undefined) return value;
  return { ...value, name: excerpt(node, scope) };
}

export function functionOf(node: FunctionValue['node'], scope: Scope, getter = false): FunctionValue {
  return { kind: 'function', node, scope, entries: new Map(), ...(getter && { getter }) };
}

/** The text of a part of a template, as it is or as it is written. */
export function quasiText(
  quasi: Extract<Node, { type: 'TemplateElement' }>,
  scope: Scope,
  raw = false,
): TextValue {
  const start = quasi.start ?? 0;
  const end = quasi.end ?? 0;
  const written = quasi.value.raw;
  const text = raw ? written : (quasi.value.cooked ?? written);
  if (!raw) return { kind: 'text', pieces: literalPieces(scope.module, start, end, text) };
  if (text === '') return { kind: 'text', pieces: [] };
  const at = { file: scope.module.path, start, end };
  return scope.module.text.slice(start, end) === text
    ? { kind: 'text', pieces: [{ kind: 'known', text, at, mapping: 'verbatim' }] }
    : textAt(text, at);
}

function readVariable(run: Run, name: string, node: Node, scope: Scope): Value {
  const binding = findBinding(scope, name);
  if (binding !== undefined) return bindingValue(binding, name, node, scope);
  return (
    run.globals.get(name) ??
    globalValue(name, { run, at: spanOf(node, scope) }, scope) ??
    unknownAt(spanOf(node, scope), `${name} is not defined in this file`, name)
  );
}

export function bindingValue(binding: Binding, name: string, node: Node, scope: Scope): Value {
  if (binding.value !== undefined) return binding.value;
  const { later } = binding;
  if (later === undefined)
    return unknownAt(spanOf(node, scope), `${name} is not known before it is set`, name);
  binding.later = undefined;
  binding.value = undefined;
  const value = later();
  binding.value = value;
  return value;
}

/** What `[...value]` and `yield* value` put into a list. */
export function spreadInto(array: ArrayValue, value: Value, site: Site): void {
  if (value.kind === 'object' && value.isMap === true) {
    spreadInto(array, entriesOf(value, site), site);
  } else if (value.kind === 'array') {
    array.items.push(...value.items);
    if (value.open !== undefined) array.open ??= value.open;
  } else if (value.kind === 'unknown') {
    array.open ??= value;
  } else if (value.kind === 'text') {
    array.items.push(value);
  }
}

/** What `{ ...value }` and `Object.assign` put into an object. */
export function spreadEntries(object: ObjectValue, value: Value, site: Site): void {
  if (value.kind === 'object') {
    for (const [key, entry] of value.entries) object.entries.set(key, entry);
    if (value.open !== undefined) object.open ??= value.open;
  } else if (value.kind === 'array') {
    for (const [index, item] of value.items.entries()) object.entries.set(String(index), item);
  } else if (value.kind === 'unknown') {
    object.open ??= value;
  } else if (value.kind === 'choice') {
    for (const option of value.options) spreadEntries(object, option, site);
    object.open ??= unknownAt(site.at, 'it depends on a condition');
  } else if (value.kind === 'host') {
    for (const key of value.host.keys?.() ?? [])
      object.entries.set(key, value.host.read?.(key, site) ?? UNDEFINED);
    if (value.host.keys === undefined)
      object.open ??= unknownAt(site.at, `what ${value.host.name} holds is not known`);
  }
}

type ObjectPart = Exclude<
  Extract<Node, { type: 'ObjectExpression' }>['properties'][number],
  { type: 'SpreadElement' }
>;

function objectKey(run: Run, part: ObjectPart, scope: Scope): string | undefined {
  const { key } = part;
  if (part.computed !== true && key.type === 'Identifier') return key.name;
  if (key.type === 'StringLiteral') return key.value;
  if (key.type === 'NumericLiteral') return String(key.value);
  return key.type === 'PrivateName' ? undefined : propertyKey(evaluate(run, key, scope));
}
