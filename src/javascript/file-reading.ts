import { posix } from 'node:path';
import { filePath } from '../sql/source';
import { callValue } from './call';
import { mapOptions } from './choice';
import type { Site } from './host';
import { hostFunction, hostObject } from './host';
import { isFunction } from './promise';
import { knownText, textAt } from './text';
import type { Value } from './value';
import { arrayOf, booleanOf, NULL, objectOf, unknownAt } from './value';

/**
 * The files that a path may mean: `/` is the root of the repository; other paths start where the package of the reader is. The
 * folder that the runner is started in is a guess, so that what begins there may stand below any folder above the reader.
 */
function candidates(path: string, site: Site): readonly string[] {
  const plain = path.replace(/^file:\/\/(?=\/)/, '');
  const absolute = plain.startsWith('/') ? posix.normalize(plain).slice(1) : undefined;
  const started = packageFolders(site)[0] ?? '';
  const below =
    absolute === undefined ? path : absolute.startsWith(started) ? absolute.slice(started.length) : '';
  const found = [
    ...(absolute === undefined ? [] : [absolute]),
    ...(below === '' ? [] : foldersAbove(site).map((folder) => posix.join(folder, below))),
  ];
  return [...new Set(found)].filter((candidate) => !candidate.startsWith('..'));
}

/** The folders above the file that is read: first those of packages, then the others, each the nearest first. */
function foldersAbove(site: Site): readonly string[] {
  const folders: string[] = [];
  for (let at = posix.dirname(site.at.file); at !== '.' && at !== '/' && at !== ''; at = posix.dirname(at))
    folders.push(at);
  return [...new Set([...packageFolders(site), '', ...folders])];
}

/** The folders above the file that is read which hold a package.json, the nearest first. */
function packageFolders(site: Site): readonly string[] {
  const folders: string[] = [];
  for (let at = posix.dirname(site.at.file); ; at = posix.dirname(at)) {
    if (site.run.load(posix.join(at, 'package.json')) !== null) folders.push(at === '.' ? '' : at);
    if (at === '.' || at === '/' || at === '') return folders;
  }
}

/** `fs.readFileSync(path)` and its kind: the text of a file of the tree, each character with its place there. */
function readText(args: readonly Value[], site: Site): Value {
  const [path] = args;
  const callback = args.at(-1);
  const result = mapOptions(path ?? unknownAt(site.at, 'no path is given'), (option) =>
    textOfFile(option, site),
  );
  if (isFunction(callback)) return callValue(callback, [NULL, result], site);
  return result;
}

function textOfFile(path: Value, site: Site): Value {
  const name = pathText(path);
  if (name === undefined) return unknownAt(site.at, 'which file is read is not known');
  for (const candidate of candidates(name, site)) {
    const text = site.run.load(candidate);
    if (text === null) continue;
    if (text === '') return textAt('', site.at);
    const at = { file: filePath(candidate), start: 0, end: text.length };
    return { kind: 'text', pieces: [{ kind: 'known', text, at, mapping: 'verbatim' }] };
  }
  return unknownAt(site.at, `${name} is no file that could be read`);
}

function pathText(path: Value): string | undefined {
  const href = path.kind === 'object' ? path.entries.get('href') : path;
  return knownText(href);
}

/** `fs.readdirSync(path)`: names only; the entries that `withFileTypes` asks for are not known. */
function listFolder(args: readonly Value[], site: Site): Value {
  const [path, options] = args;
  const callback = args.at(-1);
  const name = path === undefined ? undefined : pathText(path);
  const result = options?.kind === 'object' || name === undefined ? undefined : namesAt(name, site);
  const list = result ?? unknownAt(site.at, 'what the folder holds is not known');
  return isFunction(callback) ? callValue(callback, [NULL, list], site) : list;
}

function namesAt(folder: string, site: Site): Value | undefined {
  for (const candidate of candidates(folder, site)) {
    const names = site.run.list(candidate);
    if (names !== null) return arrayOf(names.map((name) => textAt(name, site.at)));
  }
  return undefined;
}

