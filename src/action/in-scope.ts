import { minimatch } from 'minimatch';
import type { DiscoveredSequence } from '../changes/discover';
import type { FilePath } from '../sql/source';
import { orderOfName, compareOrder } from '../tools/order';
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

/** Files that globs name and no tool claims: plain SQL, in the order of their names, one sequence a folder. */
export function withNamed(
  sequences: readonly DiscoveredSequence[],
  paths: readonly FilePath[],
  scope: Scope,
  tool: Tool = sql,
): readonly DiscoveredSequence[] {
  const claimed = new Set(sequences.flatMap(({ migrations }) => migrations.map(({ claim }) => claim.path)));
  const folders = new Map<string, FilePath[]>();
  for (const path of paths) {
    if (claimed.has(path) || !scope(path) || !tool.extensions.some((extension) => path.endsWith(extension)))
      continue;
    const folder = path.slice(0, Math.max(0, path.lastIndexOf('/')));
    folders.set(folder, [...(folders.get(folder) ?? []), path]);
  }
  const named = [...folders].map(([folder, files]): DiscoveredSequence => {
    const migrations = files.map((path) => ({
      tool,
      claim: {
        path,
        sequence: folder,
        order: orderOfName(path.slice(path.lastIndexOf('/') + 1)),
        version: null,
        direction: 'up' as const,
        evidence: 1 as const,
        why: 'the globs name it',
      },
    }));
    return {
      sequence: folder,
      tool,
      migrations: migrations.sort((a, b) => compareOrder(a.claim.order, b.claim.order)),
    };
  });
  return [...sequences, ...named];
}
