import type { Tool } from '../tool';
import { claimDrizzle } from './claim';
import { markersOf, stretchesOf, fragmentOf } from '../sql-sections';

/** SQL that drizzle-kit generates: pieces between breakpoints, in the order of a journal. */
export const drizzle: Tool = {
  name: 'drizzle',
  title: 'Drizzle',
  runner: {
    transaction: 'all',
    noTransaction: null,
    around: null,
    source:
      'drizzle-orm, `migrate()` of its PostgreSQL drivers, which `drizzle-kit migrate` uses: all pending migrations run in one transaction, each piece between `--> statement-breakpoint` in a call of its own; there is no switch (drizzle-team/drizzle-orm issue 860).',
  },
  extensions: ['.sql'],
  claim: claimDrizzle,

  extract(file, { transaction }) {
    const used = transaction ?? 'all';
    // The breakpoint may also stand at the end of a line of SQL.
    const markers = markersOf(file.text, /.*?--> ?statement-breakpoint.*/).map((marker) => {
      const start = file.text.indexOf('-->', marker.start);
      return { ...marker, start };
    });
    const fragments = stretchesOf(file.text, markers).flatMap((piece) => fragmentOf(file, piece, used));
    return { fragments, gaps: [], transaction: used };
  },

  printRepair: ({ sql, transaction, name }) => ({
    where: `a new migration: drizzle-kit generate --custom --name=${name}`,
    language: 'sql',
    text:
      transaction === 'none'
        ? ['COMMIT;', '--> statement-breakpoint', sql, '--> statement-breakpoint', 'BEGIN;'].join('\n')
        : sql,
  }),
};
