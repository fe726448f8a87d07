import type { FilePath } from '../sql/source';
import type { Folder } from './folders';
import { foldersOf, joinPath } from './folders';
import { orderOfName } from './order';
import type { Claim, Direction, Tree } from './tool';

/** An SQL file of a folder, with what its name says. */
export interface NamedFile {
  readonly path: FilePath;
  readonly name: string;
  readonly folder: Folder;
}

/** A folder that holds SQL files directly, with those files. */
interface SqlFolder {
  readonly folder: Folder;
  readonly files: readonly NamedFile[];
}

/** The folders of a tree that hold SQL files directly. Made once for a tree: most tools ask for them. */
export function sqlFolders(tree: Tree): readonly SqlFolder[] {
  const known = made.get(tree);
  if (known !== undefined) return known;
  const found = [...foldersOf(tree).values()].flatMap((folder) => {
    const files = folder.files
      .filter((name) => name.endsWith('.sql'))
      .map((name) => ({ name, folder, path: joinPath(folder.path, name) }));
    return files.length === 0 ? [] : [{ folder, files }];
  });
  made.set(tree, found);
  return found;
}

const made = new WeakMap<Tree, readonly SqlFolder[]>();

/** A claim of a file in a folder of migrations that are ordered by their leading numbers, which are the versions. */
export function numberedClaim(
  { path, name, folder }: NamedFile,
  evidence: Claim['evidence'],
  why: string,
  direction: Direction | 'both' = 'up',
): Claim {
  const digits = /^\d+/.exec(name)?.[0];
  return {
    path,
    sequence: folder.path,
    order: orderOfName(name),
    version: digits === undefined ? null : digits.replace(/^0+(?=\d)/, ''),
    direction,
    evidence,
    why,
  };
}

/** A file that the tool knows and does not run. */
export function excludedClaim(file: NamedFile, evidence: Claim['evidence'], excluded: string): Claim {
  return { ...numberedClaim(file, evidence, excluded), version: null, excluded };
}
