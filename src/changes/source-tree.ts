import type { Gap } from '../sql/gap';
import { isGap } from '../sql/gap';
import type { FilePath, SourceFile } from '../sql/source';
import { yamlFor } from '../tools/load-yaml';
import type { Tree } from '../tools/tool';

/** A tree whose files can also be had as sources, or as the gaps that they are. */
export interface SourceTree extends Tree {
  load(path: FilePath): SourceFile | Gap;
}

/** A tree of these paths. What `load` gives should be cheap to ask for again. */
export function sourceTree(
  paths: () => readonly FilePath[],
  load: (path: FilePath) => SourceFile | Gap,
  yaml?: SourceTree['yaml'],
): SourceTree {
  let known: readonly FilePath[] | null = null;
  return {
    get paths() {
      known ??= paths();
      return known;
    },
    load,
    yaml,
    read(path) {
      const source = load(path);
      return isGap(source) ? null : source.text;
    },
  };
}

/** A tree with some more files, or others in their places. */
export function overlaid(tree: SourceTree, files: ReadonlyMap<FilePath, SourceFile | Gap>): SourceTree {
  if (files.size === 0) return tree;
  return sourceTree(
    () => [...new Set([...tree.paths, ...files.keys()])].sort(),
    (path) => files.get(path) ?? tree.load(path),
    tree.yaml,
  );
}

/** The same tree, with what reads changelogs in YAML where there are such. */
export async function withYaml(tree: SourceTree): Promise<SourceTree> {
  const yaml = await yamlFor(tree.paths);
  return yaml === undefined
    ? tree
    : sourceTree(
        () => tree.paths,
        (path) => tree.load(path),
        yaml,
      );
}

/** A file that could not be had. */
export function unreadable(path: FilePath, detail: string): Gap {
  return { kind: 'gap', at: { file: path, start: 0, end: 0 }, reason: 'unreadable-file', detail };
}

/** A file that is not there. */
export function missing(path: FilePath): Gap {
  return { ...unreadable(path, 'the file is not there'), reason: 'missing-file' };
}

/** A tree of nothing. */
export const NO_TREE: SourceTree = sourceTree(() => [], missing);
