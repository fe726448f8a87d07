import type { Claim, PrintedRepair, Tool, Tree } from '../tool';
import { isSqlFile } from '../../sql/sql-file';
import { claimScripts } from '../javascript-claims';
import { templateLiteral } from '../javascript-literal';
import { readScript } from '../scripts';
import { claimDrizzle } from './claim';
import { markersOf, stretchesOf, fragmentOf } from '../sql-sections';

/** SQL that drizzle-kit generates: pieces between breakpoints, in the order of a journal; and the scripts of Payload, which uses Drizzle. */
export const drizzle: Tool = {
  name: 'drizzle',
  title: 'Drizzle',
  runner: {
    transaction: 'all',
    noTransaction: null,
    around: null,
    source:
      'drizzle-orm, `migrate()` of its PostgreSQL drivers, which `drizzle-kit migrate` uses: all pending migrations run in one transaction, each piece between `--> statement-breakpoint` in a call of its own; there is no switch (drizzle-team/drizzle-orm issue 860). Payload documentation, “Migrations”: each of its scripts runs in a transaction of its own, in which its `db` is; what `payload.db.drizzle` sends takes another connection.',
  },
  extensions: ['.sql', '.ts', '.js', '.mts', '.mjs', '.cts', '.cjs'],
  claim: (tree) => [...claimDrizzle(tree), ...claimPayload(tree)],

  extract(file, context) {
    const { transaction } = context;
    if (!isSqlFile(file.path)) return readScript('drizzle', 'file', file, context);
    const used = transaction ?? 'all';
    // The breakpoint may also stand at the end of a line of SQL.
    const markers = markersOf(file.text, /.*?--> ?statement-breakpoint.*/).map((marker) => {
      const start = file.text.indexOf('-->', marker.start);
      return { ...marker, start };
    });
    const fragments = stretchesOf(file.text, markers).flatMap((piece) => fragmentOf(file, piece, used));
    return { fragments, gaps: [], transaction: used };
  },

  printRepair: ({ sql, transaction, name, after }) =>
    after === undefined || isSqlFile(after)
      ? {
          where: `a new migration: drizzle-kit generate --custom --name=${name}`,
          language: 'sql',
          text:
            transaction === 'none'
              ? ['COMMIT;', '--> statement-breakpoint', sql, '--> statement-breakpoint', 'BEGIN;'].join('\n')
              : sql,
        }
      : payloadRepair(sql, transaction, name),
};

/** Outside of the transaction, `payload.db.drizzle` takes another connection. */
function payloadRepair(sql: string, transaction: 'own' | 'none', name: string): PrintedRepair {
  const [given, db] = transaction === 'none' ? ['payload', 'payload.db.drizzle'] : ['db', 'db'];
  return {
    where: `a new migration: payload migrate:create ${name}`,
    language: 'ts',
    text: [
      "import { type MigrateUpArgs, sql } from '@payloadcms/db-postgres';",
      '',
      `export async function up({ ${given} }: MigrateUpArgs): Promise<void> {`,
      `  await ${db}.execute(sql${templateLiteral(sql, 2)});`,
      '}',
    ].join('\n'),
  };
}

function claimPayload(tree: Tree): readonly Claim[] {
  return claimScripts(tree, {
    path: /(?:^|\/)[^/]*migrat[^/]*\//i,
    text: /\bMigrateUpArgs\b|@payloadcms\/db-(?:vercel-)?postgres\b/,
    notText: /@payloadcms\/db-(?:mongodb|sqlite|d1-sqlite)\b/,
    why: 'a script with `up({ db, payload })` of Payload',
  });
}
