import { verbatimFragment } from '../../sql/fragment';
import { foldersOf, joinPath, nearestFile, upwards } from '../folders';
import { sample } from '../sample';
import { numberedClaim, sqlFolders } from '../sql-claims';
import type { Claim, Tool, Tree } from '../tool';

/** `20260101120000_orders.sql`, or a pair of `.up.sql` and `.down.sql`, in a Rust project. */
export const sqlx: Tool = {
  name: 'sqlx',
  title: 'SQLx',
  runner: {
    transaction: 'file',
    noTransaction: '-- no-transaction as the first line',
    around:
      'Holds an advisory lock made of the name of the database for the whole run, unless `set_locking(false)`.',
    source:
      'launchbadge/sqlx documentation, `sqlx::migrate!` and `Migrator::set_locking`; CHANGELOG 0.8.0: `-- no-transaction`. Such a file is sent as one call.',
  },
  extensions: ['.sql'],

  claim: (tree) =>
    sqlFolders(tree).flatMap(({ folder, files }): readonly Claim[] => {
      const ours = files.filter(({ name }) => /^\d+_/.test(name));
      if (ours.length === 0) return [];
      const evidence = evidenceOf(tree, folder.path);
      const marked =
        evidence === 0 &&
        sample(
          tree,
          ours.map(({ path }) => path),
          12,
        ).some((text) => NO_TRANSACTION.test(text));
      if (evidence === 0 && !marked) return [];
      return ours.map((file) =>
        numberedClaim(
          file,
          evidence === 0 ? 2 : evidence,
          marked ? 'a file of its folder starts with -- no-transaction' : 'a project that uses SQLx',
          file.stem.endsWith('.down') ? 'down' : 'up',
        ),
      );
    }),

  extract(file, { transaction }) {
    const used = transaction ?? (NO_TRANSACTION.test(file.text) ? 'call' : 'file');
    return { fragments: [verbatimFragment(file, used)], gaps: [], transaction: used };
  },

  printRepair: ({ sql, transaction, name }) => ({
    where: `migrations/<time>_${name}.sql${transaction === 'none' ? ', as its only statement' : ''}`,
    language: 'sql',
    text: transaction === 'none' ? `-- no-transaction\n\n${sql}` : sql,
  }),
};

const NO_TRANSACTION = /^-- no-transaction/;

/** 3: a manifest of Rust above the folder names SQLx, and no nearer manifest is of another language. */
function evidenceOf(tree: Tree, folder: string): 0 | 3 {
  const nearest = nearestFile(tree, folder, ['Cargo.toml', 'go.mod']);
  if (nearest?.endsWith('Cargo.toml') !== true) return 0;
  const manifests = upwards(folder).flatMap((path) => {
    const files = foldersOf(tree).get(path)?.files ?? [];
    return files.includes('Cargo.toml') ? [joinPath(path, 'Cargo.toml')] : [];
  });
  return manifests.some((path) => /\bsqlx\b/.test(tree.read(path) ?? '')) ? 3 : 0;
}
