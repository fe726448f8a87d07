import type { FilePath } from '../sql/source';
import type { ArrayValue, Value } from './value';

/** A variable. `later` computes it when it is first asked for: constants of a module are read only if somebody needs them. */
export interface Binding {
  value: Value | undefined;
  later: (() => Value) | undefined;
}

/** The text that the offsets of the nodes count in. */
export interface ModuleText {
  readonly path: FilePath;
  readonly text: string;
}

/** What one call of a function knows besides its variables. */
export interface Frame {
  readonly self: Value | undefined;
  readonly home: Value | undefined;
  /** What it may have returned in branches that may not run. */
  readonly returned: Value[];
  /** What a generator has yielded so far. */
  readonly yielded?: ArrayValue;
}

/** Variables as they nest. */
export interface Scope {
  readonly parent: Scope | undefined;
  readonly bindings: Map<string, Binding>;
  readonly module: ModuleText;
  readonly frame: Frame;
  /** `var` and functions go to the nearest of these. */
  readonly isFunction: boolean;
}

/** `self`: what `this` is outside of functions, which in CommonJS are the exports. */
export function rootScope(module: ModuleText, self?: Value): Scope {
  const frame: Frame = { self, home: undefined, returned: [] };
  return { parent: undefined, bindings: new Map(), module, frame, isFunction: true };
}

export function blockScope(parent: Scope): Scope {
  return { parent, bindings: new Map(), module: parent.module, frame: parent.frame, isFunction: false };
}

export function functionScope(parent: Scope, frame: Frame): Scope {
  return { parent, bindings: new Map(), module: parent.module, frame, isFunction: true };
}

export function findBinding(scope: Scope, name: string): Binding | undefined {
  for (let at: Scope | undefined = scope; at !== undefined; at = at.parent) {
    const binding = at.bindings.get(name);
    if (binding !== undefined) return binding;
  }
  return undefined;
}

export function declare(scope: Scope, name: string, value: Value): void {
  scope.bindings.set(name, { value, later: undefined });
}

export function declareLater(scope: Scope, name: string, later: () => Value): void {
  scope.bindings.set(name, { value: undefined, later });
}

/** The scope that `var` declares in. */
export function variableScope(scope: Scope): Scope {
  let at = scope;
  while (!at.isFunction && at.parent !== undefined) at = at.parent;
  return at;
}
