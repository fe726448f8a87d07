import { addColumnConstrainedDomain } from './adding-columns/add-column-constrained-domain';
import { addColumnIdentity } from './adding-columns/add-column-identity';
import { addColumnIfNotExistsRepeatsConstraint } from './adding-columns/add-column-if-not-exists-repeats-constraint';
import { addColumnInlineCheck } from './adding-columns/add-column-inline-check';
import { addColumnInlineForeignKey } from './adding-columns/add-column-inline-foreign-key';
import { addColumnInlinePrimaryKey } from './adding-columns/add-column-inline-primary-key';
import { addColumnInlineUnique } from './adding-columns/add-column-inline-unique';
import { addColumnNotNullNoDefault } from './adding-columns/add-column-not-null-no-default';
import { addColumnSerial } from './adding-columns/add-column-serial';
import { addColumnStoredGenerated } from './adding-columns/add-column-stored-generated';
import { addColumnVolatileDefault } from './adding-columns/add-column-volatile-default';
import { alterColumnDependentObjects } from './changing-columns/alter-column-dependent-objects';
import { alterColumnType } from './changing-columns/alter-column-type';
import { alterColumnTypeBreaksPrepared } from './changing-columns/alter-column-type-breaks-prepared';
import { alterColumnTypeByTimezone } from './changing-columns/alter-column-type-by-timezone';
import { alterColumnTypeLocksOtherTable } from './changing-columns/alter-column-type-locks-other-table';
import { alterColumnTypeNarrowing } from './changing-columns/alter-column-type-narrowing';
import { autocommitOnlyInTransaction } from './transactions/autocommit-only-in-transaction';
import { backfillUnderLock } from './transactions/backfill-under-lock';
import { blockingAdvisoryLock } from './transactions/blocking-advisory-lock';
import { checkDetourToNotNull } from './changing-columns/check-detour-to-not-null';
import { concurrentIndexIfNotExists } from './indexes/concurrent-index-if-not-exists';
import { concurrentIndexWithoutCleanup } from './indexes/concurrent-index-without-cleanup';
import { createIndexNotConcurrent } from './indexes/create-index-not-concurrent';
import { deadlockProneLockOrder } from './transactions/deadlock-prone-lock-order';
import { dropAndRecreate } from './dropping/drop-and-recreate';
import { dropCascade } from './dropping/drop-cascade';
import { dropColumn } from './dropping/drop-column';
import { dropColumnDropsConstraint } from './dropping/drop-column-drops-constraint';
import { dropDatabase } from './dropping/drop-database';
import { dropDefault } from './changing-columns/drop-default';
import { dropIndexBackingConstraint } from './indexes/drop-index-backing-constraint';
import { dropIndexNotConcurrent } from './indexes/drop-index-not-concurrent';
import { dropNotNull } from './changing-columns/drop-not-null';
import { dropObject } from './dropping/drop-object';
import { dropOwned } from './dropping/drop-owned';
import { dropSchema } from './dropping/drop-schema';
import { dropTable } from './dropping/drop-table';
import { dropUniqueIndex } from './indexes/drop-unique-index';
import { explicitLockTable } from './transactions/explicit-lock-table';
import { frozenTimeLiteral } from './changing-columns/frozen-time-literal';
import { halfAppliedMigration } from './transactions/half-applied-migration';
import { identityAlwaysRejectsValues } from './changing-columns/identity-always-rejects-values';
import { identityStartsAtOne } from './changing-columns/identity-starts-at-one';
import { indexCorruption14 } from './indexes/index-corruption-14';
import { indexOnPartitionedParent } from './indexes/index-on-partitioned-parent';
import { indexUnnamed } from './indexes/index-unnamed';
import { lockTimeoutTooLong } from './timeouts/lock-timeout-too-long';
import { lockUpgrade } from './transactions/lock-upgrade';
import { misleadingIfNotExists } from './dropping/misleading-if-not-exists';
import { missingIdleTimeout } from './timeouts/missing-idle-timeout';
import { missingLockTimeout } from './timeouts/missing-lock-timeout';
import { missingStatementTimeout } from './timeouts/missing-statement-timeout';
import { multipleAlterSameTable } from './transactions/multiple-alter-same-table';
import { noOpStillLocks } from './dropping/no-op-still-locks';
import { pendingTriggerEvents } from './transactions/pending-trigger-events';
import { preparedTransaction } from './transactions/prepared-transaction';
import { recreateLosesPrivileges } from './dropping/recreate-loses-privileges';
import { redundantIndex } from './indexes/redundant-index';
import { reindexConcurrentlyPartitionedTable } from './indexes/reindex-concurrently-partitioned-table';
import { reindexNotConcurrent } from './indexes/reindex-not-concurrent';
import { renameIndexByAlterTable } from './indexes/rename-index-by-alter-table';
import { replaceIndexGap } from './indexes/replace-index-gap';
import { sameTableManyMigrations } from './transactions/same-table-many-migrations';
import { serialSequenceStaysInteger } from './changing-columns/serial-sequence-stays-integer';
import { serverSettingChanged } from './timeouts/server-setting-changed';
import { sessionSettingLeaks } from './timeouts/session-setting-leaks';
import { setDefaultExistingRows } from './changing-columns/set-default-existing-rows';
import { setGeneratedExpression } from './changing-columns/set-generated-expression';
import { setNotNull } from './changing-columns/set-not-null';
import { setNotNullProofSameStatement } from './changing-columns/set-not-null-proof-same-statement';
import { statementTimeoutTooLong } from './timeouts/statement-timeout-too-long';
import { statementUnderAccessExclusive } from './transactions/statement-under-access-exclusive';
import { suppressionWithoutReason } from './hygiene/suppression-without-reason';
import { syntaxError } from './hygiene/syntax-error';
import { timeoutAroundConcurrently } from './timeouts/timeout-around-concurrently';
import { timeoutWithoutEffect } from './timeouts/timeout-without-effect';
import { timeoutWithoutUnit } from './timeouts/timeout-without-unit';
import { transactionBlockRequired } from './transactions/transaction-block-required';
import { transactionNesting } from './transactions/transaction-nesting';
import { truncate } from './dropping/truncate';
import { truncateCascade } from './dropping/truncate-cascade';
import { uncommittedTransaction } from './transactions/uncommitted-transaction';
import { uniqueIndexMayFail } from './indexes/unique-index-may-fail';
import { unreadSql } from './hygiene/unread-sql';
import { unusedSuppression } from './hygiene/unused-suppression';
import { wideLockWindow } from './transactions/wide-lock-window';
import { workUnderHeldLock } from './transactions/work-under-held-lock';
import type { Rule } from './rule';

