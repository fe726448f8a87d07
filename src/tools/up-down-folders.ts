import type { FilePath } from '../sql/source';
import type { Folder } from './folders';
import { foldersOf, joinPath, parentOf } from './folders';
import type { Direction, Tree } from './tool';
import { sqlFileCalled } from './sql-claims';

/** A folder of migrations that are folders themselves, with `up.sql` and perhaps `down.sql` in them. */
export interface Home {
  readonly folder: Folder;
  readonly files: readonly {
    readonly path: FilePath;
    /** The name of the migration's folder. */
    readonly name: string;
    readonly direction: Direction;
  }[];
}

const DIRECTIONS = ['up', 'down'] as const;

/** All such folders of a tree. */
export function upDownHomes(tree: Tree): readonly Home[] {
  const folders = foldersOf(tree);
  const homes = new Set<string>();
  for (const folder of folders.values()) {
    if (folder.path !== '' && DIRECTIONS.some((name) => sqlFileCalled(folder, name) !== undefined))
      homes.add(parentOf(folder.path));
  }
  return [...homes].flatMap((home) => {
    const folder = folders.get(home);
    if (folder === undefined) return [];
    const files = folder.folders.flatMap((name) => {
      const there = folders.get(joinPath(home, name));
      return DIRECTIONS.flatMap((direction) => {
        const file = sqlFileCalled(there, direction);
        return file === undefined ? [] : [{ name, direction, path: file.path }];
      });
    });
    return [{ folder, files }];
  });
}
