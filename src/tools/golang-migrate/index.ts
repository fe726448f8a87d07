import { verbatimFragment } from '../../sql/fragment';
import { nearestFile, nearestMentions } from '../folders';
import { numberedClaim, sqlFolders } from '../sql-claims';
import type { Claim, Tool } from '../tool';

/** `000001_create_orders.up.sql` and `.down.sql`. */
export const golangMigrate: Tool = {
  name: 'golang-migrate',
  title: 'golang-migrate',
  runner: {
    transaction: 'call',
    noTransaction: 'one statement in the file, or x-multi-statement=true in the database URL',
    around:
      'Holds an advisory lock of the session for the whole run (`x-lock-strategy=table`: a row of a table); `x-statement-timeout` limits the run of a file.',
    source:
      'golang-migrate documentation, database/postgres: a file is sent as one call, which PostgreSQL runs as one implicit transaction if it holds several statements; “Multi-statement mode” splits it at semicolons.',
  },
  extensions: ['.sql'],

  claim: (tree) =>
    sqlFolders(tree).flatMap(({ folder, files }): readonly Claim[] => {
      const ours = files.filter(({ stem }) => NAME.test(stem));
      if (ours.length === 0 || files.some(({ stem }) => OTHERS.test(stem))) return [];
      const manifest = nearestFile(tree, folder.path, ['go.mod', 'Cargo.toml', 'package.json']);
      const mentioned = nearestMentions(tree, folder.path, ['go.mod'], /\/migrate\b/);
      return ours.map((file) => {
        const direction = file.stem.endsWith('.down') ? 'down' : 'up';
        return numberedClaim(
          file,
          mentioned ? 3 : manifest?.endsWith('go.mod') === true ? 2 : 1,
          mentioned
            ? `a numbered name that ends in .${direction}.sql, and go.mod names migrate`
            : `a numbered name that ends in .${direction}.sql`,
          direction,
        );
      });
    }),

  extract(file, { transaction }) {
    const used = transaction ?? 'call';
    return { fragments: [verbatimFragment(file, used)], gaps: [], transaction: used };
  },

  printRepair: ({ sql, transaction, name }) => ({
    where: `migrations/<version>_${name}.up.sql${transaction === 'none' ? ', as its only statement' : ''}`,
    language: 'sql',
    text: sql,
  }),
};

const NAME = /^\d+_.*\.(?:up|down)$/;
/** A second ending before the direction belongs to other runners, which then run the whole folder: `.tx.up.sql`, `.postgres.autocommit.up.sql`. */
const OTHERS = /\.(?:tx|autocommit|postgres|cockroach|mysql|sqlite3?)\.(?:up|down)$/;
