import { docs as autocommitOnlyInTransaction } from './transactions/autocommit-only-in-transaction.docs';
import { docs as backfillUnderLock } from './transactions/backfill-under-lock.docs';
import { docs as createIndexNotConcurrent } from './indexes/create-index-not-concurrent.docs';
import { docs as explicitLockTable } from './transactions/explicit-lock-table.docs';
import { docs as lockTimeoutTooLong } from './timeouts/lock-timeout-too-long.docs';
import { docs as lockUpgrade } from './transactions/lock-upgrade.docs';
import { docs as missingIdleTimeout } from './timeouts/missing-idle-timeout.docs';
import { docs as missingLockTimeout } from './timeouts/missing-lock-timeout.docs';
import { docs as missingStatementTimeout } from './timeouts/missing-statement-timeout.docs';
import { docs as serverSettingChanged } from './timeouts/server-setting-changed.docs';
import { docs as sessionSettingLeaks } from './timeouts/session-setting-leaks.docs';
import { docs as statementTimeoutTooLong } from './timeouts/statement-timeout-too-long.docs';
import { docs as suppressionWithoutReason } from './hygiene/suppression-without-reason.docs';
import { docs as syntaxError } from './hygiene/syntax-error.docs';
import { docs as timeoutAroundConcurrently } from './timeouts/timeout-around-concurrently.docs';
import { docs as timeoutWithoutEffect } from './timeouts/timeout-without-effect.docs';
import { docs as timeoutWithoutUnit } from './timeouts/timeout-without-unit.docs';
import { docs as transactionNesting } from './transactions/transaction-nesting.docs';
import { docs as uncommittedTransaction } from './transactions/uncommitted-transaction.docs';
import { docs as unreadSql } from './hygiene/unread-sql.docs';
import { docs as unusedSuppression } from './hygiene/unused-suppression.docs';
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
  'missing-idle-timeout': missingIdleTimeout,
  'missing-lock-timeout': missingLockTimeout,
  'missing-statement-timeout': missingStatementTimeout,
  'server-setting-changed': serverSettingChanged,
  'session-setting-leaks': sessionSettingLeaks,
  'statement-timeout-too-long': statementTimeoutTooLong,
  'suppression-without-reason': suppressionWithoutReason,
  'syntax-error': syntaxError,
  'timeout-around-concurrently': timeoutAroundConcurrently,
  'timeout-without-effect': timeoutWithoutEffect,
  'timeout-without-unit': timeoutWithoutUnit,
  'transaction-nesting': transactionNesting,
  'uncommitted-transaction': uncommittedTransaction,
  'unread-sql': unreadSql,
  'unused-suppression': unusedSuppression,
  'work-under-held-lock': workUnderHeldLock,
};
