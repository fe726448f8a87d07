import type { Transaction } from '../../sql/fragment';
import { configurations, onceAFolder, settingOf } from '../configuration';
import type { Tree } from '../tool';

/** Where a `Migrator` is made. */
const MIGRATORS = /migrat|kysely|database|(?:^|[-_.])db(?:[-_.]|$)|^index\.|^client\./i;

const MODES: Readonly<Record<string, Transaction>> = {
  'per-run': 'all',
  'per-migration': 'file',
  none: 'none',
};

/** What Kysely runs in one transaction: `transactionMode` of the migrator, or `disableTransactions` before there was that. */
export const transactionMode = onceAFolder((tree: Tree, folder: string): Transaction => {
  const files = configurations(tree, folder, MIGRATORS).filter(({ text }) =>
    /\bMigrator\b|kysely-ctl/.test(text),
  );
  const mode = settingOf(files, 'transactionMode');
  if (mode !== undefined) return (mode === null ? undefined : MODES[mode]) ?? 'unknown';
  const disabled = settingOf(files, 'disableTransactions');
  if (disabled === undefined || disabled === 'false') return 'all';
  return disabled === 'true' ? 'none' : 'unknown';
});
