import { readFileSync, statSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { globSync } from 'tinyglobby';
import { UserError } from '../config/user-error';
import type { Gap } from '../sql/gap';
import { isGap } from '../sql/gap';
import { decodeSource, filePath } from '../sql/source';
import type { FilePath, SourceFile } from '../sql/source';
import type { Tree } from '../tools/tool';

/** The files around what was named: the repository, or the working directory where there is none. */
export interface WorkingCopy {
  /** Absolute; paths of the tree and of reports are relative to it. */
  readonly root: string;
  readonly tree: Tree;
  /** The text of a file, or the gap that it is. */
  load(path: FilePath): SourceFile | Gap;
}

const IGNORED = [
  '**/node_modules/**',
  '**/.git/**',
  '**/dist/**',
  '**/build/**',
  '**/target/**',
  '**/.next/**',
  '**/vendor/**',
];

/** Opens the working copy around a directory: the nearest one above with `.git` in it is the root. Walking is put off until it is asked for. */
export function openWorkingCopy(directory: string): WorkingCopy {
  const root = repositoryRoot(directory) ?? resolve(directory);
  let paths: readonly FilePath[] | null = null;
  const load = (path: FilePath): SourceFile | Gap => loadFile(root, path);
  return {
    root,
    load,
    tree: {
      get paths() {
        paths ??= walk(root);
        return paths;
      },
      read(path) {
        const source = load(path);
        return isGap(source) ? null : source.text;
      },
    },
  };
}

/** A path of the command line as the tree names it; one outside of the root keeps its `../`. */
export function pathInTree(root: string, directory: string, path: string): FilePath {
  return filePath(relative(root, resolve(directory, path)));
}

/** The files that a folder or glob names, sorted. Throws a UserError where a plain path does not exist. */
export function expand(
  root: string,
  directory: string,
  argument: string,
): { readonly kind: 'file' | 'many'; readonly paths: readonly FilePath[] } {
  const absolute = resolve(directory, argument);
  const stat = statSync(absolute, { throwIfNoEntry: false });
  if (stat?.isFile() === true) return { kind: 'file', paths: [pathInTree(root, directory, argument)] };
  if (stat?.isDirectory() === true) {
    const inside = globSync('**/*', {
      cwd: absolute,
      ignore: IGNORED,
      dot: true,
      followSymbolicLinks: false,
    });
    return { kind: 'many', paths: inside.map((path) => pathInTree(root, absolute, path)).sort() };
  }
  if (!/[*?[\]{}!]/.test(argument)) throw new UserError(`${argument}: no such file or folder`);
  const matched = globSync(argument.replaceAll('\\', '/'), {
    cwd: directory,
    ignore: IGNORED,
    dot: true,
    followSymbolicLinks: false,
  });
  if (matched.length === 0) throw new UserError(`${argument}: no file matches`);
  return { kind: 'many', paths: matched.map((path) => pathInTree(root, directory, path)).sort() };
}

function walk(root: string): readonly FilePath[] {
  return globSync('**/*', { cwd: root, ignore: IGNORED, dot: true, followSymbolicLinks: false })
    .map(filePath)
    .sort();
}

function loadFile(root: string, path: FilePath): SourceFile | Gap {
  try {
    return decodeSource(path, readFileSync(join(root, path)));
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : 'unreadable';
    return {
      kind: 'gap',
      at: { file: path, start: 0, end: 0 },
      reason: 'unreadable-file',
      detail: `the file could not be read (${code})`,
    };
  }
}

function repositoryRoot(directory: string): string | null {
  for (let current = resolve(directory); ; current = dirname(current)) {
    if (statSync(join(current, '.git'), { throwIfNoEntry: false }) !== undefined) return current;
    if (dirname(current) === current) return null;
  }
}
