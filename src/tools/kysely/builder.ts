import { callValue } from '../../javascript/call';
import { connectionOf } from '../../javascript/connection';
import type { Host, Site } from '../../javascript/host';
import type { Recorder } from '../../javascript/recorder';
import { sqlLiteral } from '../../javascript/sql-literal';
import { sqlAt } from '../../javascript/sql-text';
import type { ToolMethod } from '../../javascript/tool-host';
import { toolHost } from '../../javascript/tool-host';
import type { HostValue, TextValue, Value } from '../../javascript/value';
import { objectOf, UNDEFINED, unknownAt } from '../../javascript/value';

/** What one call of a chain makes of the state before it. Kysely's builders never change: each call gives a new one. */
export type Clause<State> = (state: State, args: readonly Value[], site: Site) => State;

/** Where statements go, and the schema that `withSchema` put around all names of a statement. */
export interface Scope extends Recorder {
  readonly schema?: Value | undefined;
}

/** A kind of builder: the calls of its chain, and the SQL that it stands for. */
export interface BuilderKind<State> {
  readonly name: string;
  readonly clauses: Readonly<Record<string, Clause<State>>>;
  /** The statement or fragment; without it, the builder only describes a part of another one. */
  readonly compile?: (state: State, site: Site) => TextValue;
  /** A query stands in parentheses inside of other SQL. */
  readonly isQuery?: boolean;
}

interface Built {
  readonly state: unknown;
  readonly sql: ((site: Site) => TextValue) | undefined;
}

const built = new WeakMap<Host, Built>();

/** A builder in a state. */
export function builderHost<State>(recorder: Recorder, kind: BuilderKind<State>, state: State): HostValue {
  const { clauses, compile } = kind;
  const methodOf = (key: string): ToolMethod | undefined => {
    const run = compile === undefined ? undefined : runMethod(key, recorder, compile, state);
    if (run !== undefined) return run;
    if (key === '$call') return ([change = UNDEFINED], site) => callValue(change, [builder], site);
    if (key === '$castTo' || key === 'withPlugin') return () => builder;
    const clause = Object.hasOwn(clauses, key) ? clauses[key] : undefined;
    return clause && ((args, site) => builderHost(recorder, kind, clause(state, args, site)));
  };
  const text = compile === undefined ? undefined : (site: Site): TextValue => compile(state, site);
  const embedded = kind.isQuery === true && text !== undefined ? inParentheses(text) : text;
  const builder: HostValue = toolHost(
    recorder,
    kind.name,
    methodOf,
    {},
    {
      ...(embedded === undefined ? {} : { text: embedded }),
      hasThen: Object.hasOwn(kind.clauses, 'then'),
    },
  );
  built.set(builder.host, { state, sql: text });
  return builder;
}

function inParentheses(text: (site: Site) => TextValue): (site: Site) => TextValue {
  return (site) => sqlAt(site.at)`(${text(site)})`;
}

/** The SQL of a builder that stands by itself, as the query of a view does: without parentheses. */
export function statementSql(value: Value, site: Site): TextValue {
  const sql = value.kind === 'host' ? built.get(value.host)?.sql : undefined;
  return sql === undefined ? sqlLiteral(value, site) : sql(site);
}

/** The state of the builder that a callback gives back; `undefined` if it is none that is known. */
function builtState<State>(value: Value): State | undefined {
  return value.kind === 'host' ? (built.get(value.host)?.state as State | undefined) : undefined;
}

/** What a callback such as `(col) => col.notNull()` describes, from a first state on; a gap where it is not known. */
export function described<State>(
  recorder: Recorder,
  kind: BuilderKind<State>,
  first: State,
  callback: Value | undefined,
  site: Site,
): State {
  if (callback === undefined || callback.kind === 'undefined') return first;
  const state = builtState<State>(callValue(callback, [builderHost(recorder, kind, first)], site));
  if (state !== undefined) return state;
  recorder.report({
    at: site.at,
    reason: 'unsupported-call',
    detail: `what describes the ${kind.name} is not known`,
  });
  return first;
}

/** What sends a builder or gives its text; `undefined` for any other method. */
function runMethod<State>(
  key: string,
  recorder: Recorder,
  compile: (state: State, site: Site) => TextValue,
  state: State,
): ToolMethod | undefined {
  switch (key) {
    case 'execute':
    case 'executeTakeFirst':
    case 'executeTakeFirstOrThrow':
    case 'stream':
      return ([executor], site) => {
        (connectionOf(executor) ?? recorder).send(compile(state, site), site);
        return unknownAt(site.at, 'only the database knows what the query gives', 'the result of a query');
      };
    case 'compile':
      return (_args, site) => objectOf([['sql', compile(state, site)]]);
  }
  return undefined;
}
