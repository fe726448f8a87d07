import { docs as autocommitOnlyInTransaction } from './transactions/autocommit-only-in-transaction.docs';
import { docs as backfillUnderLock } from './transactions/backfill-under-lock.docs';
import { docs as createIndexNotConcurrent } from './indexes/create-index-not-concurrent.docs';
import { docs as explicitLockTable } from './transactions/explicit-lock-table.docs';
import { docs as lockTimeoutTooLong } from './timeouts/lock-timeout-too-long.docs';
import { docs as lockUpgrade } from './transactions/lock-upgrade.docs';
import { docs as missingLockTimeout } from './timeouts/missing-lock-timeout.docs';
import { docs as transactionNesting } from './transactions/transaction-nesting.docs';
import { docs as uncommittedTransaction } from './transactions/uncommitted-transaction.docs';
import { docs as workUnderHeldLock } from './transactions/work-under-held-lock.docs';
import type { RuleDocs } from './rule-docs';

/** Prose and examples of every rule, by id. Generated from the files of this folder; loaded only where they are shown. */
export const RULE_DOCS: Readonly<Record<string, RuleDocs>> = {
  'autocommit-only-in-transaction': autocommitOnlyInTransaction,
  'backfill-under-lock': backfillUnderLock,
  'create-index-not-concurrent': createIndexNotConcurrent,
  'explicit-lock-table': explicitLockTable,
  'lock-timeout-too-long': lockTimeoutTooLong,
  'lock-upgrade': lockUpgrade,
  'missing-lock-timeout': missingLockTimeout,
  'transaction-nesting': transactionNesting,
  'uncommitted-transaction': uncommittedTransaction,
  'work-under-held-lock': workUnderHeldLock,
};
