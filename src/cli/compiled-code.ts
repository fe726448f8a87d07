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
  if (folder === undefined) return NOTHING;
  return loadFrom(join(folder, `${bundle}-${process.version}-${process.arch}`));
}

function loadFrom(prefix: string): CompiledCode {
  const loader = Module as unknown as Loader;
  const own = dirname(realpathSync(process.argv[1] ?? ''));
  const usual = loader._extensions['.js'];
  const fresh = new Map<string, Script>();
  loader._extensions['.js'] = (module, file) => {
    if (dirname(file) !== own) return usual?.(module, file);
    const kept = `${prefix}-${file.slice(own.length + 1)}.bin`;
    const cachedData = readWhole(kept);
    // The build sees to it that they are ASCII.
    const source = Module.wrap(readFileSync(file, 'latin1'));
    const script = new Script(source, {
      filename: file,
      ...(cachedData === undefined ? {} : { cachedData }),
    });
    if (script.cachedDataRejected !== false) fresh.set(kept, script);
    const run = script.runInThisContext() as (...names: readonly unknown[]) => void;
    run.call(module.exports, module.exports, createRequire(file), module, file, own);
  };
  return {
    keep: () => {
      for (const [file, script] of fresh) writeWhole(file, script.createCachedData());
      if (fresh.size > 0) removeOld(dirname(prefix));
    },
  };
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

/** The data of a file behind its digest; undefined if there is none or it is damaged: V8 dies of bytecode that is. */
function readWhole(file: string): Buffer | undefined {
  try {
    const content = readFileSync(file);
    const data = content.subarray(DIGEST_LENGTH);
    return digestOf(data).equals(content.subarray(0, DIGEST_LENGTH)) ? data : undefined;
  } catch {
    return undefined;
  }
}

/** Two runs may write at once, and one may be killed: a file is there whole or not at all. */
function writeWhole(file: string, data: Buffer): void {
  try {
    const part = `${file}.${String(process.pid)}`;
    writeFileSync(part, Buffer.concat([digestOf(data), data]), { mode: 0o600 });
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
