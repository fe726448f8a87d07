import { verbatimFragment } from '../../sql/fragment';
import { foldersOf, joinPath, nearestFile, nearestMentions, parentOf } from '../folders';
import { excludedClaim, sqlFilesOf } from '../sql-claims';
import type { Claim, Tool, Tree } from '../tool';
import { upDownHomes } from '../up-down-folders';

/** Folders named by date and time, with `up.sql` and `down.sql`. */
export const diesel: Tool = {
  name: 'diesel',
  title: 'Diesel',
  runner: {
    transaction: 'file',
    noTransaction: 'run_in_transaction = false in metadata.toml beside up.sql',
    around: null,
    source:
      'diesel_migrations documentation, `FileBasedMigrations`: each migration runs in a transaction unless its metadata.toml says `run_in_transaction = false`; the file is sent as one call.',
  },
  extensions: ['.sql'],

  claim: (tree) =>
    upDownHomes(tree).flatMap(({ folder, files }): readonly Claim[] => {
      const dated = files.some(({ name }) => DATED.test(name));
      const configured =
        nearestFile(tree, folder.path, ['diesel.toml']) !== undefined ||
        nearestMentions(tree, folder.path, ['Cargo.toml'], /\bdiesel/);
      if (!dated && !configured) return [];
      const evidence = configured ? 3 : 2;
      const ours = files.map(({ path, name, direction }): Claim => ({
        path,
        sequence: folder.path,
        order: [versionOf(name), name],
        version: versionOf(name),
        direction,
        evidence,
        why: configured
          ? `${direction}.sql in a folder of a project that uses Diesel`
          : `${direction}.sql in a folder named as Diesel names them`,
      }));
      return [
        ...ours,
        ...sqlFilesOf(folder).map((file) =>
          excludedClaim(
            file,
            evidence,
            'Diesel runs only up.sql and down.sql, each in a folder of a migration',
          ),
        ),
      ];
    }),

  extract(file, { transaction, tree }) {
    const used = transaction ?? (runsInTransaction(tree, file.path) ? 'file' : 'call');
    return { fragments: [verbatimFragment(file, used)], gaps: [], transaction: used };
  },

  printRepair: ({ sql, transaction, name }) => ({
    where:
      transaction === 'none'
        ? `migrations/<time>_${name}/up.sql, with run_in_transaction = false in metadata.toml beside it`
        : `migrations/<time>_${name}/up.sql`,
    language: 'sql',
    text: sql,
  }),
};

const DATED = /^\d{4}-\d{2}-\d{2}-\d{6}(?:-\d+)?_|_diesel_initial_setup$/;

function runsInTransaction(tree: Tree, path: string): boolean {
  const folder = parentOf(path);
  if (foldersOf(tree).get(folder)?.files.includes('metadata.toml') !== true) return true;
  return !/^\s*run_in_transaction\s*=\s*false\b/m.test(tree.read(joinPath(folder, 'metadata.toml')) ?? '');
}

/** Dashes do not count: `2021-01-02-030405_x` is version 20210102030405. */
function versionOf(folder: string): string {
  return (folder.split('_')[0] ?? folder).replaceAll('-', '');
}
