import type { Question } from '../sql/question';
import { ask } from './asked';
import { truth } from './operators';
import type { Value } from './value';

/** The question whether a value counts as true. */
export function questionOf(value: Value): Question | undefined {
  return ask(value, truth);
}

/** `a && b` and `a || b`, if the catalog may answer one of them. */
export function joinQuestions(kind: 'and' | 'or', left: Value, right: Value): Question | undefined {
  const args = [left, right].map(constantOrQuestion);
  return args.every((arg) => arg === undefined)
    ? undefined
    : { kind, args: args.map((arg) => arg ?? { kind: 'unknown' }) };
}

/** A value that is known is a question, too: all or none of nothing. */
function constantOrQuestion(value: Value): Question | undefined {
  const known = truth(value);
  return known === undefined ? questionOf(value) : { kind: known ? 'and' : 'or', args: [] };
}
