import { posix } from 'node:path';
import { member, readJson } from './json-file';
import type { LoadText } from './run';

/** What a tsconfig.json says of where imports lead. */
export interface ImportMap {
  /** The folder that `paths`, and bare specifiers, start from. */
  readonly base: string;
  /** Whether bare specifiers are looked for below `base`. */
  readonly isBare: boolean;
  readonly paths: Readonly<Record<string, readonly string[]>>;
}

const NAMES = ['tsconfig.json', 'tsconfig.base.json', 'jsconfig.json'];
/** Configurations that extend one another more often than this do so in a circle. */
const MAX_EXTENDS = 5;

/** The import maps of a folder: its own configurations, with what they take over from those they extend. */
export function importMaps(folder: string, load: LoadText): readonly ImportMap[] {
  return NAMES.flatMap((name) => readMap(posix.join(folder, name), load, MAX_EXTENDS) ?? []);
}

function readMap(path: string, load: LoadText, left: number): ImportMap | undefined {
  const parsed = readConfig(path, load);
  if (parsed === undefined) return undefined;
  const folder = posix.dirname(path);
  const options = member(parsed, 'compilerOptions');
  const baseUrl = member(options, 'baseUrl');
  const paths = member(options, 'paths');
  const extended = left === 0 ? undefined : extendedMap(member(parsed, 'extends'), folder, load, left - 1);
  const own = typeof baseUrl === 'string' ? posix.join(folder, baseUrl) : undefined;
  if (paths === undefined)
    return {
      base: own ?? extended?.base ?? folder,
      isBare: own !== undefined || extended?.isBare === true,
      paths: own === undefined ? (extended?.paths ?? {}) : {},
    };
  return {
    base: own ?? (extended?.isBare === true ? extended.base : folder),
    isBare: own !== undefined || extended?.isBare === true,
    paths: pathsOf(paths),
  };
}

function extendedMap(value: unknown, folder: string, load: LoadText, left: number): ImportMap | undefined {
  const names = Array.isArray(value) ? value.toReversed() : [value];
  for (const name of names) {
    if (typeof name !== 'string' || !name.startsWith('.')) continue;
    const path = posix.join(folder, name.endsWith('.json') ? name : `${name}.json`);
    const found = path.startsWith('..') ? undefined : readMap(path, load, left);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** A configuration is JSON with comments and trailing commas. */
function readConfig(path: string, load: LoadText): unknown {
  const text = load(path);
  if (text === null) return undefined;
  const plain = text
    .replace(/"(?:[^"\\]|\\.)*"|\/\/[^\n]*|\/\*[\s\S]*?\*\//g, (part) => (part.startsWith('"') ? part : ''))
    .replace(/,(\s*[}\]])/g, '$1');
  return readJson(plain);
}

function pathsOf(value: unknown): ImportMap['paths'] {
  if (typeof value !== 'object' || value === null) return {};
  return Object.fromEntries(
    Object.entries(value).map(([key, targets]): [string, readonly string[]] => [
      key,
      Array.isArray(targets) ? targets.filter((target) => typeof target === 'string') : [],
    ]),
  );
}

/** What a specifier becomes where one of the `paths` maps it. */
export function mappedTargets(specifier: string, paths: ImportMap['paths']): readonly string[] {
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
