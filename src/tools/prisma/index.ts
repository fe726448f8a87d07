import { verbatimFragment } from '../../sql/fragment';
import { dialectOf } from '../dialect';
import type { Folder } from '../folders';
import { foldersOf, joinPath, nameOf, parentOf } from '../folders';
import { excludedClaim, sqlFileCalled, sqlFilesOf } from '../sql-claims';
import type { Claim, Tool, Tree } from '../tool';

/** Folders of `prisma migrate`: one a migration, with `migration.sql` in it. */
export const prisma: Tool = {
  name: 'prisma',
  title: 'Prisma Migrate',
  runner: {
    transaction: 'call',
    noTransaction: null,
    around:
      'Holds the advisory lock 72707369 for the whole run, waiting 10 seconds for it, unless `PRISMA_SCHEMA_DISABLE_ADVISORY_LOCK` is set.',
    source:
      'Prisma documentation, “About advisory locking” (Prisma Migrate, development and production); the script is sent as one simple query, which PostgreSQL runs as one implicit transaction if it holds several statements (PostgreSQL documentation, 53.2.2.1 “Multiple Statements in a Simple Query”).',
  },
  extensions: ['.sql'],

  claim(tree) {
    const folders = foldersOf(tree);
    const homes = new Set<string>();
    for (const folder of folders.values()) {
      if (sqlFileCalled(folder, 'migration') !== undefined && !folder.files.includes('snapshot.json'))
        homes.add(parentOf(folder.path));
    }
    return [...homes].flatMap((home) => {
      const folder = folders.get(home);
      return folder === undefined || home === '' ? [] : claimHome(tree, folder, folders);
    });
  },

  extract(file, { transaction }) {
    const used = transaction ?? 'call';
    return { fragments: [verbatimFragment(file, used)], gaps: [], transaction: used };
  },

  printRepair: ({ sql, transaction, name }) => ({
    where: `prisma/migrations/<timestamp>_${name}/migration.sql${transaction === 'none' ? ', as its only statement' : ''}`,
    language: 'sql',
    text: sql,
  }),
};

/** What may stand in the folder of a migration: its SQL, and the way back that `prisma migrate diff` wrote. */
const FILES = [
  ['migration', 'up', 0],
  ['down', 'down', 1],
] as const;

function claimHome(tree: Tree, home: Folder, folders: ReadonlyMap<string, Folder>): readonly Claim[] {
  const { provider, evidence, why } = providerOf(tree, home, folders);
  const other = provider === null ? null : dialectOf(provider);
  const claims = home.folders.flatMap((name): readonly Claim[] => {
    const folder = folders.get(joinPath(home.path, name));
    if (sqlFileCalled(folder, 'migration') === undefined) return [];
    return FILES.flatMap(([stem, direction, place]): readonly Claim[] => {
      const file = sqlFileCalled(folder, stem);
      if (file === undefined) return [];
      return [
        {
          path: file.path,
          sequence: home.path,
          order: [name, place],
          version: null,
          direction,
          evidence,
          why: direction === 'up' ? why : 'down.sql beside a migration, which `prisma db execute` may run',
          ...(other === null ? {} : { excluded: `the Prisma schema is for ${other}` }),
        },
      ];
    });
  });
  const stray = evidence === 3 ? sqlFilesOf(home) : [];
  return [
    ...claims,
    ...stray.map((file) =>
      excludedClaim(file, 3, 'Prisma Migrate runs only migration.sql, each in a folder of its own'),
    ),
  ];
}

/** What names the database: the lock file of the folder, else the schema beside it. */
function providerOf(
  tree: Tree,
  home: Folder,
  folders: ReadonlyMap<string, Folder>,
): { readonly provider: string | null; readonly evidence: Claim['evidence']; readonly why: string } {
  const locked = home.files.includes('migration_lock.toml')
    ? /^\s*provider\s*=\s*"(\w+)"/m.exec(tree.read(joinPath(home.path, 'migration_lock.toml')) ?? '')?.[1]
    : undefined;
  if (locked !== undefined)
    return { provider: locked, evidence: 3, why: `migration_lock.toml beside it names ${locked}` };
  const parent = parentOf(home.path);
  const schema = [parent, joinPath(parent, 'schema'), parentOf(parent)]
    .flatMap((path) => (folders.get(path)?.files ?? []).map((name) => joinPath(path, name)))
    .filter((path) => path.endsWith('.prisma'))
    .map((path) => /^\s*provider\s*=\s*"(?!prisma)(\w+)"/m.exec(datasource(tree.read(path) ?? ''))?.[1])
    .find((provider) => provider !== undefined);
  if (schema !== undefined)
    return { provider: schema, evidence: 3, why: `the Prisma schema above it names ${schema}` };
  return {
    provider: null,
    evidence: nameOf(home.path) === 'migrations' ? 2 : 1,
    why: 'a folder with migration.sql, as Prisma Migrate makes them',
  };
}

function datasource(text: string): string {
  return /\bdatasource\s+\w+\s*\{[^}]*\}/.exec(text)?.[0] ?? '';
}
