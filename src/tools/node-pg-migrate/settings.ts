import type { Transaction } from '../../sql/fragment';
import { configurations, hasSwitch, onceAFolder, optionOf, settingOf } from '../configuration';
import type { Tree } from '../tool';

const COMMAND = /\bnode-pg-migrate\b/;
/** Scripts that call the runner themselves. */
const RUNNERS = /migrat|database|(?:^|[-_.])db(?:[-_.]|$)/i;

/** What node-pg-migrate runs in one transaction: all pending migrations, unless `singleTransaction` is off. */
export const transactionMode = onceAFolder((tree: Tree, folder: string): Transaction => {
  const isOff =
    hasSwitch(tree, folder, COMMAND, /--no-single-transaction/) ||
    optionOf(tree, folder, COMMAND, /--single-transaction/) === 'false';
  if (isOff) return 'file';
  const files = configurations(tree, folder, RUNNERS).filter(({ text }) => COMMAND.test(text));
  const single = settingOf(files, 'singleTransaction');
  if (single === undefined || single === 'true') return 'all';
  return single === 'false' ? 'file' : 'unknown';
});
