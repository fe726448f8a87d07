import { member, readJson } from '../javascript/json-file';
import { foldersOf, joinPath, nameOf } from './folders';
import type { Tree } from './tool';

/**
 * The folder of a package that stands in the tree, by its name; `null` where there is none. The folder is called as the package is,
 * apart from the scope: so few manifests are read.
 */
export function packageFolder(tree: Tree, name: string): string | null {
  const last = name.slice(name.indexOf('/') + 1);
  for (const folder of manifestFolders(tree).get(last) ?? [])
    if (member(readJson(tree.read(joinPath(folder, 'package.json')) ?? ''), 'name') === name) return folder;
  return null;
}

/** The folders that hold a package.json, by their own names. Made once for a tree. */
function manifestFolders(tree: Tree): ReadonlyMap<string, readonly string[]> {
  const known = made.get(tree);
  if (known !== undefined) return known;
  const folders = new Map<string, string[]>();
  for (const { path, files } of foldersOf(tree).values()) {
    if (!files.includes('package.json')) continue;
    const there = folders.get(nameOf(path));
    if (there === undefined) folders.set(nameOf(path), [path]);
    else there.push(path);
  }
  made.set(tree, folders);
  return folders;
}

const made = new WeakMap<Tree, ReadonlyMap<string, readonly string[]>>();
