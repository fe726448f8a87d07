import { minimatch } from 'minimatch';
import type { DiscoveredSequence, Discovery } from '../changes/discover';
import { unclaimedSequences } from '../changes/unclaimed';
import type { FilePath } from '../sql/source';
import { isSqlFile } from '../sql/sql-file';
import { sql } from '../tools/sql';
import type { Tool } from '../tools/tool';

/** Whether a path is one that globs name. They start at `folder`; without any, all below it is in scope. */
export type Scope = (path: string) => boolean;

const HOW = { dot: true, nocomment: true, nonegate: true } as const;

/** What globs name, those with `!` in front taken away. */
export function scopeOf(globs: readonly string[], folder: string): Scope {
  const at = (glob: string): string => (folder === '' ? '' : `${folder}/`) + glob.replace(/^(\.\/)+/, '');
  const excluded = globs.filter((glob) => glob.startsWith('!')).map((glob) => at(glob.slice(1)));
  const included = globs.filter((glob) => !glob.startsWith('!')).map(at);
  return (path) =>
    (included.length === 0
      ? folder === '' || path.startsWith(`${folder}/`)
      : included.some((glob) => minimatch(path, glob, HOW))) &&
    !excluded.some((glob) => minimatch(path, glob, HOW));
}

/** The folders that globs start at, and the files that they are: what speaks against a file counts only below them. */
export function namedBy(globs: readonly string[], folder: string): readonly string[] {
  const named = globs
    .filter((glob) => !glob.startsWith('!'))
    .map((glob) => {
      const parts = glob.replace(/^(\.\/)+/, '').split('/');
      const magic = parts.findIndex((part) => /[*?[\]{}()!]/.test(part));
      return [folder, ...(magic === -1 ? parts : parts.slice(0, magic))]
        .filter((part) => part !== '')
        .join('/');
    });
  return named.length === 0 ? [folder] : named;
}

/** Files that globs name, no tool claims and nothing speaks against: plain SQL. */
export function withNamed(
  { sequences, excluded }: Discovery,
  paths: readonly FilePath[],
  scope: Scope,
  tool: Tool = sql,
): readonly DiscoveredSequence[] {
  const known = new Set<FilePath>(excluded.map(({ claim }) => claim.path));
  for (const { migrations } of sequences) for (const { claim } of migrations) known.add(claim.path);
  const named = paths.filter(
    (path) =>
      !known.has(path) && scope(path) && tool.extensions.some((extension) => hasEnding(path, extension)),
  );
  return [...sequences, ...unclaimedSequences(named, tool, 'the globs name it')];
}

function hasEnding(path: string, extension: string): boolean {
  return extension === '.sql' ? isSqlFile(path) : path.endsWith(extension);
}