function exists([path]: readonly Value[], site: Site): Value {
  const name = path === undefined ? undefined : pathText(path);
  if (name === undefined) return unknownAt(site.at, 'whether the file is there is not known');
  return booleanOf(candidates(name, site).some((candidate) => site.run.load(candidate) !== null));
}

function joinPath(args: readonly Value[], site: Site, absolute: boolean): Value {
  const parts = args.map((arg) => (arg.kind === 'number' ? String(arg.value) : pathText(arg)));
  if (parts.includes(undefined)) return unknownAt(site.at, 'the path is not known');
  const known = parts.filter((part) => part !== undefined);
  if (!absolute) return textAt(posix.join(...known), site.at);
  const start = known.map((part) => part.startsWith('/')).lastIndexOf(true);
  if (start === -1) return textAt(posix.join(folderText(site), ...known), site.at);
  return textAt(posix.join(...known.slice(start)), site.at);
}

function folderText(site: Site): string {
  return `/${packageFolders(site)[0] ?? ''}`;
}

function ofPath(name: string, change: (path: string, args: readonly Value[]) => string): Value {
  return hostFunction(name, (args, site) => {
    const [path] = args;
    const known = path === undefined ? undefined : pathText(path);
    return known === undefined
      ? unknownAt(site.at, 'the path is not known')
      : textAt(change(known, args), site.at);
  });
}

/** What other parts need of this: `new URL('./x.sql', import.meta.url)` and `process.cwd()`. */
export const readFunctions = {
  url: ([path, base]: readonly Value[], site: Site): Value => {
    const known = path === undefined ? undefined : pathText(path);
    const from = base === undefined ? '' : pathText(base);
    if (known === undefined || from === undefined) return unknownAt(site.at, 'the address is not known');
    const folder = posix.dirname(from.replace(/^file:\/\//, ''));
    const full =
      known.startsWith('file:') || known.includes('://') ? known : `file://${posix.join(folder, known)}`;
    const href = textAt(full, site.at);
    return {
      kind: 'object',
      entries: new Map([
        ['href', href],
        ['pathname', textAt(full.replace(/^file:\/\//, ''), site.at)],
      ]),
    };
  },
  workingFolder: (site: Site): Value => textAt(folderText(site), site.at),
};

const readFile = hostFunction('fs.readFile', readText);
const readdir = hostFunction('fs.readdir', listFolder);
const promises = hostObject('fs.promises', {
  readFile,
  readdir,
  access: hostFunction('fs.access', exists),
});

/** `fs`, of which only reading is known. */
export const FS: Value = hostObject('fs', {
  readFile,
  readFileSync: hostFunction('fs.readFileSync', readText),
  readdir,
  readdirSync: readdir,
  existsSync: hostFunction('fs.existsSync', exists),
  promises,
});

export const FS_PROMISES: Value = promises;

export const PATH: Value = hostObject('path', {
  join: hostFunction('path.join', (args, site) => joinPath(args, site, false)),
  resolve: hostFunction('path.resolve', (args, site) => joinPath(args, site, true)),
  normalize: ofPath('path.normalize', (path) => posix.normalize(path)),
  dirname: ofPath('path.dirname', (path) => posix.dirname(path)),
  basename: ofPath('path.basename', (path, [, suffix]) => posix.basename(path, knownText(suffix))),
  extname: ofPath('path.extname', (path) => posix.extname(path)),
  relative: ofPath('path.relative', (from, [, to]) => posix.relative(from, knownText(to) ?? '')),
  parse: hostFunction('path.parse', ([path], { at }) => {
    const known = path === undefined ? undefined : pathText(path);
    if (known === undefined) return unknownAt(at, 'the path is not known');
    return objectOf(Object.entries(posix.parse(known)).map(([key, part]) => [key, textAt(part, at)]));
  }),
  sep: {
    kind: 'text',
    pieces: [{ kind: 'known', text: '/', at: { file: filePath(''), start: 0, end: 0 }, mapping: 'whole' }],
  },
});

export const URL_PACKAGE: Value = hostObject('url', {
  fileURLToPath: ofPath('fileURLToPath', (path) => path.replace(/^file:\/\//, '')),
  URL: { kind: 'host', host: { name: 'URL', construct: readFunctions.url } },
});
