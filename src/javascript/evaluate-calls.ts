import type { Node } from '@babel/types';
import { callUnknown, callValue } from './call';
import { mapOptions } from './choice';
import { construct, setUp } from './class';
import type { NodeTable } from './dispatch';
import { evaluate, evaluateOptional } from './evaluate';
import { quasiText, spreadInto } from './evaluate-literals';
import type { Site } from './host';
import { noteArray } from './journal';
import { importSpecifier } from './modules';
import { isNullish } from './operators';
import { memberKey } from './pattern';
import { promiseMethod, settle } from './promise';
import { readProperty } from './property';
import type { Run } from './run';
import { excerpt, spanOf } from './run';
import type { Scope } from './scope';
import { isPlainTag, templateText } from './template-packages';
import { textAt } from './text';
import type { ArrayValue, Value } from './value';
import { arrayOf, UNDEFINED, unknownAt } from './value';

/** Property reads, calls, `new`, tagged templates, `await` and dynamic imports. */
export const CALLS: NodeTable<[Run, Scope], Value> = {
  MemberExpression: (node, run, scope) => readMember(node, run, scope).value,
  OptionalMemberExpression: (node, run, scope) => readMember(node, run, scope).value,
  CallExpression: (node, run, scope) => call(node, run, scope),
  OptionalCallExpression: (node, run, scope) => call(node, run, scope),
  NewExpression: (node, run, scope) => {
    const made = evaluate(run, node.callee, scope);
    const site = { run, at: spanOf(node, scope) };
    const args = argumentsOf(node.arguments, run, scope).items;
    return mapOptions(made, (option) => {
      if (option.kind === 'class') return construct(option, args, site);
      if (option.kind === 'host' && option.host.construct !== undefined)
        return option.host.construct(args, site);
      const name = `new ${excerpt(node.callee, scope)}`;
      return callUnknown(unknownAt(site.at, `${name}(…) is not followed`, name), args, site);
    });
  },
  TaggedTemplateExpression: (node, run, scope) => {
    const { value: tag, object } = calleeOf(node.tag, run, scope);
    const { quasis, expressions } = node.quasi;
    const strings: ArrayValue = {
      ...arrayOf(quasis.map((quasi) => quasiText(quasi, scope))),
      raw: arrayOf(quasis.map((quasi) => quasiText(quasi, scope, true))),
    };
    const values = expressions.map((expression) => evaluate(run, expression, scope));
    const site = { run, at: spanOf(node, scope) };
    // What a call gave is a connection rather than a tag: ``postgres(url)`…` `` sends what it is given.
    const isMade = tag.kind === 'unknown' && tag.name?.endsWith('()') === true;
    if (tag.kind === 'unknown' && !isMade && node.tag.type === 'Identifier' && isPlainTag(node.tag.name))
      return templateText([strings, ...values], site);
    return callValue(tag, [strings, ...values], site, object);
  },
  AwaitExpression: (node, run, scope) =>
    settle(evaluate(run, node.argument, scope), { run, at: spanOf(node, scope) }),
  YieldExpression: (node, run, scope) => {
    const site = { run, at: spanOf(node, scope) };
    const value = settle(evaluateOptional(run, node.argument, scope), site);
    const { yielded } = scope.frame;
    if (yielded === undefined) return value;
    noteArray(run, yielded);
    if (node.delegate) spreadInto(yielded, value, site);
    else yielded.items.push(value);
    return value;
  },
  ImportExpression: (node, run, scope) => importModule(node.source, node, run, scope),
  MetaProperty: (node, _run, scope) => {
    const { path } = scope.module;
    const at = spanOf(node, scope);
    const folder = path.includes('/') ? path.slice(0, path.lastIndexOf('/')) : '';
    return {
      kind: 'object',
      entries: new Map([
        ['url', textAt(`file:///${path}`, at)],
        ['filename', textAt(`/${path}`, at)],
        ['dirname', textAt(`/${folder}`, at)],
      ]),
    };
  },
};

interface Member {
  readonly value: Value;
  readonly object: Value | undefined;
}

function readMember(
  node: Extract<Node, { type: 'MemberExpression' | 'OptionalMemberExpression' }>,
  run: Run,
  scope: Scope,
): Member {
  const site = { run, at: spanOf(node, scope) };
  if (node.object.type === 'Super') return readSuper(node, run, scope, site);
  const object = evaluate(run, node.object, scope);
  if (node.optional === true && isNullish(object) === true) return { value: UNDEFINED, object };
  const key = memberKey(run, node, scope);
  if (key === undefined) {
    return { value: unknownAt(site.at, 'its key is not known', excerpt(node, scope)), object };
  }
  const value = readProperty(object, key, site);
  const isMissing = value.kind === 'unknown' && value.name === undefined;
  return { value: isMissing ? { ...value, name: excerpt(node, scope) } : value, object };
}

