import type { Fragment, Transaction } from '../../sql/fragment';
import type { SourceFile } from '../../sql/source';
import { sample } from '../sample';
import { excludedClaim, numberedClaim, sqlFolders } from '../sql-claims';
import type { Marker } from '../sql-sections';
import { fragmentOf, markersOf, stretchesOf, unmarked } from '../sql-sections';
import type { Claim, Direction, Tool } from '../tool';

/** SQL with `-- +goose Up` and `-- +goose Down` in one file. */
export const goose: Tool = {
  name: 'goose',
  title: 'goose',
  runner: {
    transaction: 'file',
    noTransaction: '-- +goose NO TRANSACTION',
    around: 'Takes an advisory lock only if a session locker is configured.',
    source:
      'pressly/goose documentation, “SQL migrations”: a file runs in a transaction, statement by statement, unless it says `-- +goose NO TRANSACTION`; what stands between `StatementBegin` and `StatementEnd` is sent in one call.',
  },
  extensions: ['.sql'],

  claim: (tree) =>
    sqlFolders(tree).flatMap(({ files }): readonly Claim[] => {
      const numbered = files.filter(({ name }) => /^\d+_?/.test(name));
      if (numbered.length === 0) return [];
      const paths = numbered.map(({ path }) => path);
      if (!sample(tree, paths).some((text) => /^\s*--\s*\+goose\s+up\b/im.test(text))) return [];
      return files.map((file) =>
        /^\d+/.test(file.name)
          ? numberedClaim(file, 3, 'files of its folder have the markers of goose', 'both')
          : excludedClaim(file, 3, 'goose runs only files whose names start with a number'),
      );
    }),

  extract(file, { direction, transaction }) {
    const markers = markersOf(file.text, /\s*--\s*\+goose\s+(.*?)/i);
    const none = markers.some(({ groups: [command = ''] }) => /^no\s+transaction$/i.test(command.trim()));
    const used = transaction ?? (none ? 'none' : 'file');
    if (!markers.some(({ groups: [command = ''] }) => /^(?:up|down)$/i.test(command.trim())))
      return unmarked(file, direction, used, { tool: 'goose', marker: '-- +goose Up' });
    return { fragments: readSections(file, markers, direction, used), gaps: [], transaction: used };
  },

  printRepair: ({ sql, transaction, name }) => ({
    where: `a new migration: goose create ${name} sql`,
    language: 'sql',
    text: [
      ...(transaction === 'none' ? ['-- +goose NO TRANSACTION'] : []),
      '-- +goose Up',
      sql,
      '',
      '-- +goose Down',
    ].join('\n'),
  }),
};

/** Sections of one direction; a block of StatementBegin is one call, with or without a transaction around it. */
function readSections(
  file: SourceFile,
  markers: readonly Marker[],
  direction: Direction,
  transaction: Transaction,
): readonly Fragment[] {
  let section: Direction | null = null;
  let block = false;
  return stretchesOf(file.text, markers).flatMap((stretch) => {
    const command = stretch.marker?.groups[0]?.trim().toLowerCase();
    if (command === 'up' || command === 'down') section = command;
    if (command === 'statementbegin') block = true;
    if (command === 'statementend') block = false;
    if (section !== direction) return [];
    return fragmentOf(file, stretch, block && transaction === 'none' ? 'call' : transaction);
  });
}
