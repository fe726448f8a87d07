import { readFileSync } from 'node:fs';
import type startInstance from 'libpg-query/wasm/libpg-query.js';

type Start = typeof startInstance;
type Options = Parameters<Start>[0];
type Instance = Awaited<ReturnType<Start>>;

/** What the parser answered: its JSON, or its error with the offset that it named, in code points from zero. */
export type Answer =
  | { readonly kind: 'json'; readonly json: string; readonly ascii: boolean }
  | {
      readonly kind: 'error';
      readonly message: string;
      readonly position: number | undefined;
      readonly tooDeep: boolean;
    };

/** The parser of PostgreSQL as a pair of functions over texts without NUL. Neither throws. */
export interface ParserModule {
  parse(sql: string): Answer;
  parsePlPgSQL(sql: string): Answer;
}

/**
 * Starts the parser, or takes the one that was started before. Its code is loaded here and not at import, so that the caller can
 * set V8's flags before.
 */
export async function loadParserModule(): Promise<ParserModule> {
  const engine = await (started ??= startEngine());
  let overflows = 0;
  const guarded = (sql: string, call: (instance: Instance, sql: string) => Answer): Answer => {
    if (overflows >= MOST_OVERFLOWS && sql.length > LONGEST_SAFE)
      return tooDeep('Not read, since too many texts before it were nested too deeply');
    try {
      return call(engine.instance, sql);
    } catch (error) {
      if (!(error instanceof RangeError || error instanceof WebAssembly.RuntimeError)) throw error;
      overflows++;
      engine.startAgain();
      return tooDeep('The text is nested too deeply for the parser');
    }
  };
  return { parse: (sql) => guarded(sql, parse), parsePlPgSQL: (sql) => guarded(sql, parsePlPgSQL) };
}

/** One for the process: each asks for 128 MB of address space, and V8 collects its garbage for each. */
let started: Promise<Engine> | undefined;

interface Engine {
  readonly instance: Instance;
  /** Throws the instance away. */
  startAgain(): void;
}

async function startEngine(): Promise<Engine> {
  const { default: start } = await import('libpg-query/wasm/libpg-query.js');
  const wasm = new WebAssembly.Module(readFileSync(await fileOf(start)));
  let instance = startNow(start, wasm);
  return {
    get instance() {
      return instance;
    },
    startAgain: () => {
      instance = startNow(start, wasm);
    },
  };
}

/** Where the wasm is: the package tells it only to whom it asks for another place. */
async function fileOf(start: Start): Promise<string> {
  let file = '';
  const locateFile: Options['locateFile'] = (name, folder) => {
    file = folder + name;
    throw new Error('This start was for the place only');
  };
  await start({ locateFile, ...silent }).catch(() => undefined);
  return file;
}

const silent = { print: () => undefined, printErr: () => undefined };

/**
 * Text nested too deeply overflows the stack within the wasm, which leaves the instance without what the call had taken of its
 * stack and memory: after some thirty times every parse fails. So it is thrown away. But its memory is freed only when the caller
 * waits for something, and then a stranger could have all memory used up: after so many times, texts that could be as deep are
 * refused.
 */
const MOST_OVERFLOWS = 20;

/** A text of no more UTF-16 code units cannot overflow the stack: the densest nesting that does has 12,500. */
const LONGEST_SAFE = 8000;

function tooDeep(message: string): Answer {
  return { kind: 'error', message, position: undefined, tooDeep: true };
}

/**
 * An instance at once, where the package's own start would have its caller wait for other threads. All that is left for later in that start is the
 * set-up of a file system, which parsing does not use, and the call of the one export that has neither parameter nor result (the
 * constructors of C): that one is called here and replaced.
 */
function startNow(start: Start, wasm: WebAssembly.Module): Instance {
  const options: Options = {
    locateFile: (name) => name,
    instantiateWasm: (imports, receive) => {
      const exports = { ...new WebAssembly.Instance(wasm, imports).exports };
      receive({ exports });
      for (const [name, value] of Object.entries(exports)) {
        const constructs = typeof value === 'function' && value.length === 0 && value() === undefined;
        if (constructs) exports[name] = () => undefined;
      }
    },
    ...silent,
  };
  void start(options);
  return options as Options & Instance;
}

const encoding = 'utf8';

function parse(instance: Instance, sql: string): Answer {
  const query = write(instance, sql);
  let result = 0;
  try {
    result = instance._wasm_parse_query_raw(query.pointer);
    const { HEAPU32: words } = instance;
    const error = words[(result + 8) >> 2] ?? 0;
    if (error === 0)
      return { kind: 'json', json: read(instance, words[result >> 2] ?? 0), ascii: query.ascii };
    const message = read(instance, words[error >> 2] ?? 0);
    const position = words[(error + 16) >> 2] ?? 0;
    // The server counts from one; zero says that it does not know.
    return failure(message, position === 0 ? undefined : position - 1);
  } finally {
    instance._free(query.pointer);
    if (result !== 0) instance._wasm_free_parse_result(result);
  }
}

function parsePlPgSQL(instance: Instance, sql: string): Answer {
  const query = write(instance, sql);
  let result = 0;
  try {
    result = instance._wasm_parse_plpgsql(query.pointer);
    const text = read(instance, result);
    return text.startsWith('{') ? { kind: 'json', json: text, ascii: query.ascii } : failure(text, undefined);
  } finally {
    instance._free(query.pointer);
    if (result !== 0) instance._wasm_free_string(result);
  }
}

/** The limit of the grammar's own stack has no error code that reaches us, only the message of `gram.y`. */
function failure(message: string, position: number | undefined): Answer {
  return { kind: 'error', message, position, tooDeep: message.startsWith('memory exhausted') };
}

function write(instance: Instance, text: string): { readonly pointer: number; readonly ascii: boolean } {
  const bytes = Buffer.byteLength(text, encoding);
  const pointer = instance._malloc(bytes + 1);
  const memory = memoryOf(instance);
  memory.write(text, pointer, bytes, encoding);
  memory[pointer + bytes] = 0;
  return { pointer, ascii: bytes === text.length };
}

function read(instance: Instance, pointer: number): string {
  const memory = memoryOf(instance);
  return memory.toString(encoding, pointer, memory.indexOf(0, pointer));
}

function memoryOf({ HEAPU8: { buffer } }: Instance): Buffer {
  return Buffer.from(buffer);
}
