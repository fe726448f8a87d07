import type { Node } from '@babel/types';
import { choiceOf, mapOptions } from './choice';
import { notSo } from '../sql/question';
import type { Asked } from './asked';
import { askedAt, madeOf, whether } from './asked';
import type { NodeTable } from './dispatch';
import { evaluate } from './evaluate';
import { runEither } from './journal';
import { compute, isNullish, primitive, truth } from './operators';
import { assignPattern } from './pattern';
import type { Condition, Run } from './run';
import { excerpt, negated, spanOf, withGuard } from './run';
import { joinQuestions, questionOf } from './question-of';
import type { Scope } from './scope';
import { concatenate, textAt } from './text';
import type { Value } from './value';
import { booleanOf, numberOf, UNDEFINED, unknownAt } from './value';

/** Operators, assignments and what only wraps another expression. */
export const OPERATIONS: NodeTable<[Run, Scope], Value> = {
  BinaryExpression: (node, run, scope) => binary(node, run, scope),
  LogicalExpression: (node, run, scope) => {
    const left = evaluate(run, node.left, scope);
    return logical(node.operator, left, () => evaluate(run, node.right, scope), node.left, run, scope);
  },
  ConditionalExpression: (node, run, scope) => {
    const test = evaluate(run, node.test, scope);
    const answer = truth(test);
    if (answer !== undefined) return evaluate(run, answer ? node.consequent : node.alternate, scope);
    return either(
      run,
      { condition: excerpt(node.test, scope), question: questionOf(test) },
      () => evaluate(run, node.consequent, scope),
      () => evaluate(run, node.alternate, scope),
    );
  },
  UnaryExpression: (node, run, scope) => {
    const value = evaluate(run, node.argument, scope);
    const at = spanOf(node, scope);
    return mapOptions(value, (option) => unary(node.operator, option, at));
  },
  UpdateExpression: (node, run, scope) => {
    const before = evaluate(run, node.argument, scope);
    const known = primitive(before);
    const after =
      typeof known === 'number'
        ? numberOf(node.operator === '++' ? known + 1 : known - 1)
        : unknownAt(spanOf(node, scope), 'it is counted in a way that is not known');
    assignPattern(run, node.argument, after, scope, false);
    return node.prefix ? after : before;
  },
  AssignmentExpression: (node, run, scope) => {
    const { operator } = node;
    if (operator === '=') {
      const value = evaluate(run, node.right, scope);
      assignPattern(run, node.left, value, scope, false);
      return value;
    }
    const before = evaluate(run, node.left, scope);
    const plain = operator.slice(0, -1);
    const right = (): Value => evaluate(run, node.right, scope);
    const value =
      plain === '||' || plain === '&&' || plain === '??'
        ? logical(plain, before, right, node.left, run, scope)
        : combine(plain, before, right(), node, run, scope);
    assignPattern(run, node.left, value, scope, false);
    return value;
  },
  SequenceExpression: (node, run, scope) => {
    let last = UNDEFINED;
    for (const expression of node.expressions) last = evaluate(run, expression, scope);
    return last;
  },
  ParenthesizedExpression: (node, run, scope) => evaluate(run, node.expression, scope),
  TSAsExpression: (node, run, scope) => evaluate(run, node.expression, scope),
  TSSatisfiesExpression: (node, run, scope) => evaluate(run, node.expression, scope),
  TSNonNullExpression: (node, run, scope) => evaluate(run, node.expression, scope),
  TSTypeAssertion: (node, run, scope) => evaluate(run, node.expression, scope),
  TSInstantiationExpression: (node, run, scope) => evaluate(run, node.expression, scope),
  TypeCastExpression: (node, run, scope) => evaluate(run, node.expression, scope),
};

/** Long chains of `+` nest to the left, thousands deep in generated files: they are walked in a loop. */
function binary(node: Extract<Node, { type: 'BinaryExpression' }>, run: Run, scope: Scope): Value {
  if (node.operator !== '+') {
    const left = node.left.type === 'PrivateName' ? UNDEFINED : evaluate(run, node.left, scope);
    return combine(node.operator, left, evaluate(run, node.right, scope), node, run, scope);
  }
  const chain: (typeof node)[] = [];
  let first: Node = node;
  while (first.type === 'BinaryExpression' && first.operator === '+') {
    chain.push(first);
    first = first.left;
  }
  let value = evaluate(run, first, scope);
  for (const link of chain.reverse()) {
    value = combine('+', value, evaluate(run, link.right, scope), link, run, scope);
  }
  return value;
}

