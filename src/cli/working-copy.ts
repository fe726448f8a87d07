import { execFileSync } from 'node:child_process';
import { lstatSync, readdirSync, readFileSync, realpathSync, statSync } from 'node:fs';
import { dirname, isAbsolute, join, relative, resolve, sep } from 'node:path';
import type { SourceTree } from '../changes/source-tree';
import { missing, sourceTree, unreadable } from '../changes/source-tree';
import { UserError } from '../config/user-error';
import type { Gap } from '../sql/gap';
import { decodeSource, filePath, MAX_FILE_BYTES, tooLarge } from '../sql/source';
import type { FilePath, SourceFile } from '../sql/source';
import { codeOf } from './error-code';

/** The files around what was named: the repository, or the working directory where there is none. */
export interface WorkingCopy {
  /** Absolute; paths of the tree and of reports are relative to it. */
  readonly root: string;
  /** There is a repository of git. */
  readonly git: boolean;
  readonly tree: SourceTree;
  /** The text of a file, or the gap that it is. */
  load(path: FilePath): SourceFile | Gap;
}

/** Opens the working copy around a directory: the nearest one above with `.git` in it is the root. Listing is put off until it is asked for. */
export function openWorkingCopy(directory: string, within?: string): WorkingCopy {
  const found = within === undefined ? repositoryRoot(directory) : null;
  const root = found ?? resolve(within ?? directory);
  const loaded = new Map<FilePath, SourceFile | Gap>();
  const load = (path: FilePath): SourceFile | Gap => {
    const known = loaded.get(path);
    if (known !== undefined) return known;
    const file = loadFile(root, path);
    if (!('text' in file) || file.text.length <= MOST_KEPT) loaded.set(path, file);
    return file;
  };
  return {
    root,
    git: found !== null,
    load,
    tree: sourceTree(() => (found === null ? null : tracked(root)) ?? walk(root), load),
  };
}

/** Longer files are read again when they are asked for again: UTF-16 units. */
const MOST_KEPT = 256 * 1024;

/** A path of the command line as the tree names it; one outside of the root keeps its `../`. */
export function pathInTree(root: string, directory: string, path: string): FilePath {
  return filePath(relative(root, resolve(directory, path)));
}

/** What an argument of the command line names. */
export interface Named {
  readonly kind: 'file' | 'folder' | 'glob';
  /** The folder that was named, or that a glob starts at; of a file, itself. */
  readonly at: FilePath;
  /** The files, sorted. */
  readonly paths: readonly FilePath[];
}

/** The files that a path, folder or glob names. Throws a UserError where a plain path does not exist. */
export async function expand(root: string, directory: string, argument: string): Promise<Named> {
  const absolute = resolve(directory, argument);
  const stat = statSync(absolute, { throwIfNoEntry: false });
  const at = pathInTree(root, directory, argument);
  if (stat?.isFile() === true) return { kind: 'file', at, paths: [at] };
  if (stat?.isDirectory() === true) {
    const inside = walk(absolute).map((path) => pathInTree(root, absolute, path));
    return { kind: 'folder', at, paths: inside.sort() };
  }
  if (stat !== undefined) throw new UserError(`${argument}: neither a file nor a folder`);
  if (!/[*?[\]{}!]/.test(argument)) throw new UserError(`${argument}: no such file or folder`);
  const { globSync } = await import('tinyglobby');
  const matched = globSync(argument.replaceAll('\\', '/'), {
    cwd: directory,
    ignore: [...SKIPPED].map((name) => `**/${name}/**`),
    dot: true,
    expandDirectories: false,
    followSymbolicLinks: false,
  });
  if (matched.length === 0) throw new UserError(`${argument}: no file matches`);
  const fixed = argument
    .replaceAll('\\', '/')
    .split('/')
    .filter(
      (part, index, parts) =>
        index < parts.length - 1 && !/[*?[\]{}!]/.test(parts.slice(0, index + 1).join('/')),
    );
  const paths = matched.map((path) => pathInTree(root, directory, path)).sort();
  return { kind: 'glob', at: pathInTree(root, directory, fixed.join('/') || '.'), paths };
}