/** Every rule, by id. Generated from the files of this folder. */
export const RULES: readonly Rule[] = [
  addColumnConstrainedDomain,
  addColumnIdentity,
  addColumnIfNotExistsRepeatsConstraint,
  addColumnInlineCheck,
  addColumnInlineForeignKey,
  addColumnInlinePrimaryKey,
  addColumnInlineUnique,
  addColumnNotNullNoDefault,
  addColumnSerial,
  addColumnStoredGenerated,
  addColumnVolatileDefault,
  alterColumnDependentObjects,
  alterColumnType,
  alterColumnTypeBreaksPrepared,
  alterColumnTypeByTimezone,
  alterColumnTypeLocksOtherTable,
  alterColumnTypeNarrowing,
  autocommitOnlyInTransaction,
  backfillUnderLock,
  blockingAdvisoryLock,
  checkDetourToNotNull,
  concurrentIndexIfNotExists,
  concurrentIndexWithoutCleanup,
  createIndexNotConcurrent,
  deadlockProneLockOrder,
  dropAndRecreate,
  dropCascade,
  dropColumn,
  dropColumnDropsConstraint,
  dropDatabase,
  dropDefault,
  dropIndexBackingConstraint,
  dropIndexNotConcurrent,
  dropNotNull,
  dropObject,
  dropOwned,
  dropSchema,
  dropTable,
  dropUniqueIndex,
  explicitLockTable,
  frozenTimeLiteral,
  halfAppliedMigration,
  identityAlwaysRejectsValues,
  identityStartsAtOne,
  indexCorruption14,
  indexOnPartitionedParent,
  indexUnnamed,
  lockTimeoutTooLong,
  lockUpgrade,
  misleadingIfNotExists,
  missingIdleTimeout,
  missingLockTimeout,
  missingStatementTimeout,
  multipleAlterSameTable,
  noOpStillLocks,
  pendingTriggerEvents,
  preparedTransaction,
  recreateLosesPrivileges,
  redundantIndex,
  reindexConcurrentlyPartitionedTable,
  reindexNotConcurrent,
  renameIndexByAlterTable,
  replaceIndexGap,
  sameTableManyMigrations,
  serialSequenceStaysInteger,
  serverSettingChanged,
  sessionSettingLeaks,
  setDefaultExistingRows,
  setGeneratedExpression,
  setNotNull,
  setNotNullProofSameStatement,
  statementTimeoutTooLong,
  statementUnderAccessExclusive,
  suppressionWithoutReason,
  syntaxError,
  timeoutAroundConcurrently,
  timeoutWithoutEffect,
  timeoutWithoutUnit,
  transactionBlockRequired,
  transactionNesting,
  truncate,
  truncateCascade,
  uncommittedTransaction,
  uniqueIndexMayFail,
  unreadSql,
  unusedSuppression,
  wideLockWindow,
  workUnderHeldLock,
];
