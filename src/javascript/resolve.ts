import { posix } from 'node:path';
import type { LoadText } from './run';

/** A file that a specifier leads to, with its text. */
export interface Resolved {
  readonly path: string;
  readonly text: string;
}

const EXTENSIONS = ['.ts', '.js', '.tsx', '.mts', '.mjs', '.cts', '.cjs', '.jsx', '.json'];

/** The file that an import of a relative path, or of a path that a tsconfig.json maps, leads to. */
export function resolveModule(specifier: string, from: string, load: LoadText): Resolved | undefined {
  const folder = posix.dirname(from);
  if (/^\.{1,2}(?:\/|$)/.test(specifier)) return resolveFile(posix.join(folder, specifier), load);
  if (specifier.startsWith('/')) return resolveFile(specifier.slice(1), load);
  return resolveMapped(specifier, folder, load);
}

/** The file of a path without a leading slash, with the extensions and index files that runtimes try. */
function resolveFile(path: string, load: LoadText): Resolved | undefined {
  if (path.startsWith('..')) return undefined;
  const stem = path.replace(/\.([mc]?)js(x?)$/, '.$1ts$2');
  const candidates = [
    ...(/\.\w+$/.test(path) ? [path, ...(stem === path ? [] : [stem])] : []),
    ...EXTENSIONS.map((extension) => path + extension),
    ...EXTENSIONS.slice(0, 7).map((extension) => posix.join(path, `index${extension}`)),
  ];
  for (const candidate of candidates) {
    const text = load(candidate);
    if (text !== null) return { path: candidate, text };
  }
  return undefined;
}

/** Looks the specifier up in the `paths` of the nearest tsconfig.json, then below its `baseUrl`. */
function resolveMapped(specifier: string, folder: string, load: LoadText): Resolved | undefined {
  for (let at = folder; ; at = posix.dirname(at)) {
    const config = readConfig(posix.join(at, 'tsconfig.json'), load);
    if (config !== undefined) {
      const base = posix.join(at, config.baseUrl ?? '.');
      for (const target of mappedTargets(specifier, config.paths)) {
        const found = resolveFile(posix.join(base, target), load);
        if (found !== undefined) return found;
      }
      if (config.baseUrl !== undefined) {
        const found = resolveFile(posix.join(base, specifier), load);
        if (found !== undefined) return found;
      }
    }
    if (at === '.' || at === '/' || at === '') return undefined;
  }
}

interface Config {
  readonly baseUrl: string | undefined;
  readonly paths: Readonly<Record<string, readonly string[]>>;
}

/** `baseUrl` and `paths` of a tsconfig.json, which is JSON with comments and trailing commas. */
function readConfig(path: string, load: LoadText): Config | undefined {
  const text = load(path);
  if (text === null) return undefined;
  const plain = text
    .replace(/"(?:[^"\\]|\\.)*"|\/\/[^\n]*|\/\*[\s\S]*?\*\//g, (part) => (part.startsWith('"') ? part : ''))
    .replace(/,(\s*[}\]])/g, '$1');
  try {
    const parsed: unknown = JSON.parse(plain);
    const options = member(parsed, 'compilerOptions');
    const baseUrl = member(options, 'baseUrl');
    return {
      baseUrl: typeof baseUrl === 'string' ? baseUrl : undefined,
      paths: pathsOf(member(options, 'paths')),
    };
  } catch {
    return undefined;
  }
}

function member(value: unknown, key: string): unknown {
  if (typeof value !== 'object' || value === null) return undefined;
  return Object.entries(value).find(([name]) => name === key)?.[1];
}

function pathsOf(value: unknown): Config['paths'] {
  if (typeof value !== 'object' || value === null) return {};
  return Object.fromEntries(
    Object.entries(value).map(([key, targets]): [string, readonly string[]] => [
      key,
      Array.isArray(targets) ? targets.filter((target) => typeof target === 'string') : [],
    ]),
  );
}

function mappedTargets(specifier: string, paths: Config['paths']): readonly string[] {
  for (const [pattern, targets] of Object.entries(paths)) {
    const [before = '', after] = pattern.split('*');
    if (after === undefined) {
      if (specifier === pattern) return targets;
    } else if (
      specifier.startsWith(before) &&
      specifier.endsWith(after) &&
      specifier.length >= before.length + after.length
    ) {
      const middle = specifier.slice(before.length, specifier.length - after.length);
      return targets.map((target) => target.replace('*', () => middle));
    }
  }
  return [];
}
