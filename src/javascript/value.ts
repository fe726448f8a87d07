import type { ClassBody, Decorator, Function as FunctionNode } from '@babel/types';
import type { Span } from '../sql/source';
import type { AskByName, Asked } from './asked';
import type { Host } from './host';
import type { Scope } from './scope';

/** What the evaluator knows of a value. Nothing of it was executed. */
export type Value =
  | { readonly kind: 'undefined' }
  | { readonly kind: 'null' }
  | { readonly kind: 'boolean'; readonly value: boolean }
  | { readonly kind: 'number'; readonly value: number }
  | { readonly kind: 'regexp'; readonly source: string; readonly flags: string }
  | TextValue
  | ArrayValue
  | ObjectValue
  | FunctionValue
  | ClassValue
  | HostValue
  | ChoiceValue
  | Unknown;

/** A string: pieces whose text is known, each with its place in the source, and holes. */
export interface TextValue {
  readonly kind: 'text';
  readonly pieces: readonly Piece[];
}

export type Piece = KnownPiece | Unknown;

/** `verbatim`: the text stands in the source character by character; `whole`: all of it came from that one place. */
export interface KnownPiece {
  readonly kind: 'known';
  readonly text: string;
  readonly at: Span;
  readonly mapping: 'verbatim' | 'whole';
}

/** A value that only the run tells: why, where it stands, and what the source calls it (`process.env.SCHEMA`). */
export interface Unknown {
  readonly kind: 'unknown';
  readonly why: string;
  readonly at: Span;
  readonly name?: string;
  /** What it is a row or an element of, where that is known. */
  readonly of?: Value;
  /** How it hangs on what the catalog knows. */
  readonly asks?: Asked;
  /** It is what a list or an object may hold of names that only the database knows, or one of them: whether there is such a name. */
  readonly names?: AskByName;
}

/** Mutable, as arrays are. `open`: it may hold other elements than those that are known. */
export interface ArrayValue {
  readonly kind: 'array';
  readonly items: Value[];
  open?: Unknown;
  /** The first argument of a tagged template holds the texts as they are written. */
  readonly raw?: ArrayValue;
}

/** Mutable, as objects are. `open`: it may hold other entries than those that are known. */
export interface ObjectValue {
  readonly kind: 'object';
  readonly entries: Map<string, Value>;
  open?: Unknown;
  readonly instanceOf?: ClassValue;
  /** Where the literal stands, if it is one. */
  readonly at?: Span;
  /** It is a `Map`: its entries are reached by methods. */
  readonly isMap?: boolean;
}

export interface FunctionValue {
  readonly kind: 'function';
  readonly node: FunctionNode;
  readonly scope: Scope;
  /** What `this` is, for methods that were read from an object, and for bound functions. */
  readonly self?: Value;
  /** Arguments of `bind`. */
  readonly bound?: readonly Value[];
  /** The class that `super` looks above. */
  readonly home?: ClassValue;
  readonly getter?: boolean;
  /** What was assigned to the function as an object: `module.exports = function () {}; module.exports.up = …`. */
  readonly entries: Map<string, Value>;
}

export interface ClassValue {
  readonly kind: 'class';
  readonly body: ClassBody;
  readonly name: string | undefined;
  readonly decorators: readonly Decorator[];
  readonly scope: Scope;
  readonly superclass: Value | undefined;
  readonly entries: Map<string, Value>;
  readonly methods: Map<string, FunctionValue>;
}

/** A thing that the evaluator knows from outside: a global, a package, a tool's object. */
export interface HostValue {
  readonly kind: 'host';
  readonly host: Host;
}

/** One of several values; which one depends on a condition that is not known. */
export interface ChoiceValue {
  readonly kind: 'choice';
  readonly options: readonly Exclude<Value, ChoiceValue>[];
}

export const UNDEFINED: Value = { kind: 'undefined' };
export const NULL: Value = { kind: 'null' };
export const TRUE: Value = { kind: 'boolean', value: true };
export const FALSE: Value = { kind: 'boolean', value: false };

export function booleanOf(value: boolean): Value {
  return value ? TRUE : FALSE;
}

export function numberOf(value: number): Value {
  return { kind: 'number', value };
}

export function arrayOf(items: readonly Value[], open?: Unknown): ArrayValue {
  return { kind: 'array', items: [...items], ...(open && { open }) };
}

export function objectOf(entries: Iterable<readonly [string, Value]>): ObjectValue {
  return { kind: 'object', entries: new Map(entries) };
}

export function unknownAt(at: Span, why: string, name?: string): Unknown {
  return name === undefined ? { kind: 'unknown', why, at } : { kind: 'unknown', why, at, name };
}
