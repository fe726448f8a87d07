import { sample } from '../sample';
import { excludedClaim, numberedClaim, sqlFolders } from '../sql-claims';
import { fragmentOf, markersOf, stretchesOf, unmarked } from '../sql-sections';
import type { Claim, Direction, Tool } from '../tool';

/** SQL with `-- migrate:up` and `-- migrate:down` in one file. */
export const dbmate: Tool = {
  name: 'dbmate',
  title: 'dbmate',
  runner: {
    transaction: 'file',
    noTransaction: '-- migrate:up transaction:false',
    around: null,
    source:
      'amacneil/dbmate documentation, “Migration options”: each migration runs in a transaction unless `transaction:false` stands behind the marker; the section is sent as one call, so that it must then be a single statement for CREATE INDEX CONCURRENTLY (issue 126).',
  },
  extensions: ['.sql'],

  claim: (tree) =>
    sqlFolders(tree).flatMap(({ files }): readonly Claim[] => {
      const paths = files.map(({ path }) => path);
      if (!sample(tree, paths).some((text) => /^\s*--\s*migrate:up\b/m.test(text))) return [];
      return files.map((file) =>
        /^\d+/.test(file.name)
          ? numberedClaim(file, 3, 'files of its folder have the markers of dbmate', 'both')
          : excludedClaim(file, 3, 'dbmate runs only files whose names start with a version'),
      );
    }),

  extract(file, { direction, transaction }) {
    const markers = markersOf(file.text, /\s*--\s*migrate:(up|down)\b(.*?)/);
    let used = transaction ?? 'file';
    if (markers.length === 0)
      return unmarked(file, direction, used, { tool: 'dbmate', marker: '-- migrate:up' });
    const pieces = stretchesOf(file.text, markers).filter(({ marker }) => {
      const [section, options = ''] = marker?.groups ?? [];
      if (section !== (direction satisfies Direction)) return false;
      if (/\btransaction:false\b/.test(options)) used = transaction ?? 'call';
      return true;
    });
    return {
      fragments: pieces.flatMap((piece) => fragmentOf(file, piece, used)),
      gaps: [],
      transaction: used,
    };
  },

  printRepair: ({ sql, transaction, name }) => ({
    where: `a new migration: dbmate new ${name}${transaction === 'none' ? ', as its only statement' : ''}`,
    language: 'sql',
    text: [
      `-- migrate:up${transaction === 'none' ? ' transaction:false' : ''}`,
      sql,
      '',
      '-- migrate:down',
    ].join('\n'),
  }),
};
