import { posix } from 'node:path';
import { member, readJson } from './json-file';
import type { LoadText } from './run';

/** The folder of a package that stands in the tree itself, by its name; `null` where there is none. */
export type PackageFolder = (name: string) => string | null;

const NAME = /^((?:@[\w.-]+\/)?[\w.-]+)(?:\/(.+))?$/;

/** The paths, without leading slash, under which the sources of a package of the same repository may stand. */
export function workspaceCandidates(
  specifier: string,
  find: PackageFolder,
  load: LoadText,
): readonly string[] {
  const [, name, below] = NAME.exec(specifier) ?? [];
  const folder = name === undefined ? null : find(name);
  if (folder === null) return [];
  const manifest = readJson(load(posix.join(folder, 'package.json')) ?? '');
  const key = below === undefined ? '.' : `./${below}`;
  const entries = [
    ...exported(member(member(manifest, 'exports'), key)),
    ...(below === undefined
      ? ['source', 'types', 'typings', 'module', 'main'].flatMap((field) => exported(member(manifest, field)))
      : [below]),
  ];
  const own = below === undefined ? ['src/index', 'index', 'lib/index'] : [`src/${below}`];
  return [...new Set([...entries.flatMap(sources), ...own])].map((path) => posix.join(folder, path));
}

/** The paths in an entry of `exports`, whatever the conditions. */
function exported(entry: unknown): readonly string[] {
  if (typeof entry === 'string') return [entry];
  if (typeof entry !== 'object' || entry === null) return [];
  return Object.values(entry).flatMap(exported);
}

/** What was built stands in a folder beside the sources: those are read. */
function sources(path: string): readonly string[] {
  const plain = path.replace(/\.d\.([mc]?)ts$/, '.$1js');
  const stem = plain.replace(/\.[mc]?js$/, '');
  const moved = /^(?:\.\/)?(?:dist|build|out|lib|esm|cjs)\//.test(stem)
    ? [
        stem.replace(/^(?:\.\/)?(?:dist|build|out|lib|esm|cjs)\/(?:src\/)?(?:esm\/|cjs\/)?/, 'src/'),
        stem.replace(/^(?:\.\/)?(?:dist|build|out|lib|esm|cjs)\//, ''),
      ]
    : [];
  return [...moved, stem, plain];
}
