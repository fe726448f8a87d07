import { callValue } from './call';
import { hostReached } from './escape';
import type { Site } from './host';
import { hostFunction } from './host';
import type { Value } from './value';
import { UNDEFINED } from './value';
import type { Span } from '../sql/source';

/** `call`, `apply` and `bind`, which every function has. */
export function functionMethod(key: string): Value | undefined {
  switch (key) {
    case 'call':
      return hostFunction('call', ([self = UNDEFINED, ...args], at, callee) =>
        callValue(callee ?? UNDEFINED, args, at, self),
      );
    case 'apply':
      return hostFunction('apply', ([self = UNDEFINED, args], at, callee) =>
        callValue(callee ?? UNDEFINED, args?.kind === 'array' ? args.items : [], at, self),
      );
    case 'bind':
      return hostFunction('bind', ([self = UNDEFINED, ...bound], { at }, callee) =>
        bind(callee ?? UNDEFINED, self, bound, at),
      );
    case 'then':
    case 'catch':
    case 'finally':
      return undefined;
  }
  return undefined;
}

/** What is given arguments stands where it is given them, not where somebody calls it: `db.addColumn.bind(db, 'orders', …)`. */
function bind(callee: Value, self: Value, bound: readonly Value[], at: Span): Value {
  if (callee.kind === 'function') {
    const own = callee.self ?? (self.kind === 'undefined' || self.kind === 'null' ? undefined : self);
    return { ...callee, bound: [...(callee.bound ?? []), ...bound], ...(own && { self: own }) };
  }
  const reached = hostReached([callee, self, ...bound]);
  const call = (args: readonly Value[], site: Site): Value =>
    callValue(callee, [...bound, ...args], bound.length === 0 ? site : { ...site, at }, self);
  return {
    kind: 'host',
    host: { name: 'bound function', call, ...(reached !== undefined && { reaches: reached }) },
  };
}
