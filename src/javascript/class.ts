import { isPresent } from './present';
import type { ClassDeclaration, ClassExpression } from '@babel/types';
import { callFunction } from './call';
import { evaluate } from './evaluate';
import type { Site } from './host';
import { readProperty, propertyKey } from './property';
import type { Scope } from './scope';
import { functionScope } from './scope';
import type { Run } from './run';
import { spanOf } from './run';
import type { ClassValue, FunctionValue, ObjectValue, Value } from './value';
import { UNDEFINED } from './value';

/** A class, its methods not yet read. Static properties are evaluated at once, as in JavaScript. */
export function makeClass(run: Run, node: ClassDeclaration | ClassExpression, scope: Scope): ClassValue {
  const superclass = !isPresent(node.superClass) ? undefined : evaluate(run, node.superClass, scope);
  const made: ClassValue = {
    kind: 'class',
    body: node.body,
    name: isPresent(node.id) ? node.id.name : undefined,
    decorators: node.decorators ?? [],
    scope,
    superclass,
    entries: new Map(),
    methods: new Map(),
  };
  for (const member of node.body.body) {
    if (member.type === 'ClassMethod' || member.type === 'ClassPrivateMethod') {
      const name = memberName(run, member, scope);
      if (name === undefined || member.kind === 'set') continue;
      const method: FunctionValue = {
        kind: 'function',
        node: member,
        scope,
        home: made,
        entries: new Map(),
        getter: member.kind === 'get',
      };
      (member.static === true ? made.entries : made.methods).set(name, method);
    } else if (member.type === 'ClassProperty' || member.type === 'ClassPrivateProperty') {
      if (member.static !== true) continue;
      const name = memberName(run, member, scope);
      if (name !== undefined) made.entries.set(name, propertyValue(run, member.value, bodyScope(made, made)));
    }
  }
  return made;
}

/** `new X(…)`: the fields of the class and of those above it, then the constructor. */
export function construct(made: ClassValue, args: readonly Value[], site: Site): ObjectValue {
  const instance: ObjectValue = { kind: 'object', entries: new Map(), instanceOf: made };
  setUp(made, instance, args, site);
  return instance;
}

/** What `super(…)` does: sets up the part of the instance that the class above answers for. */
export function setUp(made: ClassValue, instance: ObjectValue, args: readonly Value[], site: Site): void {
  const constructor = made.methods.get('constructor');
  const hasOwn = constructor !== undefined;
  if (!hasOwn && made.superclass?.kind === 'class') setUp(made.superclass, instance, args, site);
  const scope = bodyScope(made, instance);
  for (const member of made.body.body) {
    if (
      (member.type === 'ClassProperty' || member.type === 'ClassPrivateProperty') &&
      member.static !== true
    ) {
      const name = memberName(site.run, member, made.scope);
      if (name !== undefined) instance.entries.set(name, propertyValue(site.run, member.value, scope));
    }
  }
  if (!hasOwn) return;
  if (constructor.node.type === 'ClassMethod') {
    for (const [index, parameter] of constructor.node.params.entries()) {
      if (parameter.type !== 'TSParameterProperty') continue;
      const target =
        parameter.parameter.type === 'AssignmentPattern' ? parameter.parameter.left : parameter.parameter;
      if (target.type === 'Identifier') instance.entries.set(target.name, args[index] ?? UNDEFINED);
    }
  }
  callFunction(constructor, args, site, instance);
}

/** A method or accessor of a class or of one above it. Asks the host where the classes that can be read end. */
export function findMember(made: ClassValue, key: string, site: Site, self: Value): Value | undefined {
  const seen = new Set<ClassValue>();
  for (let at: ClassValue = made; !seen.has(at);) {
    seen.add(at);
    const method = at.methods.get(key);
    if (method !== undefined) return method;
    const above = at.superclass;
    if (above === undefined) return undefined;
    if (above.kind === 'host') return above.host.read?.(key, site, self);
    if (above.kind !== 'class') return readProperty(above, key, site);
    at = above;
  }
  return undefined;
}

function bodyScope(made: ClassValue, self: Value): Scope {
  return functionScope(made.scope, { self, home: made, returned: [] });
}

function propertyValue(
  run: Run,
  node: Parameters<typeof evaluate>[1] | null | undefined,
  scope: Scope,
): Value {
  return !isPresent(node) ? UNDEFINED : evaluate(run, node, scope);
}

type Member = Extract<
  ClassValue['body']['body'][number],
  { type: 'ClassMethod' | 'ClassPrivateMethod' | 'ClassProperty' | 'ClassPrivateProperty' }
>;

function memberName(run: Run, member: Member, scope: Scope): string | undefined {
  const { key } = member;
  if (key.type === 'PrivateName') return `#${key.id.name}`;
  const computed =
    (member.type === 'ClassMethod' || member.type === 'ClassProperty') && member.computed === true;
  if (computed) return propertyKey(evaluate(run, key, scope));
  if (key.type === 'Identifier') return key.name;
  if (key.type === 'StringLiteral') return key.value;
  return key.type === 'NumericLiteral' ? String(key.value) : propertyKey(evaluate(run, key, scope));
}

/** Where a class stands, for messages. */
export function spanOfClass(made: ClassValue): ReturnType<typeof spanOf> {
  return spanOf(made.body, made.scope);
}
