import type { Transaction } from '../../sql/fragment';
import { configurations, onceAFolder, settingOf } from '../configuration';
import type { Tree } from '../tool';

/** A knexfile, or what makes the instance that runs the migrations. */
const CONFIGURATIONS = /knex|database|(?:^|[-_.])db(?:[-_.]|$)|migrat/i;

/** What Knex runs in one transaction: with `disableTransactions` nothing is wrapped but what asks for it. */
export const transactionMode = onceAFolder((tree: Tree, folder: string): Transaction => {
  const disabled = settingOf(configurations(tree, folder, CONFIGURATIONS), 'disableTransactions');
  if (disabled === undefined || disabled === 'false') return 'all';
  return disabled === 'true' ? 'none' : 'unknown';
});
