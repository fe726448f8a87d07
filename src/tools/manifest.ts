import { member, readJson } from '../javascript/json-file';
import { foldersOf, joinPath, upwards } from './folders';
import type { Tree } from './tool';

/** The scripts in the package.json files of a folder and of those above it, the nearest first. */
export function commandLines(tree: Tree, folder: string): readonly string[] {
  return manifestsAbove(tree, folder).flatMap((manifest) => stringsIn(member(manifest, 'scripts')));
}

/** The scripts in the text of one package.json. */
export function commandsIn(text: string): readonly string[] {
  return stringsIn(member(readJson(text), 'scripts'));
}

/**
 * The lowest version of a package that the nearest package.json which names it allows: `[0, 3, 11]`; `undefined` where none
 * names it, or by another word than a version.
 */
export function versionOf(tree: Tree, folder: string, name: string): readonly number[] | undefined {
  for (const manifest of manifestsAbove(tree, folder)) {
    for (const group of ['dependencies', 'devDependencies', 'peerDependencies']) {
      const range = member(member(manifest, group), name);
      const found = typeof range === 'string' ? /(\d+)(?:\.(\d+))?(?:\.(\d+))?/.exec(range) : null;
      if (found !== null) return found.slice(1).map((part) => Number(part ?? 0));
    }
  }
  return undefined;
}

/** Whether the nearest package.json files name a package, at whatever version. */
export function isNamed(tree: Tree, folder: string, name: string): boolean {
  return manifestsAbove(tree, folder).some((manifest) =>
    ['dependencies', 'devDependencies', 'peerDependencies'].some(
      (group) => member(member(manifest, group), name) !== undefined,
    ),
  );
}

/** Whether a version is known and below another one. */
export function isBelow(version: readonly number[] | undefined, other: readonly number[]): boolean {
  if (version === undefined) return false;
  const at = other.findIndex((part, index) => part !== (version[index] ?? 0));
  return at !== -1 && (version[at] ?? 0) < (other[at] ?? 0);
}

function manifestsAbove(tree: Tree, folder: string): readonly unknown[] {
  const folders = foldersOf(tree);
  return upwards(folder).flatMap((path) =>
    folders.get(path)?.files.includes('package.json') === true
      ? readJson(tree.read(joinPath(path, 'package.json')) ?? '')
      : [],
  );
}

function stringsIn(value: unknown): readonly string[] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.values(value).filter((one) => typeof one === 'string');
}
