import type { Transaction } from '../../sql/fragment';
import { configurations, onceAFolder, optionOf, settingOf } from '../configuration';
import { isBelow, versionOf } from '../manifest';
import type { Tree } from '../tool';

/** Where data sources are made, by the names that people give to such files. */
const DATA_SOURCES = /data-?source|orm|database|connection|^app\.module|(?:^|[-_.])db(?:[-_.]|$)|migrat/i;

const MODES: Readonly<Record<string, Transaction>> = { all: 'all', each: 'file', none: 'none' };

/** What TypeORM runs in one transaction: `--transaction` of a script, else `migrationsTransactionMode` of the data source. */
export const transactionMode = onceAFolder((tree: Tree, folder: string): Transaction => {
  const mode =
    optionOf(tree, folder, /\bmigrations?:run\b/, /-t|--transaction/) ??
    settingOf(configurations(tree, folder, DATA_SOURCES), 'migrationsTransactionMode');
  if (mode === undefined) return 'all';
  return (mode === null ? undefined : MODES[mode]) ?? 'unknown';
});

/** Before 0.3.11 a migration could not say anything of its own transaction. */
export const overridesMode = onceAFolder((tree: Tree, folder: string): boolean => {
  return !isBelow(versionOf(tree, folder, 'typeorm'), [0, 3, 11]);
});
