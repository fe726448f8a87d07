import type { FilePath } from '../sql/source';
import type { Tree } from './tool';

/** A folder of a tree with what stands directly in it. */
export interface Folder {
  /** Empty for the root. */
  readonly path: string;
  /** Names, sorted as the paths of the tree are. */
  readonly files: readonly string[];
  readonly folders: readonly string[];
}

/** The folders of a tree by path. Made once for a tree: every tool asks for them. */
export function foldersOf(tree: Tree): ReadonlyMap<string, Folder> {
  const known = made.get(tree);
  if (known !== undefined) return known;
  const folders = new Map<string, { path: string; files: string[]; folders: string[] }>();
  const at = (path: string): { files: string[]; folders: string[] } => {
    const there = folders.get(path);
    if (there !== undefined) return there;
    const folder = { path, files: [], folders: [] };
    folders.set(path, folder);
    if (path !== '') at(parentOf(path)).folders.push(nameOf(path));
    return folder;
  };
  for (const path of tree.paths) at(parentOf(path)).files.push(nameOf(path));
  made.set(tree, folders);
  return folders;
}

const made = new WeakMap<Tree, ReadonlyMap<string, Folder>>();

/** The folder that a path stands in; empty for the root. */
export function parentOf(path: string): string {
  return path.slice(0, Math.max(0, path.lastIndexOf('/')));
}

/** The last part of a path. */
export function nameOf(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}

/** A path below a folder. */
export function joinPath(folder: string, name: string): FilePath {
  return (folder === '' ? name : `${folder}/${name}`) as FilePath;
}

/** A folder and those above it, the nearest first, the root last. */
export function upwards(folder: string): readonly string[] {
  const found = [folder];
  for (let current = folder; current !== '';) {
    current = parentOf(current);
    found.push(current);
  }
  return found;
}

/** The nearest file of one of these names in a folder or above it. */
export function nearestFile(tree: Tree, folder: string, names: readonly string[]): FilePath | undefined {
  const folders = foldersOf(tree);
  for (const current of upwards(folder)) {
    const name = folders.get(current)?.files.find((file) => names.includes(file));
    if (name !== undefined) return joinPath(current, name);
  }
  return undefined;
}

/** True where the nearest file of one of these names has a text of this kind. */
export function nearestMentions(
  tree: Tree,
  folder: string,
  names: readonly string[],
  pattern: RegExp,
): boolean {
  const path = nearestFile(tree, folder, names);
  return path !== undefined && pattern.test(tree.read(path) ?? '');
}

/** A relative path of a configuration, from the root of the tree. */
export function resolvePath(folder: string, relative: string): string {
  const parts = folder === '' ? [] : folder.split('/');
  for (const part of relative.split('/')) {
    if (part === '..') parts.pop();
    else if (part !== '.' && part !== '') parts.push(part);
  }
  return parts.join('/');
}
