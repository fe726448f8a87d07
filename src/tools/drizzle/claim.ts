import { dialectOf } from '../dialect';
import type { Folder } from '../folders';
import { foldersOf, joinPath, nameOf, parentOf } from '../folders';
import { sqlFileCalled, sqlFilesOf } from '../sql-claims';
import type { Claim, Tree } from '../tool';
import { drizzleConfigs } from './config';

/** Folders with a journal, folders of folders with a snapshot each (from version 1 on), and folders that a drizzle.config names. */
export function claimDrizzle(tree: Tree): readonly Claim[] {
  const folders = foldersOf(tree);
  const configs = drizzleConfigs(tree);
  const claims: Claim[] = [];
  const homes = new Set<string>();
  for (const folder of folders.values()) {
    if (nameOf(folder.path) === 'meta' && folder.files.includes('_journal.json')) {
      const home = folders.get(parentOf(folder.path));
      if (home !== undefined) claims.push(...claimJournal(tree, home));
    } else if (folder.files.includes('snapshot.json') && sqlFileCalled(folder, 'migration') !== undefined) {
      homes.add(parentOf(folder.path));
    }
  }
  for (const home of homes) claims.push(...claimFolders(tree, home, folders));
  const known = new Set(claims.map(({ sequence }) => sequence));
  for (const [path, dialect] of configs) {
    const folder = folders.get(path);
    if (folder === undefined || known.has(path)) continue;
    claims.push(
      ...sqlFilesOf(folder).map(({ path: file, name }) =>
        claimOf(file, path, [name], 'drizzle.config names the folder', 3, dialect),
      ),
    );
  }
  return claims;
}

interface Journal {
  readonly dialect: string | null;
  /** Names without `.sql`, in the order they run. */
  readonly tags: readonly string[];
}

function claimJournal(tree: Tree, home: Folder): readonly Claim[] {
  const { dialect, tags } = readJournal(tree.read(joinPath(home.path, 'meta/_journal.json')) ?? '');
  const places = new Map(tags.map((tag, place) => [tag, place]));
  const files = sqlFilesOf(home);
  // A journal that most files are missing from is not what runs them.
  const kept = files.filter(({ stem }) => places.has(stem)).length * 2 >= files.length;
  // drizzle-kit also writes for the tools of others: `migrations.prefix` set to "supabase".
  const own = !/(^|\/)supabase\/migrations$/.test(home.path);
  return files.map(({ path, name, stem }): Claim => {
    const place = places.get(stem);
    const evidence = own || !/^\d{14}_/.test(name) ? 3 : 1;
    if (place !== undefined)
      return claimOf(path, home.path, [place, name], 'the journal lists it', evidence, dialect);
    const number = Number(/^\d+/.exec(name)?.[0] ?? places.size);
    const claim = claimOf(
      path,
      home.path,
      [number, name],
      'it stands beside a journal of Drizzle',
      evidence,
      dialect,
    );
    return kept ? { excluded: 'the journal of Drizzle does not list it', ...claim } : claim;
  });
}

function claimFolders(tree: Tree, home: string, folders: ReadonlyMap<string, Folder>): readonly Claim[] {
  return (folders.get(home)?.folders ?? []).flatMap((name): readonly Claim[] => {
    const path = joinPath(home, name);
    const folder = folders.get(path);
    const file = sqlFileCalled(folder, 'migration');
    if (file === undefined) return [];
    const snapshot =
      folder?.files.includes('snapshot.json') === true ? tree.read(joinPath(path, 'snapshot.json')) : null;
    const dialect = /"dialect"\s*:\s*"(\w+)"/.exec(snapshot ?? '')?.[1] ?? null;
    const why = 'a folder with migration.sql and snapshot.json, as drizzle-kit makes them';
    return [claimOf(file.path, home, [name], why, 3, dialect)];
  });
}

function claimOf(
  path: Claim['path'],
  sequence: string,
  order: Claim['order'],
  why: string,
  evidence: Claim['evidence'],
  dialect: string | null,
): Claim {
  const other = dialect === null ? null : dialectOf(dialect);
  return {
    path,
    sequence,
    order,
    version: null,
    direction: 'up',
    evidence,
    why,
    ...(other === null ? {} : { excluded: `Drizzle's journal or configuration is for ${other}` }),
  };
}

/** The journal is JSON that somebody may have edited: what of it can be read counts. */
function readJournal(text: string): Journal {
  const dialect = /"dialect"\s*:\s*"([\w-]+)"/.exec(text)?.[1] ?? null;
  const tags = [...text.matchAll(/"tag"\s*:\s*"((?:[^"\\]|\\.)*)"/g)].map(([, tag = '']) => tag);
  return { dialect, tags };
}
