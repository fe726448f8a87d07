import type { Transaction } from '../../sql/fragment';
import { configurations, hasSwitch, onceAFolder, settingOf } from '../configuration';
import type { Tree } from '../tool';

/** What db-migrate runs in one transaction: each migration, unless it is started with `--non-transactional`. */
export const transactionMode = onceAFolder((tree: Tree, folder: string): Transaction => {
  const isOff =
    hasSwitch(tree, folder, /\bdb-migrate\b/, /--non-transactional/) ||
    settingOf(configurations(tree, folder, /^\.db-migraterc$/), 'non-transactional') === 'true';
  return isOff ? 'none' : 'file';
});
