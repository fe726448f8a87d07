import type { FilePath } from '../sql/source';
import { isSqlFile, withoutSqlEnding } from '../sql/sql-file';
import type { Folder } from './folders';
import { foldersOf, joinPath } from './folders';
import { orderOfName } from './order';
import type { Claim, Direction, Tree } from './tool';

/** An SQL file of a folder, with what its name says. */
export interface NamedFile {
  readonly path: FilePath;
  readonly name: string;
  /** The name without `.sql`. */
  readonly stem: string;
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
    const files = sqlFilesOf(folder);
    return files.length === 0 ? [] : [{ folder, files }];
  });
  made.set(tree, found);
  return found;
}

const made = new WeakMap<Tree, readonly SqlFolder[]>();

/** The SQL files that stand directly in a folder. */
export function sqlFilesOf(folder: Folder): readonly NamedFile[] {
  return folder.files
    .filter(isSqlFile)
    .map((name) => ({ name, stem: withoutSqlEnding(name), folder, path: joinPath(folder.path, name) }));
}

/** The SQL file of a folder that has this name without its ending. */
export function sqlFileCalled(folder: Folder | undefined, stem: string): NamedFile | undefined {
  const name = folder?.files.find((file) => isSqlFile(file) && withoutSqlEnding(file) === stem);
  return folder === undefined || name === undefined
    ? undefined
    : { name, stem, folder, path: joinPath(folder.path, name) };
}

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
