// The package types only its own wrapper, which can neither be started anew nor told where its memory is.
declare module 'libpg-query/wasm/libpg-query.js' {
  interface Options {
    /** Called with the name of the wasm file and the folder that it is expected in. */
    readonly locateFile: (name: string, folder: string) => string;
    /** Replaces the asynchronous start: makes the instance and hands it to `receive`. */
    readonly instantiateWasm?: (
      imports: WebAssembly.Imports,
      receive: (instance: { readonly exports: WebAssembly.Exports }) => void,
    ) => void;
    readonly print: () => void;
    readonly printErr: () => void;
  }

  interface Instance {
    /** Replaced whenever the memory grows. */
    readonly HEAPU8: Uint8Array;
    readonly HEAPU32: Uint32Array;
    _malloc(bytes: number): number;
    _free(pointer: number): void;
    _wasm_parse_query_raw(query: number): number;
    _wasm_free_parse_result(result: number): void;
    _wasm_parse_plpgsql(query: number): number;
    _wasm_free_string(pointer: number): void;
  }

  /** Starts an instance. It adds the members of `Instance` to the very object that it is given. */
  const start: (options: Options) => Promise<Instance>;
  export default start;
}
