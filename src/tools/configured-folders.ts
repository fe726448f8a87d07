import type { FilePath } from '../sql/source';
import { foldersOf, joinPath, parentOf, resolvePath, upwards } from './folders';
import { commandsIn } from './manifest';
import { withoutScriptComments } from './script-comments';
import type { Tree } from './tool';

/** Where the configuration of a tool names the folder of its migrations. */
export interface FolderSetting {
  /** The names of the files that hold it. */
  readonly files: RegExp;
  /** The properties, in the order in which they count: `pathTs` before `path`. */
  readonly keys: readonly string[];
  /** The option of the command line, in the scripts of package.json: after which command, and called what. */
  readonly option?: { readonly command: RegExp; readonly name: RegExp };
}

/** The folders that configurations name, as far as they stand there in so many words and are in the tree. */
export function configuredFolders(tree: Tree, setting: FolderSetting): ReadonlySet<string> {
  const folders = foldersOf(tree);
  const found = new Set<string>();
  const keep = (from: string, names: readonly string[]): boolean => {
    const there = names
      .flatMap((name) => variants(from, name))
      .find((path) => path !== '' && folders.has(path));
    if (there !== undefined) found.add(there);
    return there !== undefined;
  };
  for (const { path, files } of folders.values()) {
    for (const file of files) {
      if (setting.files.test(file)) {
        const text = withoutScriptComments(tree.read(joinPath(path, file)) ?? '');
        for (const key of setting.keys) {
          const named = pathsIn(text, key);
          if (named.filter((name) => keep(path, [name])).length > 0) break;
        }
      } else if (file === 'package.json' && setting.option !== undefined && isNearRoot(path)) {
        keep(path, optionsIn(commandsIn(tree.read(joinPath(path, file)) ?? ''), setting.option));
      }
    }
  }
  return found;
}

/** A path from a configuration, whose script may run from the root of the package, and from what was built of the sources. */
function variants(from: string, name: string): readonly string[] {
  const own = [resolvePath(from, name), ...upwards(from).map((folder) => resolvePath(folder, name))];
  return own.flatMap((path) => [
    path,
    path.replace(/(^|\/)(?:dist|build|out)\//, '$1src/'),
    path.replace(/(^|\/)(?:dist|build|out)\//, '$1'),
  ]);
}

/** The manifests that are read: a repository may hold hundreds. */
function isNearRoot(folder: string): boolean {
  return folder.split('/').length <= 2;
}

/** The lists of folders that a configuration gives to a property, each as far as it stands there in so many words and is in the tree. */
export function folderLists(tree: Tree, config: FilePath, key: string): readonly (readonly string[])[] {
  const folders = foldersOf(tree);
  const text = withoutScriptComments(tree.read(config) ?? '');
  return valuesOf(text, key)
    .map((value) => withoutName(text, value))
    .filter((value) => value.startsWith('['))
    .map((value) =>
      foldersIn(value).flatMap(
        (name) => variants(parentOf(config), name).find((path) => path !== '' && folders.has(path)) ?? [],
      ),
    );
}

/** Whether a text names a folder in one of these properties, in so many words. */
export function namesFolder(text: string, keys: readonly string[]): boolean {
  const plain = withoutScriptComments(text);
  return keys.some((key) => pathsIn(plain, key).length > 0);
}

/** The folders in the value of a property: strings, paths that are joined, or a list of those; globs count up to their first star. */
function pathsIn(text: string, key: string): readonly string[] {
  return valuesOf(text, key).flatMap((value) => foldersIn(withoutName(text, value)));
}

/** The value of a variable of the same file, where only its name stands there. */
function withoutName(text: string, value: string): string {
  if (!/^[A-Za-z_$][\w$]*$/.test(value)) return value;
  const start = new RegExp(
    `\\b(?:const|let|var)\\s+${value.replaceAll('$', '\\$')}\\s*(?::[^=;]*)?=\\s*`,
  ).exec(text);
  return start === null ? value : valueAt(text, start.index + start[0].length);
}

function foldersIn(value: string): readonly string[] {
  const parts = value.startsWith('[') ? elementsOf(value.slice(1, -1)) : [value];
  return parts.flatMap((part) => pathOf(part) ?? []);
}

/** The sources of the values that a text gives to a property. */
function valuesOf(text: string, key: string): readonly string[] {
  const starts = text.matchAll(new RegExp(`(?<![\\w$.-])["']?${key}["']?\\s*[:=]\\s*`, 'g'));
  return [...starts].map(({ 0: start, index }) => valueAt(text, index + start.length));
}

/** The source of one value, up to the comma or bracket that ends it. */
function valueAt(text: string, from: number): string {
  let depth = 0;
  let quote = '';
  for (let at = from; at < text.length; at += 1) {
    const sign = text.charAt(at);
    if (quote !== '') {
      if (sign === '\\') at += 1;
      else if (sign === quote) quote = '';
    } else if (/["'`]/.test(sign)) quote = sign;
    else if (/[([{]/.test(sign)) depth += 1;
    else if (/[)\]}]/.test(sign)) {
      depth -= 1;
      if (depth < 0) return text.slice(from, at).trim();
    } else if (depth === 0 && /[,;\n]/.test(sign) && text.slice(from, at).trim() !== '')
      return text.slice(from, at).trim();
  }
  return text.slice(from).trim();
}

function elementsOf(list: string): readonly string[] {
  const found: string[] = [];
  for (let at = 0; at < list.length;) {
    const value = valueAt(list, at);
    if (value !== '') found.push(value);
    at = list.indexOf(value, at) + value.length + 1;
  }
  return found;
}

/** Strings with what is joined to them; the folder of the file itself is where the path starts. Null where another variable takes part. */
function pathOf(value: string): string | null {
  const plain = value
    .replace(/\b(?:path|posix)\./g, '')
    .replace(/\b(?:join|resolve|normalize|fileURLToPath)\b|\bnew\s+URL\b/g, '')
    .replace(/\$\{\s*(?:__dirname|process\.cwd\(\)|import\.meta\.dirname)\s*\}/g, '.')
    .replace(/\b__dirname\b|\bprocess\.cwd\(\)|\bimport\.meta\.\w+|\.(?:pathname|href)\b|\bas\s+\w+/g, '');
  const parts = [...plain.matchAll(/(["'`])((?:(?!\1)[^\\])*)\1/g)].map(([, , part = '']) => part);
  const rest = plain.replace(/(["'`])(?:(?!\1)[^\\])*\1/g, '');
  if (parts.length === 0 || parts.some((part) => part.includes('${')) || /[\w$]/.test(rest)) return null;
  const names = parts.join('/').split('/');
  const star = names.findIndex((name) => /[*{?]|\.[mc]?[jt]s$/.test(name));
  return (star === -1 ? names : names.slice(0, star)).join('/');
}

function optionsIn(
  lines: readonly string[],
  { command, name }: NonNullable<FolderSetting['option']>,
): readonly string[] {
  const pattern = new RegExp(`(?:^|\\s)(?:${name.source})(?:\\s+|=)["']?([\\w./@-]+)`);
  return lines.flatMap((line) => (command.test(line) ? (pattern.exec(line)?.[1] ?? []) : []));
}
