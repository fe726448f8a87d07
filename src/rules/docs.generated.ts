import { docs as addColumnConstrainedDomain } from './adding-columns/add-column-constrained-domain.docs';
import { docs as addColumnIdentity } from './adding-columns/add-column-identity.docs';
import { docs as addColumnIfNotExistsRepeatsConstraint } from './adding-columns/add-column-if-not-exists-repeats-constraint.docs';
import { docs as addColumnInlineCheck } from './adding-columns/add-column-inline-check.docs';
import { docs as addColumnInlineForeignKey } from './adding-columns/add-column-inline-foreign-key.docs';
import { docs as addColumnInlinePrimaryKey } from './adding-columns/add-column-inline-primary-key.docs';
import { docs as addColumnInlineUnique } from './adding-columns/add-column-inline-unique.docs';
import { docs as addColumnNotNullNoDefault } from './adding-columns/add-column-not-null-no-default.docs';
import { docs as addColumnSerial } from './adding-columns/add-column-serial.docs';
import { docs as addColumnStoredGenerated } from './adding-columns/add-column-stored-generated.docs';
import { docs as addColumnVolatileDefault } from './adding-columns/add-column-volatile-default.docs';
import { docs as alterColumnDependentObjects } from './changing-columns/alter-column-dependent-objects.docs';
import { docs as alterColumnType } from './changing-columns/alter-column-type.docs';
import { docs as alterColumnTypeBreaksPrepared } from './changing-columns/alter-column-type-breaks-prepared.docs';
import { docs as alterColumnTypeByTimezone } from './changing-columns/alter-column-type-by-timezone.docs';
import { docs as alterColumnTypeLocksOtherTable } from './changing-columns/alter-column-type-locks-other-table.docs';
import { docs as alterColumnTypeNarrowing } from './changing-columns/alter-column-type-narrowing.docs';
import { docs as autocommitOnlyInTransaction } from './transactions/autocommit-only-in-transaction.docs';
import { docs as backfillUnderLock } from './transactions/backfill-under-lock.docs';
import { docs as blockingAdvisoryLock } from './transactions/blocking-advisory-lock.docs';
import { docs as checkDetourToNotNull } from './changing-columns/check-detour-to-not-null.docs';
import { docs as concurrentIndexIfNotExists } from './indexes/concurrent-index-if-not-exists.docs';
import { docs as concurrentIndexWithoutCleanup } from './indexes/concurrent-index-without-cleanup.docs';
import { docs as createIndexNotConcurrent } from './indexes/create-index-not-concurrent.docs';
import { docs as deadlockProneLockOrder } from './transactions/deadlock-prone-lock-order.docs';
import { docs as dropAndRecreate } from './dropping/drop-and-recreate.docs';
import { docs as dropCascade } from './dropping/drop-cascade.docs';
import { docs as dropColumn } from './dropping/drop-column.docs';
import { docs as dropColumnDropsConstraint } from './dropping/drop-column-drops-constraint.docs';
import { docs as dropDatabase } from './dropping/drop-database.docs';
import { docs as dropDefault } from './changing-columns/drop-default.docs';
import { docs as dropIndexBackingConstraint } from './indexes/drop-index-backing-constraint.docs';
import { docs as dropIndexNotConcurrent } from './indexes/drop-index-not-concurrent.docs';
import { docs as dropNotNull } from './changing-columns/drop-not-null.docs';
import { docs as dropObject } from './dropping/drop-object.docs';
import { docs as dropOwned } from './dropping/drop-owned.docs';
import { docs as dropSchema } from './dropping/drop-schema.docs';
import { docs as dropTable } from './dropping/drop-table.docs';
import { docs as dropUniqueIndex } from './indexes/drop-unique-index.docs';
import { docs as explicitLockTable } from './transactions/explicit-lock-table.docs';
import { docs as frozenTimeLiteral } from './changing-columns/frozen-time-literal.docs';
import { docs as halfAppliedMigration } from './transactions/half-applied-migration.docs';
import { docs as identityAlwaysRejectsValues } from './changing-columns/identity-always-rejects-values.docs';
import { docs as identityStartsAtOne } from './changing-columns/identity-starts-at-one.docs';
import { docs as indexCorruption14 } from './indexes/index-corruption-14.docs';
import { docs as indexOnPartitionedParent } from './indexes/index-on-partitioned-parent.docs';
import { docs as indexUnnamed } from './indexes/index-unnamed.docs';
import { docs as lockTimeoutTooLong } from './timeouts/lock-timeout-too-long.docs';
import { docs as lockUpgrade } from './transactions/lock-upgrade.docs';
import { docs as misleadingIfNotExists } from './dropping/misleading-if-not-exists.docs';
import { docs as missingIdleTimeout } from './timeouts/missing-idle-timeout.docs';
import { docs as missingLockTimeout } from './timeouts/missing-lock-timeout.docs';
import { docs as missingStatementTimeout } from './timeouts/missing-statement-timeout.docs';
import { docs as multipleAlterSameTable } from './transactions/multiple-alter-same-table.docs';
import { docs as noOpStillLocks } from './dropping/no-op-still-locks.docs';
import { docs as pendingTriggerEvents } from './transactions/pending-trigger-events.docs';
import { docs as preparedTransaction } from './transactions/prepared-transaction.docs';
import { docs as recreateLosesPrivileges } from './dropping/recreate-loses-privileges.docs';
import { docs as redundantIndex } from './indexes/redundant-index.docs';
import { docs as reindexConcurrentlyPartitionedTable } from './indexes/reindex-concurrently-partitioned-table.docs';
import { docs as reindexNotConcurrent } from './indexes/reindex-not-concurrent.docs';
import { docs as renameIndexByAlterTable } from './indexes/rename-index-by-alter-table.docs';
import { docs as replaceIndexGap } from './indexes/replace-index-gap.docs';
import { docs as sameTableManyMigrations } from './transactions/same-table-many-migrations.docs';
import { docs as serialSequenceStaysInteger } from './changing-columns/serial-sequence-stays-integer.docs';
import { docs as serverSettingChanged } from './timeouts/server-setting-changed.docs';
import { docs as sessionSettingLeaks } from './timeouts/session-setting-leaks.docs';
import { docs as setDefaultExistingRows } from './changing-columns/set-default-existing-rows.docs';
import { docs as setGeneratedExpression } from './changing-columns/set-generated-expression.docs';
import { docs as setNotNull } from './changing-columns/set-not-null.docs';
import { docs as setNotNullProofSameStatement } from './changing-columns/set-not-null-proof-same-statement.docs';
import { docs as statementTimeoutTooLong } from './timeouts/statement-timeout-too-long.docs';
import { docs as statementUnderAccessExclusive } from './transactions/statement-under-access-exclusive.docs';
import { docs as suppressionWithoutReason } from './hygiene/suppression-without-reason.docs';
import { docs as syntaxError } from './hygiene/syntax-error.docs';
import { docs as timeoutAroundConcurrently } from './timeouts/timeout-around-concurrently.docs';
import { docs as timeoutWithoutEffect } from './timeouts/timeout-without-effect.docs';
import { docs as timeoutWithoutUnit } from './timeouts/timeout-without-unit.docs';
import { docs as transactionBlockRequired } from './transactions/transaction-block-required.docs';
import { docs as transactionNesting } from './transactions/transaction-nesting.docs';
import { docs as truncate } from './dropping/truncate.docs';
import { docs as truncateCascade } from './dropping/truncate-cascade.docs';
import { docs as uncommittedTransaction } from './transactions/uncommitted-transaction.docs';
import { docs as uniqueIndexMayFail } from './indexes/unique-index-may-fail.docs';
import { docs as unreadSql } from './hygiene/unread-sql.docs';
import { docs as unusedSuppression } from './hygiene/unused-suppression.docs';
import { docs as wideLockWindow } from './transactions/wide-lock-window.docs';
import { docs as workUnderHeldLock } from './transactions/work-under-held-lock.docs';
import type { RuleDocs } from './rule-docs';

