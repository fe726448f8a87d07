import { createHash } from 'node:crypto';
import {
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import Module, { createRequire } from 'node:module';
import { homedir } from 'node:os';
import { dirname, join } from 'node:path';
import { Script } from 'node:vm';

/** How Node loads a script: `Module._extensions`, known to users as `require.extensions`. */
interface Loader {
  readonly _extensions: Record<string, (module: NodeJS.Module, file: string) => void>;
}

/** Code of this run that is worth keeping for the next. */
export interface CompiledCode {
  /** Writes what V8 compiled; says nothing if it cannot. */
  keep(): void;
}

/** Bytecode of one script, and how many runs have added the functions that they were the first to call. */
interface Kept {
  readonly times: number;
  readonly data: Buffer;
}

/** After so many runs hardly a function is missing, and none adds to it any more. */
const MOST_TIMES = 4;

interface Loaded {
  readonly file: string;
  readonly script: Script;
  readonly known: Kept | undefined;
}

const NOTHING: CompiledCode = { keep: () => undefined };

/**
 * Has V8 take the bytecode of the bundle's scripts from an earlier run: a third of a short run is V8 reading a megabyte of source.
 *
 * `bundle` names this very build: V8 itself compares versions, flags and lengths, not texts. Bytecode is run as it is found, so it lies in
 * a folder that nobody but the user can write, and none is used in CI, where the home may be the checkout of a stranger's branch.
 */
export function useCompiledCode(bundle: string, environment: NodeJS.ProcessEnv): CompiledCode {
  if (environment['CI'] !== undefined || environment['NODE_DISABLE_COMPILE_CACHE'] !== undefined)
    return NOTHING;
  const folder = privateFolder(environment);
  const own = folderOfProgram();
  if (folder === undefined || own === undefined) return NOTHING;
  return loadFrom(own, join(folder, `${bundle}-${process.version}-${process.arch}`));
}

function loadFrom(own: string, prefix: string): CompiledCode {
  const loader = Module as unknown as Loader;
  const usual = loader._extensions['.js'];
  const loaded: Loaded[] = [];
  loader._extensions['.js'] = (module, file) => {
    if (dirname(file) !== own) return usual?.(module, file);
    const kept = `${prefix}-${file.slice(own.length + 1)}.bin`;
    const known = readWhole(kept);
    // The build sees to it that they are ASCII.
    const source = Module.wrap(readFileSync(file, 'latin1'));
    const script = new Script(source, {
      filename: file,
      ...(known === undefined ? {} : { cachedData: known.data }),
    });
    loaded.push({ file: kept, script, known: script.cachedDataRejected === false ? known : undefined });
    const run = script.runInThisContext() as (...names: readonly unknown[]) => void;
    run.call(module.exports, module.exports, createRequire(file), module, file, own);
  };
  return {
    keep: () => {
      const young = loaded.filter(({ known }) => (known?.times ?? 0) < MOST_TIMES);
      for (const { file, script, known } of young) {
        const data = script.createCachedData();
        // What nobody asked for lately is dropped from memory, and would be missing.
        const isMore = known === undefined || data.length > known.data.length;
        writeWhole(file, { data: isMore ? data : known.data, times: (known?.times ?? 0) + 1 });
      }
      if (young.length > 0) removeOld(dirname(prefix));
    },
  };
}

/** Where the scripts of the bundle are; undefined if the program was named without its ending. */
function folderOfProgram(): string | undefined {
  try {
    return dirname(realpathSync(process.argv[1] ?? ''));
  } catch {
    return undefined;
  }
}

/** Where the user's programs keep what they can make again; undefined if others could write there. */
function privateFolder(environment: NodeJS.ProcessEnv): string | undefined {
  try {
    const base = environment['XDG_CACHE_HOME'] ?? environment['LOCALAPPDATA'] ?? join(homedir(), '.cache');
    const folder = join(base, 'pgfence');
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    const { uid, mode } = lstatSync(folder);
    const ours = process.getuid === undefined || (uid === process.getuid() && (mode & 0o022) === 0);
    return ours ? folder : undefined;
  } catch {
    return undefined;
  }
}

const DIGEST = 'sha256';
const DIGEST_LENGTH = 32;

/** The content of a file behind its digest; undefined if there is none or it is damaged: V8 dies of bytecode that is. */
function readWhole(file: string): Kept | undefined {
  try {
    const content = readFileSync(file);
    const rest = content.subarray(DIGEST_LENGTH);
    if (!digestOf(rest).equals(content.subarray(0, DIGEST_LENGTH))) return undefined;
    return { times: rest[0] ?? 0, data: rest.subarray(1) };
  } catch {
    return undefined;
  }
}

/** Two runs may write at once, and one may be killed: a file is there whole or not at all. */
function writeWhole(file: string, { times, data }: Kept): void {
  try {
    const part = `${file}.${String(process.pid)}`;
    const rest = Buffer.concat([Buffer.from([times]), data]);
    writeFileSync(part, Buffer.concat([digestOf(rest), rest]), { mode: 0o600 });
    renameSync(part, file);
  } catch {
    // The next run compiles again.
  }
}

function digestOf(data: Buffer): Buffer {
  return createHash(DIGEST).update(data).digest();
}

const MONTH = 30 * 24 * 60 * 60 * 1000;

/** What earlier versions left; what is still in use is soon made again. */
function removeOld(folder: string): void {
  for (const name of readdirSync(folder)) {
    const file = join(folder, name);
    if (lstatSync(file).mtimeMs < Date.now() - MONTH) rmSync(file, { force: true });
  }
}
