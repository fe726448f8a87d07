import { isPresent } from './present';
import type { Span } from '../sql/source';
import type { Node, Statement } from '@babel/types';
import { makeClass } from './class';
import type { Completion } from './completion';
import { mergeCompletions } from './completion';
import type { NodeTable } from './dispatch';
import { visitorOf } from './dispatch';
import { evaluate, evaluateOptional } from './evaluate';
import { functionOf } from './evaluate-literals';
import { LOOPS } from './execute-loops';
import { SWITCHES } from './execute-switch';
import { declareEnum } from './enum';
import { runEither } from './journal';
import { truth } from './operators';
import { assignPattern, assignVariable } from './pattern';
import type { Condition, Run } from './run';
import { countStep, excerpt, negated, spanOf, withGuard } from './run';
import { questionOf } from './question-of';
import type { Scope } from './scope';
import { blockScope, declare, variableScope } from './scope';
import type { Value } from './value';
import { UNDEFINED, unknownAt } from './value';

/** Runs the body of a function and gives what it returns. */
export function executeBody(run: Run, body: readonly Statement[], scope: Scope): Value {
  const completion = executeAll(run, body, scope);
  return completion?.kind === 'return' ? completion.value : UNDEFINED;
}

/** Runs statements one after the other, functions declared first. */
export function executeAll(run: Run, body: readonly Statement[], scope: Scope): Completion | undefined {
  for (const statement of body) hoist(statement, scope);
  for (const statement of body) {
    const completion = execute(run, statement, scope);
    if (completion !== undefined) return completion;
  }
  return undefined;
}

export function execute(run: Run, node: Node, scope: Scope): Completion | undefined {
  countStep(run, node, scope);
  const visit = visitorOf(STATEMENTS, node) ?? visitorOf(SWITCHES, node);
  return visit === undefined
    ? visitorOf(LOOPS, node)?.(node, run, scope, undefined)
    : visit(node, run, scope);
}

function hoist(statement: Statement, scope: Scope): void {
  if (statement.type === 'FunctionDeclaration' && isPresent(statement.id)) {
    declare(scope, statement.id.name, functionOf(statement, scope));
  }
}

/** What `using` gives back at the end of its block may be more than a handle. */
function reportDisposal(run: Run, at: Span): void {
  run.report({
    at,
    reason: 'unsupported-call',
    detail: 'What `using` does at the end of its block is not followed',
  });
}

const STATEMENTS: NodeTable<[Run, Scope], Completion | undefined> = {
  ExpressionStatement: (node, run, scope) => {
    evaluate(run, node.expression, scope);
    return undefined;
  },
  VariableDeclaration: (node, run, scope) => {
    for (const { id, init } of node.declarations) declareVariable(run, node.kind, id, init, scope);
    if (node.kind === 'using' || node.kind === 'await using') reportDisposal(run, spanOf(node, scope));
    return undefined;
  },
  ReturnStatement: (node, run, scope) => ({
    kind: 'return',
    value: evaluateOptional(run, node.argument, scope),
  }),
  ThrowStatement: (node, run, scope) => ({
    kind: 'throw',
    value: evaluate(run, node.argument, scope),
  }),
  BlockStatement: (node, run, scope) => executeAll(run, node.body, blockScope(scope)),
  IfStatement: (node, run, scope) => {
    const test = evaluate(run, node.test, scope);
    const answer = truth(test);
    if (answer === true) return execute(run, node.consequent, scope);
    const { alternate } = node;
    if (answer === false) return !isPresent(alternate) ? undefined : execute(run, alternate, scope);
    const condition = { condition: excerpt(node.test, scope), question: questionOf(test) };
    return executeEither(
      run,
      scope,
      condition,
      () => execute(run, node.consequent, scope),
      () => (!isPresent(alternate) ? undefined : execute(run, alternate, scope)),
    );
  },
  TryStatement: (node, run, scope) => {
    const tried = execute(run, node.block, scope);
    const ended = !isPresent(node.handler) ? tried : handle(node.handler, tried, run, scope);
    const finished = !isPresent(node.finalizer) ? undefined : execute(run, node.finalizer, scope);
    return finished ?? ended;
  },
  LabeledStatement: (node, run, scope) => {
    const { name } = node.label;
    const loop = visitorOf(LOOPS, node.body);
    const completion =
      loop === undefined ? execute(run, node.body, scope) : loop(node.body, run, scope, name);
    const isHere = completion?.kind === 'break' && completion.label === name;
    return isHere ? undefined : completion;
  },
  ClassDeclaration: (node, run, scope) => {
    if (isPresent(node.id)) declare(scope, node.id.name, makeClass(run, node, scope));
    return undefined;
  },
  TSEnumDeclaration: (node, run, scope) => {
    declareEnum(run, node, scope);
    return undefined;
  },
};

/** Runs two ways of which either may be taken. */
export function executeEither(
  run: Run,
  scope: Scope,
  when: Condition | string,
  first: () => Completion | undefined,
  second: () => Completion | undefined,
): Completion | undefined {
  const condition = typeof when === 'string' ? { condition: when } : when;
  let one: Completion | undefined;
  let two: Completion | undefined;
  runEither(
    run,
    () => {
      one = withGuard(run, condition, first);
      return one === undefined;
    },
    () => {
      two = withGuard(run, negated(condition), second);
      return two === undefined;
    },
  );
  return mergeCompletions(run, scope, one, two, condition);
}

function declareVariable(
  run: Run,
  kind: string,
  id: Node,
  init: Node | null | undefined,
  scope: Scope,
): void {
  if (kind !== 'var') {
    assignPattern(run, id, evaluateOptional(run, init, scope), scope, true);
    return;
  }
  const target = variableScope(scope);
  const isKnown = id.type === 'Identifier' && target.bindings.has(id.name);
  if (!isPresent(init) && isKnown) return;
  const value = evaluateOptional(run, init, scope);
  if (isKnown) assignVariable(run, id.name, value, scope);
  else assignPattern(run, id, value, target, true);
}

/** A handler answers a failure: it may run or not, unless what was tried throws for certain. Where that leaves and the handler does not, what follows may run. */
function handle(
  handler: Extract<Node, { type: 'CatchClause' }>,
  tried: Completion | undefined,
  run: Run,
  scope: Scope,
): Completion | undefined {
  const thrown = tried?.kind === 'throw' ? tried.value : undefined;
  const inner = blockScope(scope);
  if (isPresent(handler.param)) {
    const error =
      thrown ?? unknownAt(spanOf(handler.param, scope), 'an error is not known before it happens');
    assignPattern(run, handler.param, error, inner, true);
  }
  const outer = run.handling;
  run.handling = true;
  try {
    if (thrown !== undefined) return execute(run, handler.body, inner);
    return executeEither(
      run,
      scope,
      'something before it fails',
      () => execute(run, handler.body, inner),
      () => tried,
    );
  } finally {
    run.handling = outer;
  }
}
