import { autocommitOnlyInTransaction } from './transactions/autocommit-only-in-transaction';
import { backfillUnderLock } from './transactions/backfill-under-lock';
import { createIndexNotConcurrent } from './indexes/create-index-not-concurrent';
import { explicitLockTable } from './transactions/explicit-lock-table';
import { lockTimeoutTooLong } from './timeouts/lock-timeout-too-long';
import { lockUpgrade } from './transactions/lock-upgrade';
import { missingLockTimeout } from './timeouts/missing-lock-timeout';
import { transactionNesting } from './transactions/transaction-nesting';
import { uncommittedTransaction } from './transactions/uncommitted-transaction';
import { workUnderHeldLock } from './transactions/work-under-held-lock';
import type { Rule } from './rule';

/** Every rule, by id. Generated from the files of this folder. */
export const RULES: readonly Rule[] = [
  autocommitOnlyInTransaction,
  backfillUnderLock,
  createIndexNotConcurrent,
  explicitLockTable,
  lockTimeoutTooLong,
  lockUpgrade,
  missingLockTimeout,
  transactionNesting,
  uncommittedTransaction,
  workUnderHeldLock,
];
