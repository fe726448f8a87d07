// What the parser's start needs of WebAssembly, which the compiler declares only together with the whole DOM.
declare namespace WebAssembly {
  type Imports = Record<string, Record<string, unknown>>;
  type Exports = Record<string, unknown>;
  class RuntimeError extends Error {}
  type Module = object;
  const Module: new (bytes: Uint8Array) => Module;
  class Instance {
    constructor(module: Module, imports: Imports);
    readonly exports: Exports;
  }
}
