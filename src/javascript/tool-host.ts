import type { QuestionObject } from '../sql/question';
import { askedAt, whether } from './asked';
import { choiceOf } from './choice';
import type { Host, Site } from './host';
import { runEither } from './journal';
import type { Recorder } from './recorder';
import { withGuard } from './run';
import type { Option } from './choice';
import type { HostValue, Value } from './value';
import { UNDEFINED, unknownAt } from './value';

/** What a method of a tool's object does; without a result it gives `undefined`. Arguments are no choices. */
export type ToolMethod = (args: readonly Value[], site: Site) => Value | undefined | void;

/** Methods by their names; a function where making all of them for each object takes longer than what is done with it. */
export type ToolMethods = Readonly<Record<string, ToolMethod>> | ((key: string) => ToolMethod | undefined);

/** An object of a tool: methods that are modelled, and properties. Calling anything else of it is reported. */
export function toolHost(
  recorder: Recorder,
  name: string,
  methods: ToolMethods,
  properties: Readonly<Record<string, () => Value>> = {},
  more: Partial<Host> = {},
): HostValue {
  const host: Host = {
    name,
    reaches: name,
    ...more,
    read: (key, site, self) => {
      const method =
        typeof methods === 'function' ? methods(key) : Object.hasOwn(methods, key) ? methods[key] : undefined;
      if (method !== undefined) return toolFunction(`${name}.${key}`, method);
      const property = Object.hasOwn(properties, key) ? properties[key] : undefined;
      return property?.() ?? more.read?.(key, site, self) ?? unmodelled(recorder, `${name}.${key}`);
    },
  };
  return { kind: 'host', host };
}

/** A function of a tool. Alternatives among its arguments are tried one by one, each under a condition. */
export function toolFunction(name: string, method: ToolMethod): Value {
  return {
    kind: 'host',
    host: { name, reaches: name, call: (args, site) => callEach(args, site, method) },
  };
}

/** A method that nobody modelled: reading it is silent, calling it is a gap. */
export function unmodelled(recorder: Recorder, name: string): Value {
  const call = (_args: readonly Value[], site: Site): Value => {
    recorder.report({ at: site.at, reason: 'unsupported-call', detail: `${name} is not modelled` });
    return unknownAt(site.at, `the result of ${name} is not known`, `${name}()`);
  };
  return {
    kind: 'host',
    host: { name, reaches: name, call, read: (key) => unmodelled(recorder, `${name}.${key}`) },
  };
}

/** A method whose result only the server knows and which changes nothing: `hasTable`, `select`. */
export function queryMethod(name: string): ToolMethod {
  return (_args, site) => unknownAt(site.at, `only the database knows what ${name} gives`, `${name}()`);
}

/** A method that asks the database whether something is there. */
export function askMethod(
  recorder: Recorder,
  name: string,
  object: (args: readonly Value[], site: Site) => QuestionObject | undefined,
): ToolMethod {
  return (args, site) => {
    const about = object(args, site);
    const asks = about === undefined ? undefined : whether(recorder.ask(about));
    return askedAt(site.at, `only the database knows what ${name} gives`, asks, `${name}()`);
  };
}

const MAX_ALTERNATIVES = 8;

/** Calls a method once for each combination of the alternatives among its arguments, each under a condition. */
export function callEach(args: readonly Value[], site: Site, method: ToolMethod): Value {
  if (!args.some(({ kind }) => kind === 'choice')) return method(args, site) ?? UNDEFINED;
  let combinations: Option[][] = [[]];
  for (const arg of args) {
    const options: readonly Option[] = arg.kind === 'choice' ? arg.options : [arg];
    if (combinations.length * options.length > MAX_ALTERNATIVES) {
      const unknown = unknownAt(site.at, 'it depends on too many conditions');
      combinations = combinations.map((before) => [...before, unknown]);
    } else {
      combinations = combinations.flatMap((before) => options.map((option) => [...before, option]));
    }
  }
  const [only] = combinations;
  if (combinations.length === 1 && only !== undefined) return method(only, site) ?? UNDEFINED;
  const results: Value[] = [];
  for (const combination of combinations) {
    const attempt = (): boolean => {
      const result = withGuard(site.run, 'it depends on a condition', () => method(combination, site));
      results.push(result ?? UNDEFINED);
      return true;
    };
    runEither(site.run, attempt, () => true);
  }
  return choiceOf(...results);
}
