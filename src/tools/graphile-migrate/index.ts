import { verbatimFragment } from '../../sql/fragment';
import { nameOf, nearestFile, parentOf } from '../folders';
import { excludedClaim, numberedClaim, sqlFolders } from '../sql-claims';
import type { Claim, Tool } from '../tool';

/** `migrations/committed/000001.sql`, which `graphile-migrate commit` made of a draft. */
export const graphileMigrate: Tool = {
  name: 'graphile-migrate',
  title: 'Graphile Migrate',
  runner: {
    transaction: 'file',
    noTransaction: '--! no-transaction as the first line',
    around: null,
    source:
      'Graphile Migrate documentation, README: migrations run in a transaction; with `--! no-transaction` the file must hold a single statement and is sent as one call.',
  },
  extensions: ['.sql'],

  claim: (tree) =>
    sqlFolders(tree).flatMap(({ folder, files }): readonly Claim[] => {
      const configured =
        nearestFile(tree, folder.path, ['.gmrc', '.gmrc.js', '.gmrc.jsonc', '.gmrc.json']) !== undefined;
      if (nameOf(folder.path) === 'committed') {
        const ours = files.filter(({ stem }) => /^\d{6}(?:-.+)?$/.test(stem));
        const [first] = ours;
        const marked = first !== undefined && /^--! Previous:/m.test(tree.read(first.path) ?? '');
        if (!configured && !marked) return [];
        return ours.map((file) => numberedClaim(file, 3, 'a committed migration of Graphile Migrate'));
      }
      if (!configured) return [];
      const draft = nameOf(folder.path) === 'current' ? parentOf(folder.path) : folder.path;
      if (nameOf(draft) !== 'migrations') return [];
      return files
        .filter(({ stem }) => draft !== folder.path || stem === 'current')
        .map((file) => excludedClaim(file, 3, 'a draft of Graphile Migrate: it runs once it is committed'));
    }),

  extract(file, { transaction }) {
    const used = transaction ?? (/^--! no-transaction\b/m.test(file.text) ? 'call' : 'file');
    return { fragments: [verbatimFragment(file, used)], gaps: [], transaction: used };
  },

  printRepair: ({ sql, transaction }) => ({
    where: `migrations/current.sql, then graphile-migrate commit${transaction === 'none' ? ', as its only statement' : ''}`,
    language: 'sql',
    text: transaction === 'none' ? `--! no-transaction\n${sql}` : sql,
  }),
};
