import { posix } from 'node:path';
import type { LoadText, Run } from './run';
import { importMaps, mappedTargets } from './tsconfig';
import { workspaceCandidates } from './workspace';

/** A file that a specifier leads to, with its text. */
export interface Resolved {
  readonly path: string;
  readonly text: string;
}

const EXTENSIONS = ['.ts', '.js', '.tsx', '.mts', '.mjs', '.cts', '.cjs', '.jsx', '.json'];

type Files = Pick<Run, 'load' | 'packageFolder'>;

/** The file that an import of a relative path, of a path that a tsconfig.json maps, or of a package of the repository leads to. */
export function resolveModule(specifier: string, from: string, files: Files): Resolved | undefined {
  const folder = posix.dirname(from);
  if (/^\.{1,2}(?:\/|$)/.test(specifier)) return resolveFile(posix.join(folder, specifier), files.load);
  if (specifier.startsWith('/')) return resolveFile(specifier.slice(1), files.load);
  return resolveMapped(specifier, folder, files);
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

/** Looks the specifier up in the nearest configurations that map imports, then among the packages of the repository. */
function resolveMapped(specifier: string, folder: string, files: Files): Resolved | undefined {
  for (let at = folder; ; at = posix.dirname(at)) {
    for (const { base, isBare, paths } of importMaps(at, files.load)) {
      const targets = [...mappedTargets(specifier, paths), ...(isBare ? [specifier] : [])];
      const found = firstFile(
        targets.map((target) => posix.join(base, target)),
        files.load,
      );
      if (found !== undefined) return found;
    }
    if (at === '.' || at === '/' || at === '') break;
  }
  return (
    firstFile(workspaceCandidates(specifier, files.packageFolder, files.load), files.load) ??
    resolveFromAbove(specifier, folder, files.load)
  );
}

/** `src/…`, `@/…` and `~/…` where no configuration maps them: from the folders above. */
function resolveFromAbove(specifier: string, folder: string, load: LoadText): Resolved | undefined {
  const path = /^(?:[@~]\/)(.+)$/.exec(specifier)?.[1] ?? specifier;
  if (path === specifier && !/^(?:src|app|lib|server)\//.test(path)) return undefined;
  for (let at = folder; ; at = posix.dirname(at)) {
    const found = firstFile([posix.join(at, path), posix.join(at, 'src', path)], load);
    if (found !== undefined) return found;
    if (at === '.' || at === '/' || at === '') return undefined;
  }
}

function firstFile(paths: readonly string[], load: LoadText): Resolved | undefined {
  for (const path of paths) {
    const found = resolveFile(path, load);
    if (found !== undefined) return found;
  }
  return undefined;
}
