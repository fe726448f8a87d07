import { isPresent } from './present';
import type { Node } from '@babel/types';
import type { Completion } from './completion';
import type { NodeTable } from './dispatch';
import { evaluate } from './evaluate';
import { execute, executeEither } from './execute';
import { iterate } from './iterate';
import { truth } from './operators';
import { assignPattern, assignVariable } from './pattern';
import { settle } from './promise';
import type { Run } from './run';
import { excerpt, spanOf } from './run';
import type { Scope } from './scope';
import { blockScope, findBinding } from './scope';
import { textAt } from './text';
import type { Value } from './value';
import { arrayOf, unknownAt } from './value';

/** Loops: unrolled over what is known, their body read once with unknowns otherwise. They may have a label. */
export const LOOPS: NodeTable<[Run, Scope, Label], Completion | undefined> = {
  ForOfStatement: (node, run, scope, label) => {
    const list = settle(evaluate(run, node.right, scope), { run, at: spanOf(node.right, scope) });
    return overList(list, node, run, scope, label);
  },
  ForInStatement: (node, run, scope, label) => {
    const value = evaluate(run, node.right, scope);
    const at = spanOf(node.right, scope);
    if (value.kind === 'object') {
      const keys = [...value.entries.keys()].map((key): Value => textAt(key, at));
      return overList(arrayOf(keys, value.open), node, run, scope, label);
    }
    if (value.kind === 'array') {
      const keys = value.items.map((_item, index): Value => textAt(String(index), at));
      return overList(arrayOf(keys, value.open), node, run, scope, label);
    }
    return overList(
      value.kind === 'unknown' ? value : unknownAt(at, 'its keys are not known'),
      node,
      run,
      scope,
      label,
    );
  },
  ForStatement: (node, run, scope, label) => {
    const inner = blockScope(scope);
    if (node.init?.type === 'VariableDeclaration') execute(run, node.init, inner);
    else if (isPresent(node.init)) evaluate(run, node.init, inner);
    return whileTrue(node, node.update, run, inner, label);
  },
  WhileStatement: (node, run, scope, label) => whileTrue(node, undefined, run, scope, label),
  DoWhileStatement: (node, run, scope, label) => {
    const guard = run.guard;
    const first = execute(run, node.body, blockScope(scope));
    run.guard = guard;
    const ended = leaves(first, label);
    return ended === undefined ? whileTrue(node, undefined, run, scope, label) : ended.result;
  },
};

type Each = Extract<Node, { type: 'ForOfStatement' | 'ForInStatement' }>;

/** What `continue` may call the loop. */
type Label = string | undefined;

function overList(list: Value, node: Each, run: Run, scope: Scope, label: Label): Completion | undefined {
  const guard = run.guard;
  const { returned } = scope.frame;
  const count = returned.length;
  let result: Completion | undefined;
  iterate(
    list,
    { run, at: spanOf(node.right, scope) },
    `for each of ${excerpt(node.right, scope)}`,
    (item) => {
      const inner = blockScope(scope);
      if (node.left.type === 'VariableDeclaration') {
        const id = node.left.declarations[0]?.id;
        if (id !== undefined) assignPattern(run, id, item, inner, true);
      } else {
        assignPattern(run, node.left, item, inner, false);
      }
      const before = run.guard;
      const ended = leaves(execute(run, node.body, inner), label);
      // `continue` under a condition guards the rest of this turn, `break` that of all turns: both are taken for the first. A `return`
      // under a condition guards all that follows.
      if (returned.length === count) run.guard = before;
      if (ended === undefined) return true;
      result = ended.result;
      return false;
    },
  );
  if (returned.length === count) run.guard = guard;
  return result;
}

/** Whether a completion of the body ends the loop, and with what. */
function leaves(
  completion: Completion | undefined,
  label: Label,
): { readonly result: Completion | undefined } | undefined {
  if (completion === undefined) return undefined;
  switch (completion.kind) {
    case 'continue':
      return completion.label === undefined || completion.label === label
        ? undefined
        : { result: completion };
    case 'break':
      return { result: completion.label === undefined ? undefined : completion };
    case 'return':
    case 'throw':
      return { result: completion };
  }
}

const MAX_TURNS = 2_000;

type While = Extract<Node, { type: 'ForStatement' | 'WhileStatement' | 'DoWhileStatement' }>;

function whileTrue(
  { test, body }: While,
  update: Node | null | undefined,
  run: Run,
  scope: Scope,
  label: Label,
): Completion | undefined {
  const outer = run.guard;
  try {
    for (let turn = 0; turn < MAX_TURNS; turn += 1) {
      const answer = !isPresent(test) ? true : truth(evaluate(run, test, scope));
      if (answer === false) return undefined;
      if (answer === undefined) return turnUnknown(test, body, run, scope, label);
      const ended = leaves(execute(run, body, blockScope(scope)), label);
      if (ended !== undefined) return ended.result;
      // It may have been left, so that nobody knows how many turns follow: one of them was read.
      if (run.guard !== outer) break;
      if (isPresent(update)) evaluate(run, update, scope);
    }
    forget(body, run, scope);
    return undefined;
  } finally {
    run.guard = outer;
  }
}

/** The body once, with everything unknown that it changes. */
function turnUnknown(
  test: Node | null | undefined,
  body: Node,
  run: Run,
  scope: Scope,
  label: Label,
): Completion | undefined {
  forget(body, run, scope);
  const condition = !isPresent(test) ? 'it goes on' : excerpt(test, scope);
  const completion = executeEither(
    run,
    scope,
    condition,
    () => execute(run, body, blockScope(scope)),
    () => undefined,
  );
  forget(body, run, scope);
  return leaves(completion, label)?.result;
}

function forget(body: Node, run: Run, scope: Scope): void {
  for (const name of assignedNames(body)) {
    if (findBinding(scope, name) === undefined) continue;
    assignVariable(run, name, unknownAt(spanOf(body, scope), `${name} changes in a loop`, name), scope);
  }
}

/** The variables that are assigned anywhere below a node. */
function assignedNames(node: Node): ReadonlySet<string> {
  const names = new Set<string>();
  const queue: unknown[] = [node];
  for (let next = queue.pop(); next !== undefined; next = queue.pop()) {
    if (Array.isArray(next)) {
      queue.push(...next.filter((part) => part !== undefined));
    } else if (typeof next === 'object' && next !== null && 'type' in next) {
      const target = 'left' in next && next.type === 'AssignmentExpression' ? next.left : undefined;
      const counted = 'argument' in next && next.type === 'UpdateExpression' ? next.argument : undefined;
      for (const part of [target, counted]) {
        if (typeof part === 'object' && part !== null && 'name' in part && typeof part.name === 'string')
          names.add(part.name);
      }
      for (const [key, part] of Object.entries(next)) {
        if (typeof part === 'object' && part !== null && key !== 'loc' && key !== 'extra') queue.push(part);
      }
    }
  }
  return names;
}
