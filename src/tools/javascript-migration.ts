import type { Site } from '../javascript/host';
import { callValue } from '../javascript/call';
import { commonExports, exportNames, passedOnNames } from '../javascript/modules';
import { settle } from '../javascript/promise';
import { readProperty } from '../javascript/property';
import type { OpenModule } from '../javascript/read-module';
import { attempt, exportOf, readModule } from '../javascript/read-module';
import type { Recorder } from '../javascript/recorder';
import { createRecorder } from '../javascript/recorder';
import type { Value } from '../javascript/value';
import { UNDEFINED, unknownAt } from '../javascript/value';
import type { Transaction } from '../sql/fragment';
import type { SourceFile } from '../sql/source';
import { filePath } from '../sql/source';
import { driverPackages } from './driver-packages';
import { packageFolder } from './packages';
import type { ScriptContext } from './scripts';
import type { Extraction, Tree } from './tool';

/** One migration that is being read: where its statements go, and the module itself. */
export interface Reading {
  readonly recorder: Recorder;
  readonly module: OpenModule;
  readonly context: ScriptContext;
  /** The whole file, as the place of what has no call of its own. */
  readonly site: Site;
}

/** What a tool brings along to read one migration. */
export interface JavaScriptSetUp {
  /** What importing the tool's packages gives. */
  readonly packages?: ReadonlyMap<string, Value>;
  /** What the tool puts into the global scope. */
  readonly globals?: ReadonlyMap<string, Value>;
  /** Runs what the tool would run of the module. */
  run(reading: Reading): void;
}

/** Reads a migration that is JavaScript. Nothing of it is executed. */
export function readJavaScriptMigration(
  file: SourceFile,
  context: ScriptContext,
  transaction: Transaction,
  setUp: (recorder: Recorder) => JavaScriptSetUp,
): Extraction {
  const at = { file: file.path, start: 0, end: file.text.length };
  const { javascript } = context;
  const recorder = createRecorder(file, transaction);
  const { packages, globals, run } = setUp(recorder);
  const module = readModule({
    parser: javascript.parser,
    parsed: javascript.parsed,
    path: file.path,
    text: file.text,
    load: (path) => context.tree.read(filePath(path)),
    list: (path) => namesIn(context.tree, path),
    packageFolder: (name) => packageFolder(context.tree, name),
    packages: new Map([...driverPackages(recorder), ...(packages ?? [])]),
    ...(globals === undefined ? {} : { globals }),
    report: recorder.report,
  });
  if (module !== undefined) {
    const site: Site = { run: module.run, at };
    module.run.unfollowed = undefined;
    attempt(module.run, file.path, file.text.length, () => run({ recorder, module, context, site }));
    const { unfollowed } = module.run;
    const isSilent = recorder.fragments.length === 0 && recorder.gaps.length === 0;
    if (isSilent && unfollowed !== undefined) recorder.report(unfollowed);
  }
  const used = context.transaction;
  const fragments =
    used === null
      ? recorder.fragments
      : recorder.fragments.map((fragment) => ({ ...fragment, transaction: used }));
  return { fragments, gaps: recorder.gaps, transaction: used ?? recorder.transaction };
}

/** The names of files and folders in a folder, sorted; `null` where no file is below it. */
function namesIn({ paths }: Tree, folder: string): readonly string[] | null {
  const prefix = folder === '' || folder === '.' ? '' : `${folder.replace(/\/$/, '')}/`;
  const names = new Set<string>();
  for (const path of paths) {
    if (path.startsWith(prefix)) names.add(path.slice(prefix.length).replace(/\/.*/, ''));
  }
  return names.size === 0 ? null : [...names].sort();
}

/** Every value that a module exports, whatever the style. */
export function exportedValues({ module }: Reading): readonly Value[] {
  const common = commonExports(module.record);
  const { run, record } = module;
  const passedOn =
    attempt(run, record.path, record.scope.module.text.length, () => passedOnNames(run, record)) ?? [];
  const named = [...exportNames(record), ...passedOn].map((name) => exportOf(module, name));
  return [...(common === undefined ? [] : [common]), ...named.filter((value) => value !== undefined)];
}

/**
 * The functions that the module exports under a name: `exports.up`, `export function up`, `module.exports = { up }`,
 * `export default { up }`, or a property of anything else it exports.
 */
export function exportedFunction(
  reading: Reading,
  name: string,
): { readonly value: Value; readonly self: Value | undefined } | undefined {
  const { module, site } = reading;
  const direct = exportOf(module, name);
  if (isCallable(direct)) return { value: direct, self: undefined };
  for (const self of exportedValues(reading)) {
    if (!['object', 'function', 'class', 'choice'].includes(self.kind)) continue;
    const value = readProperty(self, name, site);
    if (isCallable(value)) return { value, self };
  }
  return undefined;
}

/** How a gap ends that says that a function is not there. */
export const NOT_EXPORTED = 'that could be read is exported';

/** Reports that there is nothing to run. A module that exports nothing, all of it commented out, runs nothing indeed. */
export function reportMissing(reading: Reading, what: string): void {
  if (exportedValues(reading).length === 0 && reading.module.record.stars.length === 0) return;
  const { at } = reading.site;
  const detail = `${what} ${NOT_EXPORTED}`;
  reading.recorder.report({ at, reason: 'unsupported-call', detail });
}

/** Calls a function of the migration as the runner does, and waits for it. */
export function runFunction(value: Value, args: readonly Value[], site: Site, self?: Value): void {
  const result = settle(
    callValue(value, [...args, ...givenBesides(value, args.length, site)], site, self),
    site,
  );
  if (result.kind === 'array') for (const item of result.items) settle(item, site);
}

/** What a runner of the project's own may pass besides what the tool does: nobody knows. */
function givenBesides(value: Value, count: number, { at }: Site): readonly Value[] {
  const params = value.kind === 'function' ? value.node.params.slice(count) : [];
  return params.map((param) =>
    param.type === 'Identifier'
      ? unknownAt(at, 'what the runner passes besides is not known', param.name)
      : UNDEFINED,
  );
}

export function isCallable(value: Value | undefined): value is Value {
  return (
    value?.kind === 'function' ||
    value?.kind === 'choice' ||
    (value?.kind === 'host' && value.host.call !== undefined)
  );
}

/** Runs the exported `up` or `down` with what the tool gives it; says so where there is none. */
export function runExported(reading: Reading, args: () => readonly Value[], name?: string): void {
  const wanted = name ?? reading.context.direction;
  const found = exportedFunction(reading, wanted);
  if (found === undefined) reportMissing(reading, `No function ${wanted}()`);
  else runFunction(found.value, args(), reading.site, found.self);
}
