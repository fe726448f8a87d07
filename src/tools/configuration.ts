import type { FilePath } from '../sql/source';
import { foldersOf, joinPath, parentOf, upwards } from './folders';
import { commandLines } from './manifest';
import { withoutScriptComments } from './script-comments';
import type { Tree } from './tool';

/** A file that configures a tool, as text without comments: it is read as data and never run. */
export interface Configuration {
  readonly path: FilePath;
  readonly text: string;
}

const CONFIGURES = /\.(?:[mc]?[jt]s|json)$|^\.\w+rc$/;
const NO_CONFIGURATION =
  /(?:^|\/)(?:node_modules|dist|build|tests?|__tests__|fixtures|e2e)\/|\.(?:test|spec|d)\.\w+$|\.entity\.\w+$/;
/** Configurations stand near the root of a package, and few files are called so. */
const MOST_FILES = 8;
const MOST_FOLDERS_DEEP = 4;

/**
 * The files of the package around a folder whose names say that they configure a tool, the nearest first; then those above the
 * package. What a package of another language keeps counts from the root of the repository.
 */
export function configurations(tree: Tree, folder: string, name: RegExp): readonly Configuration[] {
  return pathsOf(tree, folder, name).flatMap((path) => {
    const text = tree.read(path);
    return text === null ? [] : [{ path, text: plainText(tree, path, text) }];
  });
}

function pathsOf(tree: Tree, folder: string, name: RegExp): readonly FilePath[] {
  const key = `${folder}\u0000${name.source}`;
  const known = places.get(tree) ?? new Map<string, readonly FilePath[]>();
  places.set(tree, known);
  const found = known.get(key) ?? findPaths(tree, folder, name);
  known.set(key, found);
  return found;
}

const places = new WeakMap<Tree, Map<string, readonly FilePath[]>>();

function findPaths(tree: Tree, folder: string, name: RegExp): readonly FilePath[] {
  const folders = foldersOf(tree);
  const above = upwards(folder);
  const home = above.find((path) => folders.get(path)?.files.includes('package.json') === true) ?? '';
  const inside = [...folders.values()].filter(
    ({ path }) => (home === '' || path === home || path.startsWith(`${home}/`)) && isShallow(path, home),
  );
  const outside = above.filter((path) => path.length < home.length || (path === '' && home !== ''));
  const found = [...inside, ...outside.flatMap((path) => folders.get(path) ?? [])].flatMap((place) =>
    place.files
      .filter((file) => CONFIGURES.test(file) && name.test(file))
      .map((file) => joinPath(place.path, file)),
  );
  return found
    .filter((path) => !NO_CONFIGURATION.test(path) && parentOf(path) !== folder)
    .sort((a, b) => distance(a, folder) - distance(b, folder) || (a < b ? -1 : 1))
    .slice(0, MOST_FILES);
}

function isShallow(path: string, home: string): boolean {
  return path.slice(home.length).split('/').length <= MOST_FOLDERS_DEEP;
}

/** How many steps lead from one folder to the other. */
function distance(path: FilePath, folder: string): number {
  const from = parentOf(path).split('/');
  const to = folder.split('/');
  let shared = 0;
  while (shared < from.length && from[shared] === to[shared]) shared += 1;
  return from.length + to.length - 2 * shared;
}

function plainText(tree: Tree, path: FilePath, text: string): string {
  const known = texts.get(tree) ?? new Map<FilePath, readonly [string, string]>();
  texts.set(tree, known);
  const kept = known.get(path);
  if (kept !== undefined && kept[0] === text) return kept[1];
  const plain = withoutScriptComments(text);
  known.set(path, [text, plain]);
  return plain;
}

const texts = new WeakMap<Tree, Map<FilePath, readonly [string, string]>>();

/** What a setting is given: a word or `true`; `null` where it is there and its value is not; `undefined` where nothing speaks of it. */
export type Setting = string | null | undefined;

/** The value of a property in the text of a configuration, in quotes or as a word; the first one counts. */
export function settingIn(text: string, key: string): Setting {
  const found = new RegExp(
    `(?<![\\w$.])["']?${key}["']?\\s*:\\s*(?:(["'\`])([\\w-]+)\\1|(true|false)\\b|)`,
  ).exec(text);
  if (found === null) return undefined;
  return found[2] ?? found[3] ?? null;
}

/** The first of several configurations that says something of a property. */
export function settingOf(files: readonly Configuration[], key: string): Setting {
  for (const { text } of files) {
    const found = settingIn(text, key);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** The inside of the braces behind a property: `migrations: { … }`; `undefined` where there is none. */
export function blockIn(text: string, key: string): string | undefined {
  const start = new RegExp(`(?<![\\w$.])["']?${key}["']?\\s*:\\s*\\{`).exec(text);
  if (start === null) return undefined;
  const from = start.index + start[0].length;
  let depth = 1;
  for (let at = from; at < text.length; at += 1) {
    if (text[at] === '{') depth += 1;
    else if (text[at] === '}') depth -= 1;
    if (depth === 0) return text.slice(from, at);
  }
  return text.slice(from);
}

/** The value of an option in the command lines of package.json: `--transaction each`, `--transaction=each`, `-t each`. */
export function optionOf(tree: Tree, folder: string, command: RegExp, option: RegExp): string | undefined {
  for (const line of commandLines(tree, folder)) {
    if (!command.test(line)) continue;
    const value = new RegExp(`(?:^|\\s)(?:${option.source})(?:\\s+|=)["']?([\\w-]+)`).exec(line)?.[1];
    if (value !== undefined) return value;
  }
  return undefined;
}

/** Whether a command line of package.json has a switch. */
export function hasSwitch(tree: Tree, folder: string, command: RegExp, name: RegExp): boolean {
  const pattern = new RegExp(`(?:^|\\s)(?:${name.source})(?=\\s|$)`);
  return commandLines(tree, folder).some((line) => command.test(line) && pattern.test(line));
}

/** Remembers what was found for a folder of a tree: the migrations in it ask one after the other. */
export function onceAFolder<Result>(
  find: (tree: Tree, folder: string) => Result,
): (tree: Tree, folder: string) => Result {
  const found = new WeakMap<Tree, Map<string, Result>>();
  return (tree, folder) => {
    const known = found.get(tree) ?? new Map<string, Result>();
    found.set(tree, known);
    const kept = known.get(folder);
    if (kept !== undefined) return kept;
    const made = find(tree, folder);
    known.set(folder, made);
    return made;
  };
}
