import type { Direction, Tool, Claim } from '../tool';
import { sample } from '../sample';
import { numberedClaim, sqlFolders } from '../sql-claims';
import { fragmentOf, markersOf, stretchesOf, unmarked } from '../sql-sections';

/** SQL with `-- +migrate Up` and `-- +migrate Down` in one file. */
export const sqlMigrate: Tool = {
  name: 'sql-migrate',
  title: 'sql-migrate',
  runner: {
    transaction: 'file',
    noTransaction: '-- +migrate Up notransaction',
    around: null,
    source:
      'rubenv/sql-migrate documentation, “Writing migrations”: each migration runs in a transaction, statement by statement, unless `notransaction` stands behind the marker; what stands between `StatementBegin` and `StatementEnd` is one statement.',
  },
  extensions: ['.sql'],

  claim: (tree) =>
    sqlFolders(tree).flatMap(({ files }): readonly Claim[] => {
      const paths = files.map(({ path }) => path);
      if (!sample(tree, paths).some((text) => /^\s*--\s*\+migrate\s+up\b/im.test(text))) return [];
      return files.map((file) => ({
        ...numberedClaim(file, 3, 'files of its folder have the markers of sql-migrate', 'both'),
        version: null,
      }));
    }),

  extract(file, { direction, transaction }) {
    const markers = markersOf(file.text, /\s*--\s*\+migrate\s+(.*?)/i);
    if (!markers.some(({ groups: [command = ''] }) => /^(?:up|down)\b/i.test(command.trim())))
      return unmarked(file, direction, transaction ?? 'file', {
        tool: 'sql-migrate',
        marker: '-- +migrate Up',
      });
    let section: Direction | null = null;
    let block = false;
    let used = transaction ?? 'file';
    const pieces = stretchesOf(file.text, markers).flatMap((stretch) => {
      const [command = '', option = ''] = (stretch.marker?.groups[0] ?? '').trim().toLowerCase().split(/\s+/);
      if (command === 'up' || command === 'down') {
        section = command;
        if (command === direction && option === 'notransaction') used = transaction ?? 'none';
      }
      if (command === 'statementbegin') block = true;
      if (command === 'statementend') block = false;
      return section === direction ? [{ stretch, block }] : [];
    });
    const fragments = pieces.flatMap((piece) =>
      fragmentOf(file, piece.stretch, piece.block && used === 'none' ? 'call' : used),
    );
    return { fragments, gaps: [], transaction: used };
  },

  printRepair: ({ sql, transaction, name }) => ({
    where: `a new migration: sql-migrate new ${name}`,
    language: 'sql',
    text: [
      `-- +migrate Up${transaction === 'none' ? ' notransaction' : ''}`,
      sql,
      '',
      '-- +migrate Down',
    ].join('\n'),
  }),
};
