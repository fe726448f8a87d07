import { verbatimFragment } from '../../sql/fragment';
import type { Tool } from '../tool';
import { claimSqitch } from './claim';

/** Scripts to deploy, revert and verify, in the order of a plan. */
export const sqitch: Tool = {
  name: 'sqitch',
  title: 'Sqitch',
  runner: {
    transaction: 'none',
    noTransaction: 'leave out BEGIN and COMMIT',
    around:
      'Runs each script with psql in a session of its own, with ON_ERROR_STOP; the scripts bring their own BEGIN and COMMIT.',
    source: 'Sqitch documentation, sqitchtutorial and sqitch-deploy.',
  },
  extensions: ['.sql'],
  claim: claimSqitch,

  extract(file, { transaction }) {
    const used = transaction ?? 'none';
    return { fragments: [verbatimFragment(file, used)], gaps: [], transaction: used };
  },

  printRepair: ({ sql, transaction, name }) => ({
    where: `deploy/${name}.sql, after sqitch add ${name}`,
    language: 'sql',
    text: transaction === 'none' ? sql : `BEGIN;\n\n${sql}\n\nCOMMIT;`,
  }),
};
