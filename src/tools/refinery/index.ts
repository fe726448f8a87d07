import { verbatimFragment } from '../../sql/fragment';
import { nearestFile, nearestMentions } from '../folders';
import { sqlFolders } from '../sql-claims';
import type { Claim, Tool } from '../tool';
import { versionedName } from '../versioned-names';

/** `V1__create_orders.sql`, or `U1__create_orders.sql`, which may be run out of order. */
export const refinery: Tool = {
  name: 'refinery',
  title: 'refinery',
  runner: {
    transaction: 'file',
    noTransaction: null,
    around: null,
    source:
      'rust-db/refinery documentation, “Implementation details”: each migration runs in a single transaction, all of them in one with `set_grouped(true)`; there is no switch (issue 277).',
  },
  extensions: ['.sql'],

  claim: (tree) =>
    sqlFolders(tree).flatMap(({ folder, files }): readonly Claim[] => {
      const named = files.flatMap((file) => {
        const name = versionedName(file, ['V', 'U']);
        return name === undefined ? [] : [{ file, name }];
      });
      if (named.length === 0) return [];
      const configured =
        nearestFile(tree, folder.path, ['refinery.toml']) !== undefined ||
        nearestMentions(tree, folder.path, ['Cargo.toml'], /\brefinery\b/);
      if (!configured) return [];
      return named.map(({ file, name }) => ({
        path: file.path,
        sequence: folder.path,
        order: [...name.numbers, file.name],
        version: name.version,
        direction: 'up',
        evidence: 3,
        why: 'a name with a version, in a project that uses refinery',
      }));
    }),

  extract(file, { transaction }) {
    const used = transaction ?? 'file';
    return { fragments: [verbatimFragment(file, used)], gaps: [], transaction: used };
  },

  printRepair: ({ sql, transaction, name }) => ({
    where:
      transaction === 'none'
        ? 'refinery runs every migration in a transaction: run this by hand, then add it as a migration with IF NOT EXISTS'
        : `V<version>__${name}.sql`,
    language: 'sql',
    text: sql,
  }),
};
