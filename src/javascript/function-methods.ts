import { callValue } from './call';
import { hostFunction } from './host';
import type { Value } from './value';
import { UNDEFINED } from './value';

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
      return hostFunction('bind', ([self = UNDEFINED, ...bound], _at, callee) =>
        bind(callee ?? UNDEFINED, self, bound),
      );
    case 'then':
    case 'catch':
    case 'finally':
      return undefined;
  }
  return undefined;
}

function bind(callee: Value, self: Value, bound: readonly Value[]): Value {
  if (callee.kind === 'function') {
    const own = callee.self ?? (self.kind === 'undefined' || self.kind === 'null' ? undefined : self);
    return { ...callee, bound: [...(callee.bound ?? []), ...bound], ...(own && { self: own }) };
  }
  return hostFunction('bound function', (args, site) => callValue(callee, [...bound, ...args], site, self));
}
