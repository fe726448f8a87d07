import { isPresent } from './present';
import { choiceOf } from './choice';
import { evaluate } from './evaluate';
import { executeBody } from './execute';
import type { Site } from './host';
import { hostReached, isGivenSql, onlyTells, writesRows } from './escape';
import { runEither } from './journal';
import { assignPattern } from './pattern';
import { MAX_DEPTH, withGuard } from './run';
import { settle } from './promise';
import type { Frame, Scope } from './scope';
import { declare, functionScope } from './scope';
import type { FunctionValue, Unknown, Value } from './value';
import { arrayOf, UNDEFINED, unknownAt } from './value';

/** Calls whatever it is. What cannot be read is reported if it could reach the database. */
export function callValue(callee: Value, args: readonly Value[], site: Site, self?: Value): Value {
  switch (callee.kind) {
    case 'function':
      return callFunction(callee, args, site, self);
    case 'host': {
      const { call } = callee.host;
      return call === undefined
        ? callUnknown(unknownAt(site.at, `${callee.host.name} is no function`, callee.host.name), args, site)
        : call(args, site, self);
    }
    case 'choice':
      return callOptions(callee.options, args, site, self);
    case 'unknown':
      return callUnknown(callee, args, site);
    case 'undefined':
    case 'null':
    case 'boolean':
    case 'number':
    case 'text':
    case 'regexp':
    case 'array':
    case 'object':
    case 'class':
      return callUnknown(unknownAt(site.at, 'what is called is no function that is known'), args, site);
  }
}

/** Runs the body of a function with its arguments. */
export function callFunction(callee: FunctionValue, args: readonly Value[], site: Site, self?: Value): Value {
  const { run } = site;
  const { node } = callee;
  const given = callee.bound === undefined ? args : [...callee.bound, ...args];
  if (run.depth >= MAX_DEPTH) {
    const unknown = unknownAt(site.at, 'the calls nest too deep');
    return callUnknown(unknown, given, site);
  }
  const isArrow = node.type === 'ArrowFunctionExpression';
  const outer = callee.scope.frame;
  const frame: Frame = isArrow
    ? { self: outer.self, home: outer.home, returned: [] }
    : {
        self: callee.self ?? self,
        home: callee.home,
        returned: [],
        ...(node.generator === true && { yielded: arrayOf([]) }),
      };
  const scope = functionScope(callee.scope, frame);
  if (!isArrow) declare(scope, 'arguments', arrayOf(given));
  if (node.type === 'FunctionExpression' && isPresent(node.id)) declare(scope, node.id.name, callee);
  const guard = run.guard;
  run.depth += 1;
  try {
    for (const [index, parameter] of node.params.entries()) {
      const value =
        parameter.type === 'RestElement' ? arrayOf(given.slice(index)) : (given[index] ?? UNDEFINED);
      assignPattern(run, parameter, value, scope, true);
    }
    const result = bodyResult(node.body, run, scope);
    // A generator runs to its end at once: what it yields is a list.
    if (frame.yielded !== undefined) return frame.yielded;
    const all = frame.returned.length === 0 ? result : choiceOf(...frame.returned, result);
    // What an async function returns is waited for, even where nobody waits for the function.
    return node.async === true ? settle(all, site) : all;
  } finally {
    run.depth -= 1;
    run.guard = guard;
  }
}

function bodyResult(body: FunctionValue['node']['body'], run: Site['run'], scope: Scope): Value {
  return body.type === 'BlockStatement' ? executeBody(run, body.body, scope) : evaluate(run, body, scope);
}

function callOptions(
  callees: readonly Value[],
  args: readonly Value[],
  site: Site,
  self: Value | undefined,
): Value {
  const functions = callees.filter((callee) => callee.kind !== 'undefined' && callee.kind !== 'null');
  const results: Value[] = [];
  for (const callee of functions) {
    const attempt = (): boolean => {
      results.push(
        withGuard(site.run, 'it is the one that is called', () => callValue(callee, args, site, self)),
      );
      return true;
    };
    runEither(site.run, attempt, () => true);
  }
  return choiceOf(...results);
}

/**
 * A function that cannot be read. If it is given something that reaches the database, that is reported; functions that it is
 * given may be called by it, with arguments that are not known.
 */
export function callUnknown(callee: Unknown, args: readonly Value[], site: Site): Value {
  const { run } = site;
  const name = callee.name ?? 'a function';
  const reached = hostReached(args);
  if (reached !== undefined) {
    const detail = `${name} is given ${reached}, and its code could not be read: ${callee.why}`;
    run.report({ at: site.at, reason: 'unsupported-call', detail });
  } else if (writesRows(name)) {
    const detail = `${name} writes rows, and its code could not be read: ${callee.why}`;
    run.report({ at: site.at, reason: 'unsupported-call', detail });
  } else if (isGivenSql(name, args)) {
    const detail = `${name} is given SQL, and its code could not be read: ${callee.why}`;
    run.report({ at: site.at, reason: 'unsupported-call', detail });
  } else if (!onlyTells(name)) {
    const detail = `${name} is all that is called, and its code could not be read: ${callee.why}`;
    run.unfollowed ??= { at: site.at, reason: 'unsupported-call', detail };
  }
  const unknown = unknownAt(site.at, `the result of ${name} is not known`, `${name}()`);
  for (const arg of args) {
    if (arg.kind !== 'function') continue;
    const attempt = (): boolean => {
      withGuard(run, `${name} calls it`, () =>
        callFunction(
          arg,
          arg.node.params.map(() => unknownAt(site.at, `what ${name} passes is not known`)),
          site,
        ),
      );
      return true;
    };
    runEither(run, attempt, () => true);
  }
  return unknown;
}