function combine(operator: string, left: Value, right: Value, node: Node, run: Run, scope: Scope): Value {
  const site = { run, at: spanOf(node, scope) };
  if (operator !== '+') {
    return mapOptions(left, (one) => mapOptions(right, (two) => compute(operator, one, two, site)));
  }
  const numeric = ({ kind }: Value): boolean => kind === 'number' || kind === 'unknown';
  const numbers = numeric(left) && numeric(right) && (left.kind === 'number' || right.kind === 'number');
  return numbers ? compute('+', left, right, site) : concatenate([left, right], site);
}

/** `&&`, `||` and `??`: the right side runs, may run, or does not. */
function logical(
  operator: '&&' | '||' | '??',
  left: Value,
  right: () => Value,
  leftNode: Node,
  run: Run,
  scope: Scope,
): Value {
  const decided = operator === '??' ? isNullish(left) : truth(left);
  if (decided !== undefined) return decided === (operator !== '||') ? right() : left;
  const isTrue = { condition: excerpt(leftNode, scope), question: questionOf(left) };
  let last = UNDEFINED;
  const value = either(
    run,
    operator === '&&' ? isTrue : operator === '||' ? negated(isTrue) : `not (${isTrue.condition})`,
    () => (last = right()),
    () => UNDEFINED,
  );
  const joined = operator === '??' ? undefined : joinQuestions(operator === '&&' ? 'and' : 'or', left, last);
  if (joined !== undefined && (operator === '&&' || isBare(left)) && isBare(last))
    return askedAt(spanOf(leftNode, scope), 'only the database knows', whether(joined));
  if (operator === '&&') return unknownOr(left, value);
  // A default for what only the environment knows is what the file itself says: it is taken.
  const options =
    value.kind === 'choice' ? value.options.filter(({ kind }) => kind !== 'undefined') : [value];
  const fallback = options.length === 1 ? options[0] : undefined;
  return fallback?.kind === 'text' && left.kind === 'unknown' ? fallback : choiceOf(left, ...options);
}

/** Nothing is known of it but, at best, whether it is true. */
function isBare({ kind }: Value): boolean {
  return kind === 'unknown' || kind === 'boolean';
}

function unknownOr(left: Value, value: Value): Value {
  return left.kind === 'unknown' && value.kind === 'choice' ? left : value;
}

/** The value of one of two ways, of which either may be taken. */
export function either(run: Run, when: Condition | string, first: () => Value, second: () => Value): Value {
  const condition = typeof when === 'string' ? { condition: when } : when;
  let one: Value = UNDEFINED;
  let two: Value = UNDEFINED;
  runEither(
    run,
    () => {
      one = withGuard(run, condition, first);
      return true;
    },
    () => {
      two = withGuard(run, negated(condition), second);
      return true;
    },
  );
  return choiceOf(one, two);
}

function unary(operator: string, value: Value, at: ReturnType<typeof spanOf>): Value {
  if (operator === 'void' || operator === 'delete') return UNDEFINED;
  if (operator === 'typeof') return typeOf(value, at);
  const answer = truth(value);
  if (operator === '!') {
    return answer === undefined
      ? askedAt(at, value.kind === 'unknown' ? value.why : 'it is not known', opposite(value))
      : booleanOf(!answer);
  }
  const known = primitive(value);
  if (known === undefined || known === null) {
    const asks =
      value.kind === 'unknown' ? madeOf(value.asks, (each) => unary(operator, each, at)) : undefined;
    return askedAt(at, 'the number is not known', asks);
  }
  switch (operator) {
    case '-':
      return numberOf(-Number(known));
    case '+':
      return numberOf(Number(known));
    case '~':
      return numberOf(~Number(known));
  }
  return unknownAt(at, `the operator ${operator} is not followed`);
}

function opposite(value: Value): Asked | undefined {
  const question = questionOf(value);
  return question === undefined ? undefined : whether(notSo(question));
}

const TYPES: Readonly<Partial<Record<Value['kind'], string>>> = {
  undefined: 'undefined',
  null: 'object',
  boolean: 'boolean',
  number: 'number',
  text: 'string',
  regexp: 'object',
  array: 'object',
  object: 'object',
  function: 'function',
  class: 'function',
};

function typeOf(value: Value, at: ReturnType<typeof spanOf>): Value {
  const name = TYPES[value.kind];
  if (name !== undefined) return textAt(name, at);
  if (value.kind === 'host') return textAt(value.host.call === undefined ? 'object' : 'function', at);
  return unknownAt(at, 'its type is not known');
}
