import { verbatimFragment } from '../../sql/fragment';
import { nearestMentions } from '../folders';
import type { Claim, Tool } from '../tool';
import { upDownHomes } from '../up-down-folders';

/** Folders named by milliseconds, with `up.sql` and `down.sql`. */
export const hasura: Tool = {
  name: 'hasura',
  title: 'Hasura',
  runner: {
    transaction: 'file',
    noTransaction: null,
    around: null,
    source:
      'Hasura documentation, “Schema API: run_sql”: the SQL runs in a transaction; migrations have no switch for it (hasura/graphql-engine issue 2939).',
  },
  extensions: ['.sql'],

  claim: (tree) =>
    upDownHomes(tree).flatMap(({ folder, files }): readonly Claim[] => {
      const ours = files.filter(({ name }) => /^\d{10,}_/.test(name));
      if (ours.length === 0) return [];
      const configured = nearestMentions(
        tree,
        folder.path,
        ['config.yaml'],
        /^\s*(?:version|metadata_directory|migrations_directory|endpoint)\s*:/m,
      );
      return ours.map(({ path, name, direction }) => {
        const version = /^\d+/.exec(name)?.[0] ?? '';
        return {
          path,
          sequence: folder.path,
          order: [Number(version), name],
          version,
          direction,
          evidence: configured ? 3 : 2,
          why: `a folder named by its time in milliseconds, with ${direction}.sql${configured ? ', below the config.yaml of Hasura' : ''}`,
        };
      });
    }),

  extract(file, { transaction }) {
    const used = transaction ?? 'file';
    return { fragments: [verbatimFragment(file, used)], gaps: [], transaction: used };
  },

  printRepair: ({ sql, transaction, name }) => ({
    where:
      transaction === 'none'
        ? 'Hasura runs every migration in a transaction: run this by hand, then add it as a migration with IF NOT EXISTS'
        : `migrations/<database>/<milliseconds>_${name}/up.sql`,
    language: 'sql',
    text: sql,
  }),
};
