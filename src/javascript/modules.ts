import type { Program } from '@babel/types';
import { filePath } from '../sql/source';
import { builtinPackage } from './builtin-packages';
import { mapOptions } from './choice';
import { executeModule } from './execute-module';
import type { Site } from './host';
import { parseJson } from './json';
import { parseProgram } from './parse';
import { resolveModule } from './resolve';
import type { Resolved } from './resolve';
import type { Run } from './run';
import type { Scope } from './scope';
import { declare, rootScope } from './scope';
import { knownText } from './text';
import type { HostValue, ObjectValue, Value } from './value';
import { objectOf, unknownAt } from './value';

/** One module of a run: its variables and what it exports, ESM and CommonJS side by side. */
export interface ModuleRecord {
  readonly path: string;
  readonly scope: Scope;
  /** CommonJS: the object whose `exports` the module may replace. */
  readonly module: ObjectValue;
  /** ESM: each exported name, read when somebody asks for it. */
  readonly names: Map<string, () => Value>;
  /** ESM: the modules that `export *` passes on. */
  readonly stars: string[];
}

/** Starts a module. The one that is read runs whole; of those that it imports only what is asked for. */
export function openModule(
  run: Run,
  path: string,
  text: string,
  program: Program,
  isEntry: boolean,
): ModuleRecord {
  const exports = objectOf([]);
  const scope = rootScope({ path: filePath(path), text }, exports);
  const module = objectOf([['exports', exports]]);
  const record: ModuleRecord = { path, scope, module, names: new Map(), stars: [] };
  run.modules.set(path, record);
  declare(scope, 'module', module);
  declare(scope, 'exports', exports);
  executeModule(run, record, program, isEntry);
  return record;
}

/** What a module exports under a name; `undefined` if there is no such export. */
export function readExport(run: Run, record: ModuleRecord, name: string): Value | undefined {
  return findExport(run, record, name, new Set());
}

function findExport(run: Run, record: ModuleRecord, name: string, seen: Set<string>): Value | undefined {
  if (seen.has(record.path)) return undefined;
  seen.add(record.path);
  const own = record.names.get(name);
  if (own !== undefined) return own();
  const common = commonExports(record);
  if (common?.kind === 'object' && common.entries.has(name)) return common.entries.get(name);
  for (const star of record.stars) {
    const resolved = resolveModule(star, record.path, run);
    if (resolved === undefined) continue;
    // Barrels pass on hundreds of modules: only those whose text has the name are parsed.
    if (!resolved.text.includes(name) && !/\bexport\s*\*/.test(resolved.text)) continue;
    const target = openResolved(run, resolved);
    const found = target === undefined ? undefined : findExport(run, target, name, seen);
    if (found !== undefined) return found;
  }
  if (name !== 'default') return undefined;
  return common !== undefined && record.names.size === 0 ? common : undefined;
}

/** What CommonJS code exports: `module.exports`, if anything was put there. */
export function commonExports(record: ModuleRecord): Value | undefined {
  const value = record.module.entries.get('exports');
  const isEmpty =
    value?.kind === 'object' &&
    value.entries.size === 0 &&
    value.open === undefined &&
    value.instanceOf === undefined;
  return isEmpty ? undefined : value;
}

/** Every name that a module exports; those of `export *` are not among them. */
export function exportNames(record: ModuleRecord): readonly string[] {
  const common = commonExports(record);
  const entries =
    common?.kind === 'object' || common?.kind === 'function' || common?.kind === 'class'
      ? common.entries
      : undefined;
  return [...new Set([...record.names.keys(), ...(entries?.keys() ?? [])])];
}

/** The names that `export * from` passes on, of the modules that can be read. */
export function passedOnNames(run: Run, record: ModuleRecord, seen = new Set<string>()): readonly string[] {
  if (seen.has(record.path)) return [];
  seen.add(record.path);
  return record.stars.flatMap((star) => {
    const resolved = resolveModule(star, record.path, run);
    const target = resolved === undefined ? undefined : openResolved(run, resolved);
    if (target === undefined) return [];
    const own = exportNames(target).filter((name) => name !== 'default');
    return [...own, ...passedOnNames(run, target, seen)];
  });
}

/** The value of `require(specifier)` and `import * as x`. */
export function importSpecifier(run: Run, specifier: Value, scope: Scope, site: Site): Value {
  return mapOptions(specifier, (option) => {
    const name = knownText(option);
    if (name === undefined) return unknownAt(site.at, 'what is imported is not known');
    return importNamespace(run, name, scope, site);
  });
}

export function importNamespace(run: Run, name: string, scope: Scope, site: Site): Value {
  const target = importTarget(run, name, scope, site);
  return 'kind' in target ? target : namespaceOf(run, target);
}

/** What `import { name } from specifier` gives. */
export function importName(run: Run, specifier: string, name: string, scope: Scope, site: Site): Value {
  const target = importTarget(run, specifier, scope, site);
  const label = name === 'default' ? specifier : `${specifier}.${name}`;
  if (!('kind' in target)) {
    return (
      readExport(run, target, name) ??
      unknownAt(site.at, `${target.path} exports no ${name} that is known`, label)
    );
  }
  const found = readOwn(target, name, site);
  if (found !== undefined) return found;
  if (name === 'default' && target.kind !== 'unknown') return target;
  return unknownAt(
    site.at,
    target.kind === 'unknown' ? target.why : `${specifier} has no ${name} that is known`,
    label,
  );
}

function readOwn(target: Value, name: string, site: Site): Value | undefined {
  if (target.kind === 'host') return target.host.read?.(name, site);
  if (target.kind === 'object' || target.kind === 'function' || target.kind === 'class')
    return target.entries.get(name);
  return undefined;
}

function importTarget(run: Run, name: string, scope: Scope, site: Site): Value | ModuleRecord {
  const known = run.packages.get(name) ?? builtinPackage(name);
  if (known !== undefined) return known;
  const resolved = resolveModule(name, scope.module.path, run);
  if (resolved === undefined) return unknownAt(site.at, `${name} is no file that could be read`, name);
  if (resolved.path.endsWith('.json')) return parseJson(resolved.text, filePath(resolved.path), site);
  const record = openResolved(run, resolved);
  return record ?? unknownAt(site.at, `${resolved.path} could not be parsed`, name);
}

/** A module as an object; its exports are read one by one. */
function namespaceOf(run: Run, record: ModuleRecord): Value {
  const common = commonExports(record);
  if (common !== undefined && record.names.size === 0) return common;
  const namespace: HostValue = {
    kind: 'host',
    host: {
      name: record.path,
      keys: () => exportNames(record),
      read: (key) => readExport(run, record, key),
      write: (key, value) => void record.names.set(key, () => value),
    },
  };
  return namespace;
}

function openResolved(run: Run, { path, text }: Resolved): ModuleRecord | undefined {
  const open = run.modules.get(path);
  if (open !== undefined) return open;
  let program = run.parsed.get(path);
  if (program === undefined) {
    program = parseProgram(run.parser, path, text);
    run.parsed.set(path, program);
  }
  if ('kind' in program) return undefined;
  return openModule(run, path, text, program, false);
}
