import { isPresent } from './present';
import type { Node } from '@babel/types';
import type { Completion } from './completion';
import type { NodeTable } from './dispatch';
import { evaluate } from './evaluate';
import { executeAll, executeEither } from './execute';
import { equals } from './operators';
import type { Run } from './run';
import { excerpt } from './run';
import type { Scope } from './scope';
import { blockScope } from './scope';

/** `switch`: the case that is known to match, or each that may. */
export const SWITCHES: NodeTable<[Run, Scope], Completion | undefined> = {
  SwitchStatement: (node, run, scope) => {
    const discriminant = evaluate(run, node.discriminant, scope);
    const inner = blockScope(scope);
    const possible: number[] = [];
    let certain = node.cases.findIndex(({ test }) => !isPresent(test));
    for (const [index, { test }] of node.cases.entries()) {
      if (!isPresent(test)) continue;
      const label = evaluate(run, test, inner);
      let answer: boolean | undefined = equals(discriminant, label);
      if (discriminant.kind === 'choice') {
        const answers = discriminant.options.map((option) => equals(option, label));
        answer = answers.every((one) => one === false) ? false : undefined;
      }
      if (answer === true) {
        certain = index;
        break;
      }
      if (answer === undefined) possible.push(index);
    }
    return tryCases(possible, certain, node, run, inner);
  },
  BreakStatement: (node) => ({ kind: 'break', label: node.label?.name }),
  ContinueStatement: (node) => ({ kind: 'continue', label: node.label?.name }),
};

type Switch = Extract<Node, { type: 'SwitchStatement' }>;

function tryCases(
  possible: readonly number[],
  certain: number,
  node: Switch,
  run: Run,
  scope: Scope,
): Completion | undefined {
  const [first, ...others] = possible;
  if (first === undefined) return certain === -1 ? undefined : runFrom(certain, node, run, scope);
  const test = node.cases[first]?.test;
  const label = !isPresent(test) ? '' : excerpt(test, scope);
  return executeEither(
    run,
    scope,
    `${excerpt(node.discriminant, scope)} is ${label}`,
    () => runFrom(first, node, run, scope),
    () => tryCases(others, certain, node, run, scope),
  );
}

function runFrom(index: number, node: Switch, run: Run, scope: Scope): Completion | undefined {
  for (const { consequent } of node.cases.slice(index)) {
    const completion = executeAll(run, consequent, scope);
    if (completion?.kind === 'break' && completion.label === undefined) return undefined;
    if (completion !== undefined) return completion;
  }
  return undefined;
}