/**
 * The files around one that lies outside of the root, which no tree lists: its folder, or the folder of folders where each
 * migration has one to itself.
 */
export function filesAround(root: string, path: FilePath): readonly FilePath[] {
  const folder = dirname(join(root, path));
  const beside = (inside: string): FilePath => pathInTree(root, folder, inside);
  if (OF_A_FOLDER.test(path)) return walk(dirname(folder)).map((inside) => beside(`../${inside}`));
  return entries(folder).flatMap((entry) => (entry.isFile() ? [beside(entry.name)] : []));
}

/** Names that a migration has where its folder has its name. */
const OF_A_FOLDER = /\/(?:migration|up|down)\.sql$/i;

/** Files that git knows, and new ones that it does not ignore; null where git cannot tell. */
function tracked(root: string): readonly FilePath[] | null {
  try {
    const output = execFileSync(
      'git',
      [
        '-c',
        'core.quotePath=off',
        '-c',
        'core.fsmonitor=false',
        'ls-files',
        '-z',
        '--cached',
        '--others',
        '--exclude-standard',
        '--',
      ],
      { cwd: root, encoding: 'utf8', maxBuffer: 1 << 28, stdio: ['ignore', 'pipe', 'ignore'] },
    );
    const names = new Set(output.split('\0').filter((path) => path !== ''));
    return [...names].map(filePath).sort();
  } catch {
    return null;
  }
}

const SKIPPED: ReadonlySet<string> = new Set(['node_modules', '.git', '.next', '.venv', '__pycache__']);
/** Of built files nobody who walks a folder asks. */
const BUILT: ReadonlySet<string> = new Set(['dist', 'build', 'target']);
const MOST_FILES = 200_000;

/** Every file below a folder, links not followed. Stops at a number that no project reaches. */
function walk(root: string): readonly FilePath[] {
  const found: FilePath[] = [];
  const folders = [''];
  for (
    let folder = folders.pop();
    folder !== undefined && found.length < MOST_FILES;
    folder = folders.pop()
  ) {
    for (const entry of entries(join(root, folder))) {
      const path = folder === '' ? entry.name : `${folder}/${entry.name}`;
      if (entry.isFile()) found.push(filePath(path));
      else if (entry.isDirectory() && !SKIPPED.has(entry.name) && !BUILT.has(entry.name)) folders.push(path);
    }
  }
  return found.sort();
}

function entries(folder: string): ReturnType<typeof read> {
  try {
    return read(folder);
  } catch {
    return [];
  }
}

function read(folder: string) {
  return readdirSync(folder, { withFileTypes: true });
}

/** The text of a file. A link that leads out of the root, a pipe, a device are gaps: reading them could tell secrets, or never end. */
function loadFile(root: string, path: FilePath): SourceFile | Gap {
  const absolute = join(root, path);
  try {
    if (lstatSync(absolute).isSymbolicLink() && leadsOut(root, absolute))
      return unreadable(path, 'the file is a link that leads out of the repository');
    const stat = statSync(absolute);
    if (!stat.isFile()) return unreadable(path, 'it is no regular file');
    if (stat.size > MAX_FILE_BYTES) return tooLarge(path, stat.size);
    return decodeSource(path, readFileSync(absolute));
  } catch (error) {
    const code = codeOf(error);
    return code === 'ENOENT' || code === 'ENOTDIR'
      ? missing(path)
      : unreadable(path, `the file could not be read (${code})`);
  }
}

function leadsOut(root: string, absolute: string): boolean {
  const target = relative(realpathSync(root), realpathSync(absolute));
  return isAbsolute(target) || target === '..' || target.startsWith(`..${sep}`);
}

function repositoryRoot(directory: string): string | null {
  for (let current = resolve(directory); ; current = dirname(current)) {
    if (statSync(join(current, '.git'), { throwIfNoEntry: false }) !== undefined) return current;
    if (dirname(current) === current) return null;
  }
}
