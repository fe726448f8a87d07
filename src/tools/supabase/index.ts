import { verbatimFragment } from '../../sql/fragment';
import { foldersOf, nameOf, parentOf } from '../folders';
import { excludedClaim, numberedClaim, sqlFilesOf } from '../sql-claims';
import type { Claim, Tool } from '../tool';

/** `supabase/migrations`: a timestamp and a name each. */
export const supabase: Tool = {
  name: 'supabase',
  title: 'Supabase CLI',
  runner: {
    transaction: 'call',
    noTransaction: null,
    around:
      'Runs RESET ALL before each file, and records the version within the same batch; statements after the first cannot be ones that refuse a transaction.',
    source:
      'supabase/cli, pkg/migration: the statements of a file are sent as one batch of the extended protocol, “ExecBatch is implicitly transactional”.',
  },
  extensions: ['.sql'],

  claim(tree) {
    const folders = foldersOf(tree);
    return [...folders.values()].flatMap((folder): readonly Claim[] => {
      const parent = parentOf(folder.path);
      if (nameOf(folder.path) !== 'migrations' || nameOf(parent) !== 'supabase') return [];
      const configured = folders.get(parent)?.files.includes('config.toml') === true;
      return sqlFilesOf(folder).map((file) => {
        if (/^\d+_/.test(file.stem))
          return numberedClaim(
            file,
            configured ? 3 : 2,
            configured ? 'supabase/config.toml stands beside the folder' : 'it is in supabase/migrations',
          );
        return excludedClaim(
          file,
          configured ? 3 : 2,
          'the Supabase CLI skips names without a version and an underscore',
        );
      });
    });
  },

  extract(file, { transaction }) {
    const used = transaction ?? 'call';
    return { fragments: [verbatimFragment(file, used)], gaps: [], transaction: used };
  },

  printRepair: ({ sql, transaction, name }) => ({
    where: `supabase/migrations/<timestamp>_${name}.sql${transaction === 'none' ? ', as its only statement' : ''}`,
    language: 'sql',
    text: sql,
  }),
};
