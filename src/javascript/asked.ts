import type { Question } from '../sql/question';
import type { Span } from '../sql/source';
import type { Unknown, Value } from './value';
import { FALSE, numberOf, objectOf, TRUE, UNDEFINED, unknownAt } from './value';

/** What a value is if the answer to a question is yes (any of these, as far as anybody looks), and what if it is no. */
export interface Asked {
  readonly question: Question;
  readonly yes: readonly Value[];
  readonly no: Value;
}

/** Finds out by a name whether the database knows it. */
export type AskByName = (name: string) => Question;

/** `true` or `false`. */
export function whether(question: Question): Asked;
export function whether(question: Question | undefined): Asked | undefined;
export function whether(question: Question | undefined): Asked | undefined {
  return question === undefined ? undefined : { question, yes: [TRUE], no: FALSE };
}

/** A position in a list, or -1. */
export function whereabouts(question: Question): Asked {
  return { question, yes: [numberOf(0), numberOf(1000)], no: numberOf(-1) };
}

/** An object, or `undefined`. */
export function whetherThere(question: Question): Asked {
  return { question, yes: [objectOf([])], no: UNDEFINED };
}

/** A value that only the database knows, and how it hangs on a question. */
export function askedAt(at: Span, why: string, asks: Asked | undefined, name?: string): Unknown {
  const unknown = unknownAt(at, why, name);
  return asks === undefined ? unknown : { ...unknown, asks };
}

/** What is made of a value that hangs on a question hangs on it, too. */
export function madeOf(asks: Asked | undefined, make: (value: Value) => Value): Asked | undefined {
  if (asks === undefined) return undefined;
  return { question: asks.question, yes: asks.yes.map(make), no: make(asks.no) };
}

/** The question whether something holds of a value. */
export function ask(value: Value, holds: (value: Value) => boolean | undefined): Question | undefined {
  const asks = value.kind === 'unknown' ? value.asks : value.kind === 'host' ? value.host.asks : undefined;
  if (asks === undefined) return undefined;
  const no = holds(asks.no);
  const [yes, ...others] = asks.yes.map(holds);
  if (no === undefined || yes === undefined || yes === no || others.some((other) => other !== yes))
    return undefined;
  return yes ? asks.question : { kind: 'not', arg: asks.question };
}
