import { filePath } from '../sql/source';
import type { ModuleRecord } from './modules';
import { openModule, readExport } from './modules';
import type { BabelParser } from './parse';
import { parseProgram } from './parse';
import type { ListFolder, LoadText, ParsedModules, Run, Unread } from './run';
import { OutOfBudget } from './run';
import type { Value } from './value';
import type { PackageFolder } from './workspace';

/** All that reading one module needs from outside. */
export interface ReadOptions {
  readonly parser: BabelParser;
  /** Relative to the root of the repository, with forward slashes. */
  readonly path: string;
  readonly text: string;
  readonly load: LoadText;
  /** Without it, what a folder holds is not known. */
  readonly list?: ListFolder;
  /** Without it, no package is taken for one of the repository. */
  readonly packageFolder?: PackageFolder;
  /** Shared between the files of a tree, so that what they import is parsed once. */
  readonly parsed: ParsedModules;
  readonly packages?: ReadonlyMap<string, Value>;
  readonly globals?: ReadonlyMap<string, Value>;
  readonly report?: (unread: Unread) => void;
}

export interface OpenModule {
  readonly run: Run;
  readonly record: ModuleRecord;
}

/** Parses a module and runs its top level; what cannot be parsed is reported and gives `undefined`. */
export function readModule(options: ReadOptions): OpenModule | undefined {
  const report = options.report ?? (() => undefined);
  const { path, text } = options;
  const program = parseProgram(options.parser, path, text);
  if ('kind' in program) {
    const start = Math.min(program.start, text.length);
    const at = { file: filePath(path), start, end: Math.min(start + 1, text.length) };
    report({ at, reason: 'syntax-error', detail: program.message });
    return undefined;
  }
  const run: Run = {
    parser: options.parser,
    load: options.load,
    list: options.list ?? (() => null),
    packageFolder: options.packageFolder ?? (() => null),
    parsed: options.parsed,
    packages: options.packages ?? new Map<string, Value>(),
    globals: options.globals ?? new Map<string, Value>(),
    report,
    modules: new Map(),
    steps: 0,
    depth: 0,
    guard: undefined,
    journal: undefined,
    handling: false,
    unfollowed: undefined,
  };
  const record = attempt(run, path, text.length, () => openModule(run, path, text, program, true));
  return record === undefined ? undefined : { run, record };
}

/** What the module exports under a name; `undefined` if there is no such export, or reading it asks for too much. */
export function exportOf({ run, record }: OpenModule, name: string): Value | undefined {
  return attempt(run, record.path, record.scope.module.text.length, () => readExport(run, record, name));
}

/** Runs a part of the reading; asking for too much, or nesting too deep, is reported instead of thrown. */
export function attempt<Result>(
  run: Run,
  path: string,
  length: number,
  body: () => Result,
): Result | undefined {
  try {
    return body();
  } catch (error) {
    const whole = { file: filePath(path), start: 0, end: length };
    if (error instanceof OutOfBudget) {
      run.report({ at: error.at, reason: 'too-deep', detail: error.message });
    } else if (error instanceof RangeError) {
      run.report({ at: whole, reason: 'too-deep', detail: 'The file nests too deep to be followed' });
    } else {
      throw error;
    }
    return undefined;
  }
}
