import type { Node } from '@babel/types';
import type { NodeTable } from './dispatch';
import { visitorOf } from './dispatch';
import { evaluate } from './evaluate';
import { mapOptions } from './choice';
import { noteBinding } from './journal';
import { propertyKey, readProperty, writeProperty } from './property';
import type { Run } from './run';
import { excerpt, spanOf } from './run';
import type { Scope } from './scope';
import { declare, findBinding } from './scope';
import type { ArrayValue, ObjectValue, Value } from './value';
import { arrayOf, UNDEFINED, unknownAt } from './value';

/** Gives the variables of a pattern their values: `declares` them in the scope, or assigns those that exist. */
export function assignPattern(run: Run, target: Node, value: Value, scope: Scope, declares: boolean): void {
  visitorOf(PATTERNS, target)?.(target, run, value, scope, declares);
}

const PATTERNS: NodeTable<[Run, Value, Scope, boolean], void> = {
  Identifier: (target, run, value, scope, declares) => {
    if (declares) declare(scope, target.name, value);
    else assignVariable(run, target.name, value, scope);
  },
  MemberExpression: (target, run, value, scope) => assignMember(target, run, value, scope),
  OptionalMemberExpression: (target, run, value, scope) => assignMember(target, run, value, scope),
  AssignmentPattern: (target, run, value, scope, declares) => {
    const chosen = mapOptions(value, (option) =>
      option.kind === 'undefined' ? evaluate(run, target.right, scope) : option,
    );
    assignPattern(run, target.left, chosen, scope, declares);
  },
  ObjectPattern: (target, run, value, scope, declares) =>
    assignObject(run, target.properties, value, scope, declares),
  ArrayPattern: (target, run, value, scope, declares) =>
    assignArray(run, target.elements, value, scope, declares),
  RestElement: (target, ...rest) => assignInner(target.argument, ...rest),
  TSParameterProperty: (target, ...rest) => assignInner(target.parameter, ...rest),
  TSAsExpression: (target, ...rest) => assignInner(target.expression, ...rest),
  TSNonNullExpression: (target, ...rest) => assignInner(target.expression, ...rest),
  TSSatisfiesExpression: (target, ...rest) => assignInner(target.expression, ...rest),
  TSTypeAssertion: (target, ...rest) => assignInner(target.expression, ...rest),
  ParenthesizedExpression: (target, ...rest) => assignInner(target.expression, ...rest),
};

function assignInner(target: Node, run: Run, value: Value, scope: Scope, declares: boolean): void {
  assignPattern(run, target, value, scope, declares);
}

function assignMember(target: MemberNode, run: Run, value: Value, scope: Scope): void {
  const object = evaluate(run, target.object, scope);
  const key = memberKey(run, target, scope);
  if (key !== undefined) writeProperty(object, key, value, { run, at: spanOf(target, scope) });
  else if (object.kind === 'object') object.open = unknownAt(spanOf(target, scope), 'its key is not known');
}

type MemberNode = Extract<Node, { type: 'MemberExpression' | 'OptionalMemberExpression' }>;

export function assignVariable(run: Run, name: string, value: Value, scope: Scope): void {
  const binding = findBinding(scope, name);
  if (binding === undefined) {
    let outermost = scope;
    while (outermost.parent !== undefined) outermost = outermost.parent;
    declare(outermost, name, value);
    return;
  }
  // What it held before may have to be put back, so it must be known by now.
  const { later } = binding;
  binding.later = undefined;
  if (later !== undefined) binding.value = later();
  noteBinding(run, binding);
  binding.value = value;
}

/** The key of a member expression, if it is known. */
export function memberKey(run: Run, node: MemberNode, scope: Scope): string | undefined {
  const { property } = node;
  if (property.type === 'PrivateName') return `#${property.id.name}`;
  if (!node.computed && property.type === 'Identifier') return property.name;
  return propertyKey(evaluate(run, property, scope));
}

/** The names that a pattern declares. */
export function namesOf(target: Node): readonly string[] {
  return visitorOf(NAMES, target)?.(target) ?? [];
}

const NAMES: NodeTable<[], readonly string[]> = {
  Identifier: (target) => [target.name],
  AssignmentPattern: (target) => namesOf(target.left),
  RestElement: (target) => namesOf(target.argument),
  ArrayPattern: (target) => target.elements.flatMap((element) => (element === null ? [] : namesOf(element))),
  ObjectPattern: (target) =>
    target.properties.flatMap((property) =>
      namesOf(property.type === 'RestElement' ? property.argument : property.value),
    ),
};

type ObjectPatternPart = Extract<Node, { type: 'ObjectPattern' }>['properties'][number];

function assignObject(
  run: Run,
  parts: readonly ObjectPatternPart[],
  value: Value,
  scope: Scope,
  declares: boolean,
): void {
  const taken = new Set<string>();
  for (const part of parts) {
    const site = { run, at: spanOf(part, scope) };
    if (part.type === 'RestElement') {
      assignPattern(run, part.argument, restOf(value, taken, site.at), scope, declares);
      continue;
    }
    const key =
      !part.computed && part.key.type === 'Identifier'
        ? part.key.name
        : propertyKey(evaluate(run, part.key, scope));
    if (key !== undefined) taken.add(key);
    const found =
      key === undefined
        ? unknownAt(site.at, `the key ${excerpt(part.key, scope)} is not known`)
        : readProperty(value, key, site);
    assignPattern(run, part.value, found, scope, declares);
  }
}

function restOf(value: Value, taken: ReadonlySet<string>, at: ReturnType<typeof spanOf>): Value {
  if (value.kind !== 'object')
    return value.kind === 'unknown' ? value : unknownAt(at, 'the rest of it is not known');
  const rest: ObjectValue = { kind: 'object', entries: new Map(), ...(value.open && { open: value.open }) };
  for (const [key, entry] of value.entries) if (!taken.has(key)) rest.entries.set(key, entry);
  return rest;
}

function assignArray(
  run: Run,
  elements: readonly (Node | null)[],
  value: Value,
  scope: Scope,
  declares: boolean,
): void {
  for (const [index, element] of elements.entries()) {
    if (element === null) continue;
    const at = spanOf(element, scope);
    if (element.type === 'RestElement') {
      const rest: ArrayValue | undefined =
        value.kind === 'array' ? arrayOf(value.items.slice(index), value.open) : undefined;
      assignPattern(
        run,
        element.argument,
        rest ?? unknownAt(at, 'the rest of it is not known'),
        scope,
        declares,
      );
      continue;
    }
    assignPattern(run, element, elementOf(value, index, { run, at }), scope, declares);
  }
}

function elementOf(
  value: Value,
  index: number,
  site: { readonly run: Run; readonly at: ReturnType<typeof spanOf> },
): Value {
  if (value.kind === 'array') return value.items[index] ?? value.open ?? UNDEFINED;
  if (value.kind === 'choice') return mapOptions(value, (option) => elementOf(option, index, site));
  return value.kind === 'unknown' && value.asks === undefined
    ? value
    : readProperty(value, String(index), site);
}