function readSuper(
  node: Extract<Node, { type: 'MemberExpression' | 'OptionalMemberExpression' }>,
  run: Run,
  scope: Scope,
  site: Site,
): Member {
  const { home, self } = scope.frame;
  const key = memberKey(run, node, scope);
  const above = home?.kind === 'class' ? home.superclass : undefined;
  if (above === undefined || key === undefined) return { value: UNDEFINED, object: self };
  if (above.kind === 'class') {
    const method = above.methods.get(key);
    if (method !== undefined) return { value: { ...method, ...(self && { self }) }, object: self };
  }
  return { value: readProperty(above, key, site), object: self };
}

function calleeOf(node: Node, run: Run, scope: Scope): Member {
  if (node.type === 'MemberExpression' || node.type === 'OptionalMemberExpression')
    return readMember(node, run, scope);
  if (node.type === 'ParenthesizedExpression' || node.type === 'TSNonNullExpression') {
    return calleeOf(node.expression, run, scope);
  }
  return { value: evaluate(run, node, scope), object: undefined };
}

function call(
  node: Extract<Node, { type: 'CallExpression' | 'OptionalCallExpression' }>,
  run: Run,
  scope: Scope,
): Value {
  const site = { run, at: spanOf(node, scope) };
  const { callee } = node;
  if (callee.type === 'Super') return callSuper(node.arguments, run, scope, site);
  if (callee.type === 'Import') {
    const [source] = node.arguments;
    return source === undefined ? UNDEFINED : importModule(source, node, run, scope);
  }
  if (callee.type === 'MemberExpression' || callee.type === 'OptionalMemberExpression') {
    const promised = callPromise(callee, node.arguments, run, scope, site);
    if (promised !== undefined) return promised;
  }
  const { value, object } = calleeOf(callee, run, scope);
  const isSkipped = node.type === 'OptionalCallExpression' && isNullish(value) === true;
  if (isSkipped) return UNDEFINED;
  const args = argumentsOf(node.arguments, run, scope);
  const named =
    value.kind === 'unknown' && value.name === undefined ? { ...value, name: excerpt(callee, scope) } : value;
  return callValue(named, args.open === undefined ? args.items : [...args.items, args.open], site, object);
}

/** `.then`, `.catch` and their kind mean the same on whatever is promised: there are no promises in this evaluator. */
function callPromise(
  callee: Extract<Node, { type: 'MemberExpression' | 'OptionalMemberExpression' }>,
  args: readonly Node[],
  run: Run,
  scope: Scope,
  site: Site,
): Value | undefined {
  if (callee.computed || callee.property.type !== 'Identifier') return undefined;
  const method = promiseMethod(callee.property.name);
  if (method === undefined || callee.object.type === 'Super') return undefined;
  const value = evaluate(run, callee.object, scope);
  if (value.kind === 'host' && value.host.hasThen === true) {
    const own = readProperty(value, callee.property.name, site);
    return callValue(own, argumentsOf(args, run, scope).items, site, value);
  }
  return method(value, argumentsOf(args, run, scope).items, site);
}

function callSuper(args: readonly Node[], run: Run, scope: Scope, site: Site): Value {
  const { home, self } = scope.frame;
  const above = home?.kind === 'class' ? home.superclass : undefined;
  const values = argumentsOf(args, run, scope).items;
  if (above?.kind === 'class' && self?.kind === 'object') setUp(above, self, values, site);
  return UNDEFINED;
}

function argumentsOf(nodes: readonly Node[], run: Run, scope: Scope): ArrayValue {
  const args: ArrayValue = { kind: 'array', items: [] };
  for (const node of nodes) {
    if (node.type !== 'SpreadElement') {
      args.items.push(evaluate(run, node, scope));
      continue;
    }
    const spread = evaluate(run, node.argument, scope);
    if (spread.kind === 'array') args.items.push(...spread.items);
    const open =
      spread.kind === 'array' ? spread.open : unknownAt(spanOf(node, scope), 'the arguments are not known');
    if (open !== undefined) args.open = open;
  }
  return args;
}

function importModule(source: Node, node: Node, run: Run, scope: Scope): Value {
  const site = { run, at: spanOf(node, scope) };
  return importSpecifier(run, evaluate(run, source, scope), scope, site);
}
