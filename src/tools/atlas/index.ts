import { verbatimFragment } from '../../sql/fragment';
import type { Transaction } from '../../sql/fragment';
import { nearestFile } from '../folders';
import { sample } from '../sample';
import { numberedClaim, sqlFolders } from '../sql-claims';
import { markersOf, stretchesOf, fragmentOf } from '../sql-sections';
import type { Claim, Tool } from '../tool';

/** A folder with `atlas.sum`, in the layout that Atlas has by default. */
export const atlas: Tool = {
  name: 'atlas',
  title: 'Atlas',
  runner: {
    transaction: 'file',
    noTransaction: '-- atlas:txmode none',
    around:
      'Holds an advisory lock for the run, waiting 10 seconds for it (`--lock-timeout`); `--tx-mode all` puts all pending files into one transaction.',
    source:
      'Atlas documentation, “Applying Schema Migrations” (`--tx-mode`, file-level `atlas:txmode`) and “Checkpoints”; statements are sent one by one.',
  },
  extensions: ['.sql'],

  claim: (tree) =>
    sqlFolders(tree).flatMap(({ folder, files }): readonly Claim[] => {
      if (!folder.files.includes('atlas.sum')) return [];
      // Atlas also keeps the folders of other tools, which then run them.
      if (files.some(({ stem }) => /\.(?:up|down)$|^[VRU]\d*[\d._]*__/.test(stem))) return [];
      const texts = sample(
        tree,
        files.map(({ path }) => path),
      );
      if (texts.some((text) => /^\s*--\s*(?:\+goose|migrate:up|liquibase formatted)/im.test(text))) return [];
      const configured = nearestFile(tree, folder.path, ['atlas.hcl']) !== undefined;
      return files.map((file) => {
        const claim = numberedClaim(
          file,
          3,
          configured ? 'its folder has an atlas.sum, below atlas.hcl' : 'its folder has an atlas.sum',
        );
        const checkpoint = /^--\s*atlas:checkpoint\b/m.test(tree.read(file.path)?.slice(0, 2000) ?? '');
        return checkpoint
          ? { ...claim, excluded: 'a checkpoint of Atlas, which runs only on empty databases' }
          : claim;
      });
    }),

  extract(file, { transaction }) {
    const mode = /^--\s*atlas:txmode\s+(none|file|all)\b/m.exec(file.text)?.[1];
    const used: Transaction = transaction ?? (mode === 'none' || mode === 'all' ? mode : 'file');
    // An archive of several parts: checks before the migration, and the migration.
    const parts = markersOf(file.text, /-- ([\w./-]+\.sql) --/);
    const whole = { fragments: [verbatimFragment(file, used)], gaps: [], transaction: used };
    if (parts.length === 0 || !/^--\s*atlas:txtar\b/m.test(file.text)) return whole;
    const fragments = stretchesOf(file.text, parts)
      .filter(({ marker }) => marker?.groups[0]?.endsWith('migration.sql') === true)
      .flatMap((part) => fragmentOf(file, part, used));
    return { fragments, gaps: [], transaction: used };
  },

  printRepair: ({ sql, transaction, name }) => ({
    where: `a new migration: atlas migrate new ${name}`,
    language: 'sql',
    text: transaction === 'none' ? `-- atlas:txmode none\n\n${sql}` : sql,
  }),
};