/** Prose and examples of every rule, by id. Generated from the files of this folder; loaded only where they are shown. */
export const RULE_DOCS: Readonly<Record<string, RuleDocs>> = {
  'add-column-constrained-domain': addColumnConstrainedDomain,
  'add-column-identity': addColumnIdentity,
  'add-column-if-not-exists-repeats-constraint': addColumnIfNotExistsRepeatsConstraint,
  'add-column-inline-check': addColumnInlineCheck,
  'add-column-inline-foreign-key': addColumnInlineForeignKey,
  'add-column-inline-primary-key': addColumnInlinePrimaryKey,
  'add-column-inline-unique': addColumnInlineUnique,
  'add-column-not-null-no-default': addColumnNotNullNoDefault,
  'add-column-serial': addColumnSerial,
  'add-column-stored-generated': addColumnStoredGenerated,
  'add-column-volatile-default': addColumnVolatileDefault,
  'alter-column-dependent-objects': alterColumnDependentObjects,
  'alter-column-type': alterColumnType,
  'alter-column-type-breaks-prepared': alterColumnTypeBreaksPrepared,
  'alter-column-type-by-timezone': alterColumnTypeByTimezone,
  'alter-column-type-locks-other-table': alterColumnTypeLocksOtherTable,
  'alter-column-type-narrowing': alterColumnTypeNarrowing,
  'autocommit-only-in-transaction': autocommitOnlyInTransaction,
  'backfill-under-lock': backfillUnderLock,
  'blocking-advisory-lock': blockingAdvisoryLock,
  'check-detour-to-not-null': checkDetourToNotNull,
  'concurrent-index-if-not-exists': concurrentIndexIfNotExists,
  'concurrent-index-without-cleanup': concurrentIndexWithoutCleanup,
  'create-index-not-concurrent': createIndexNotConcurrent,
  'deadlock-prone-lock-order': deadlockProneLockOrder,
  'drop-and-recreate': dropAndRecreate,
  'drop-cascade': dropCascade,
  'drop-column': dropColumn,
  'drop-column-drops-constraint': dropColumnDropsConstraint,
  'drop-database': dropDatabase,
  'drop-default': dropDefault,
  'drop-index-backing-constraint': dropIndexBackingConstraint,
  'drop-index-not-concurrent': dropIndexNotConcurrent,
  'drop-not-null': dropNotNull,
  'drop-object': dropObject,
  'drop-owned': dropOwned,
  'drop-schema': dropSchema,
  'drop-table': dropTable,
  'drop-unique-index': dropUniqueIndex,
  'explicit-lock-table': explicitLockTable,
  'frozen-time-literal': frozenTimeLiteral,
  'half-applied-migration': halfAppliedMigration,
  'identity-always-rejects-values': identityAlwaysRejectsValues,
  'identity-starts-at-one': identityStartsAtOne,
  'index-corruption-14': indexCorruption14,
  'index-on-partitioned-parent': indexOnPartitionedParent,
  'index-unnamed': indexUnnamed,
  'lock-timeout-too-long': lockTimeoutTooLong,
  'lock-upgrade': lockUpgrade,
  'misleading-if-not-exists': misleadingIfNotExists,
  'missing-idle-timeout': missingIdleTimeout,
  'missing-lock-timeout': missingLockTimeout,
  'missing-statement-timeout': missingStatementTimeout,
  'multiple-alter-same-table': multipleAlterSameTable,
  'no-op-still-locks': noOpStillLocks,
  'pending-trigger-events': pendingTriggerEvents,
  'prepared-transaction': preparedTransaction,
  'recreate-loses-privileges': recreateLosesPrivileges,
  'redundant-index': redundantIndex,
  'reindex-concurrently-partitioned-table': reindexConcurrentlyPartitionedTable,
  'reindex-not-concurrent': reindexNotConcurrent,
  'rename-index-by-alter-table': renameIndexByAlterTable,
  'replace-index-gap': replaceIndexGap,
  'same-table-many-migrations': sameTableManyMigrations,
  'serial-sequence-stays-integer': serialSequenceStaysInteger,
  'server-setting-changed': serverSettingChanged,
  'session-setting-leaks': sessionSettingLeaks,
  'set-default-existing-rows': setDefaultExistingRows,
  'set-generated-expression': setGeneratedExpression,
  'set-not-null': setNotNull,
  'set-not-null-proof-same-statement': setNotNullProofSameStatement,
  'statement-timeout-too-long': statementTimeoutTooLong,
  'statement-under-access-exclusive': statementUnderAccessExclusive,
  'suppression-without-reason': suppressionWithoutReason,
  'syntax-error': syntaxError,
  'timeout-around-concurrently': timeoutAroundConcurrently,
  'timeout-without-effect': timeoutWithoutEffect,
  'timeout-without-unit': timeoutWithoutUnit,
  'transaction-block-required': transactionBlockRequired,
  'transaction-nesting': transactionNesting,
  truncate,
  'truncate-cascade': truncateCascade,
  'uncommitted-transaction': uncommittedTransaction,
  'unique-index-may-fail': uniqueIndexMayFail,
  'unread-sql': unreadSql,
  'unused-suppression': unusedSuppression,
  'wide-lock-window': wideLockWindow,
  'work-under-held-lock': workUnderHeldLock,
};
