import type { Span } from '../sql/source';
import type { Asked } from './asked';
import type { Recorder } from './recorder';
import type { Run } from './run';
import type { TextValue, Value } from './value';

/** Where a host is asked something, and in which run. */
export interface Site {
  readonly run: Run;
  /** The whole call, property read or `await`. */
  readonly at: Span;
}

/**
 * A thing that stands outside of the code that is read: a global, a package, a tool's object. Only what is defined here can be
 * done with it; whatever a function leaves undefined is not known, and the evaluator says so.
 */
export interface Host {
  /** What people call it: `knex.schema`, `queryRunner`. */
  readonly name: string;
  /** A property; `undefined` (no value) where nothing is known of it. `self` is the object it was reached through, if the host is a superclass. */
  readonly read?: (key: string, site: Site, self?: Value) => Value | undefined;
  /** The names of all of its properties, for `Object.keys` and spreads. */
  readonly keys?: () => readonly string[];
  readonly write?: (key: string, value: Value, site: Site) => void;
  readonly call?: (args: readonly Value[], site: Site, self?: Value) => Value;
  readonly construct?: (args: readonly Value[], site: Site) => Value;
  /** What `await`, `.then` and being returned do to it. Without it, it is its own result. */
  readonly settle?: (site: Site) => Value;
  /** It has a method `then` that is none of a promise's: `case().when(…).then(…)`. */
  readonly hasThen?: boolean;
  /** What it is inside of a template or a concatenation. */
  readonly text?: (site: Site) => TextValue;
  /** Nobody knows whether it is there or `undefined`. */
  readonly isOptional?: boolean;
  /** How that hangs on what the catalog knows. */
  readonly asks?: Asked;
  /** It is a handle of a connection or of its transaction, which statements may be given: `transacting(trx)`, `{ transaction }`. */
  readonly connection?: Recorder;
  /** Why code that cannot be read must not have it: it could change the database with it. */
  readonly reaches?: string;
}

export function hostFunction(
  name: string,
  call: (args: readonly Value[], site: Site, self?: Value) => Value,
): Value {
  return { kind: 'host', host: { name, call } };
}

/** A host that is a bag of fixed properties. */
export function hostObject(name: string, properties: Readonly<Record<string, Value>>): Value {
  return {
    kind: 'host',
    host: { name, read: (key) => (Object.hasOwn(properties, key) ? properties[key] : undefined) },
  };
}
