import { autocommitOnlyInTransaction } from './transactions/autocommit-only-in-transaction';
import { backfillUnderLock } from './transactions/backfill-under-lock';
import { createIndexNotConcurrent } from './indexes/create-index-not-concurrent';
import { explicitLockTable } from './transactions/explicit-lock-table';
import { lockTimeoutTooLong } from './timeouts/lock-timeout-too-long';
import { lockUpgrade } from './transactions/lock-upgrade';
import { missingIdleTimeout } from './timeouts/missing-idle-timeout';
import { missingLockTimeout } from './timeouts/missing-lock-timeout';
import { missingStatementTimeout } from './timeouts/missing-statement-timeout';
import { serverSettingChanged } from './timeouts/server-setting-changed';
import { sessionSettingLeaks } from './timeouts/session-setting-leaks';
import { statementTimeoutTooLong } from './timeouts/statement-timeout-too-long';
import { suppressionWithoutReason } from './hygiene/suppression-without-reason';
import { syntaxError } from './hygiene/syntax-error';
import { timeoutAroundConcurrently } from './timeouts/timeout-around-concurrently';
import { timeoutWithoutEffect } from './timeouts/timeout-without-effect';
import { timeoutWithoutUnit } from './timeouts/timeout-without-unit';
import { transactionNesting } from './transactions/transaction-nesting';
import { uncommittedTransaction } from './transactions/uncommitted-transaction';
import { unreadSql } from './hygiene/unread-sql';
import { unusedSuppression } from './hygiene/unused-suppression';
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
  missingIdleTimeout,
  missingLockTimeout,
  missingStatementTimeout,
  serverSettingChanged,
  sessionSettingLeaks,
  statementTimeoutTooLong,
  suppressionWithoutReason,
  syntaxError,
  timeoutAroundConcurrently,
  timeoutWithoutEffect,
  timeoutWithoutUnit,
  transactionNesting,
  uncommittedTransaction,
  unreadSql,
  unusedSuppression,
  workUnderHeldLock,
];
