/** The files of a repository at one state of it. Lists are at hand; contents may have to be brought first. */
export interface FileTree {
  /** Files and links to them, relative to the root, sorted. */
  readonly paths: readonly string[];
  readonly read: (path: string) => Content;
  /** Brings what `read` calls pending. Afterwards `read` calls it pending no more. */
  readonly load: (paths: readonly string[]) => Promise<void>;
  /**
   * Where the list is not whole: asks for files by name until one is not known to be absent. That one is there afterwards, be
   * it read or not.
   */
  readonly lookUp?: (paths: readonly string[]) => Promise<void>;
}

export type Content =
  | { readonly kind: 'bytes'; readonly bytes: Uint8Array }
  | { readonly kind: 'absent' }
  | { readonly kind: 'pending' }
  /** There, but not read: a clause for the coverage line. */
  | { readonly kind: 'unread'; readonly why: string };

export interface FileEntry {
  readonly path: string;
  readonly kind: 'file' | 'symlink';
  /** Of this version; absent where only the path is known. */
  readonly sha?: string;
  /** Bytes. */
  readonly size?: number;
}

/** Reads at once, or not at all. */
export type DirectReader = (entry: FileEntry) => Content | undefined;

/** Brings several files; those missing from its answer are asked of the next source. */
export type Source = (entries: readonly FileEntry[]) => Promise<ReadonlyMap<string, Content>>;

/** Larger files are no migrations that a parser should see. */
export const LARGEST_FILE = 10 * 1024 * 1024;

/** A tree of these entries, whose contents come from the first source that has them. `byName` is for a list that is not whole. */
export function fileTree(
  entries: readonly FileEntry[],
  direct: DirectReader,
  sources: readonly Source[],
  byName?: (path: string) => Promise<Content>,
): FileTree {
  const byPath = new Map(entries.map((entry) => [entry.path, entry]));
  const loaded = new Map<string, Content>();
  const read = (path: string): Content => {
    const entry = byPath.get(path);
    if (entry === undefined) return { kind: 'absent' };
    if ((entry.size ?? 0) > LARGEST_FILE) return { kind: 'unread', why: 'it is larger than 10 MB' };
    const known = loaded.get(path) ?? direct(entry) ?? PENDING;
    if (known.kind !== 'pending') loaded.set(path, known);
    return known;
  };
  return {
    get paths() {
      return [...byPath.keys()].sort();
    },
    read,
    load: async (paths) => {
      let wanted = [...new Set(paths)]
        .filter((path) => read(path).kind === 'pending')
        .flatMap((path) => byPath.get(path) ?? []);
      for (const source of sources) {
        if (wanted.length === 0) return;
        for (const [path, content] of await source(wanted)) loaded.set(path, content);
        wanted = wanted.filter(({ path }) => !loaded.has(path));
      }
      for (const { path } of wanted)
        loaded.set(path, { kind: 'unread', why: 'its content could not be had' });
    },
    ...(byName === undefined
      ? {}
      : {
          lookUp: async (paths) => {
            for (const path of paths) {
              if (byPath.has(path)) return;
              const content = await byName(path);
              if (content.kind === 'absent') continue;
              byPath.set(path, { path, kind: 'file' });
              loaded.set(path, content);
              return;
            }
          },
        }),
  };
}

const PENDING: Content = { kind: 'pending' };

/**
 * Computes something that reads files, with files that arrive only when they are asked for: what is missing counts as
 * absent at first, is brought in one go, and the computation starts anew, until nothing is missing. It must be pure.
 */
export async function settled<T>(
  trees: readonly FileTree[],
  compute: (readers: readonly ((path: string) => Content)[]) => T,
): Promise<T> {
  for (;;) {
    const missing = trees.map(() => new Set<string>());
    const result = compute(
      trees.map((tree, index) => (path) => {
        const content = tree.read(path);
        if (content.kind !== 'pending') return content;
        missing[index]?.add(path);
        return ABSENT;
      }),
    );
    if (missing.every(({ size }) => size === 0)) return result;
    for (const [index, tree] of trees.entries()) await tree.load([...(missing[index] ?? [])]);
  }
}

const ABSENT: Content = { kind: 'absent' };

/** The files of a tree, and some of another one that it does not have. */
export function withFilesOf(tree: FileTree, other: FileTree, paths: readonly string[]): FileTree {
  const borrowed = new Set(paths.filter((path) => tree.read(path).kind === 'absent'));
  return {
    paths: [...tree.paths, ...borrowed].sort(),
    read: (path) => (borrowed.has(path) ? other.read(path) : tree.read(path)),
    load: async (wanted) => {
      await other.load(wanted.filter((path) => borrowed.has(path)));
      await tree.load(wanted.filter((path) => !borrowed.has(path)));
    },
  };
}
