import { verbatimFragment } from '../../sql/fragment';
import { orderOfName } from '../order';
import type { Claim, Tool } from '../tool';

/** A folder of plain SQL files, run by something that is not recognised. */
export const sql: Tool = {
  name: 'sql',
  title: 'SQL files',
  runner: {
    transaction: 'unknown',
    noTransaction: null,
    around: null,
    source: 'The runner is not known, so nothing is said about it.',
  },
  extensions: ['.sql'],

  claim(tree) {
    return tree.paths.flatMap((path): readonly Claim[] => {
      if (
        !path.endsWith('.sql') ||
        !/(^|\/)(migrations?|migrate|db\/changes|schema-migrations)\//i.test(path)
      )
        return [];
      const name = path.slice(path.lastIndexOf('/') + 1);
      return [
        {
          path,
          sequence: path.slice(0, Math.max(0, path.lastIndexOf('/'))),
          order: orderOfName(name),
          version: /^[vV]?(\d+)/.exec(name)?.[1] ?? null,
          direction: /(^|[._-])down([._-]|$)/i.test(name) ? 'down' : 'up',
          evidence: 1,
          why: 'an SQL file in a folder of migrations',
        },
      ];
    });
  },

  extract(file, { transaction }) {
    const used = transaction ?? 'unknown';
    return { fragments: [verbatimFragment(file, used)], gaps: [], transaction: used };
  },

  printRepair({ sql: text }) {
    return { where: 'the next migration', language: 'sql', text };
  },
};
