import type { FilePath } from '../sql/source';
import type { Folder } from './folders';
import { foldersOf, joinPath, parentOf } from './folders';
import type { Direction, Tree } from './tool';

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

/** All such folders of a tree. */
export function upDownHomes(tree: Tree): readonly Home[] {
  const folders = foldersOf(tree);
  const homes = new Set<string>();
  for (const folder of folders.values()) {
    if (folder.path !== '' && (folder.files.includes('up.sql') || folder.files.includes('down.sql')))
      homes.add(parentOf(folder.path));
  }
  return [...homes].flatMap((home) => {
    const folder = folders.get(home);
    if (folder === undefined) return [];
    const files = folder.folders.flatMap((name) => {
      const path = joinPath(home, name);
      const there = folders.get(path)?.files ?? [];
      return (['up', 'down'] as const)
        .filter((direction) => there.includes(`${direction}.sql`))
        .map((direction) => ({ name, direction, path: joinPath(path, `${direction}.sql`) }));
    });
    return [{ folder, files }];
  });
}
