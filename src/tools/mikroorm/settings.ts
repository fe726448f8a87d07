import type { Transaction } from '../../sql/fragment';
import { blockIn, configurations, onceAFolder, settingIn } from '../configuration';
import type { Tree } from '../tool';

const CONFIGURATIONS = /orm|database|(?:^|[-_.])db(?:[-_.]|$)/i;

/** What MikroORM runs in one transaction: the block `migrations` says whether each migration, or all together, have one. */
export const transactionMode = onceAFolder((tree: Tree, folder: string): Transaction => {
  for (const { text } of configurations(tree, folder, CONFIGURATIONS)) {
    const migrations = blockIn(text, 'migrations');
    if (migrations === undefined) continue;
    const each = settingIn(migrations, 'transactional');
    const all = settingIn(migrations, 'allOrNothing');
    if (each === undefined && all === undefined) continue;
    if (each === 'false') return 'none';
    if (each === null || all === null) return 'unknown';
    return all === 'false' ? 'file' : 'all';
  }
  return 'all';
});
